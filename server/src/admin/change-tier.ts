import type { Database } from '@lumiku/app-kit';
import { notFound, type Tier } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { users } from '../accounts/tables.ts';
import type { AuditLog } from './audit-log.ts';

/** The new tier holds from the person's next request on. @throws Fault NOT_FOUND (404) */
export async function changeTier(
  deps: { db: Database; audit: AuditLog },
  change: { userId: string; tier: Tier; adminId: string },
): Promise<void> {
  const { userId, tier, adminId } = change;
  await deps.db.transaction(async (tx) => {
    const [before] = await tx
      .select({ tier: users.tier })
      .from(users)
      .where(eq(users.id, userId))
      .for('update');
    if (!before) throw notFound('account');
    if (before.tier === tier) return;
    await tx.update(users).set({ tier }).where(eq(users.id, userId));
    const details = { from: before.tier, to: tier };
    await deps.audit.record(
      { action: 'tier.changed', actorId: adminId, targetId: userId, details },
      tx,
    );
  });
}
