import { and, asc, eq, gt, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints, webhookSecrets } from './tables.ts';
import type { WebhookParts } from './webhook-parts.ts';

/** A delivery this process may send now, and what it needs for that. */
export interface ClaimedDelivery {
  id: string;
  endpointId: string;
  attempt: number;
  /** Proof of this claim against a later one. */
  claim: number;
  url: string;
  body: string;
  secrets: readonly string[];
}

/**
 * Takes the delivery that has been due longest. SKIP LOCKED keeps workers from waiting for each other; the lease ends by
 * itself, so what a killed worker had is sent again by another.
 * @param busy endpoints that have enough on their way already.
 */
export async function claimDelivery(
  { db, clock }: Pick<WebhookParts, 'db' | 'clock'>,
  leaseMs: number,
  busy: readonly string[],
): Promise<ClaimedDelivery | null> {
  const now = clock.now();
  return await db.transaction(async (tx) => {
    const due = and(
      eq(webhookDeliveries.state, 'pending'),
      lte(webhookDeliveries.nextAttemptAt, now),
      busy.length === 0 ? undefined : notInArray(webhookDeliveries.endpointId, [...busy]),
    );
    const [next] = await tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(due)
      .orderBy(asc(webhookDeliveries.nextAttemptAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!next) return null;
    const [row] = await tx
      .update(webhookDeliveries)
      .set({
        attempts: sql`${webhookDeliveries.attempts} + 1`,
        claims: sql`${webhookDeliveries.claims} + 1`,
        nextAttemptAt: new Date(now.getTime() + leaseMs),
      })
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookDeliveries.id, next.id),
          eq(webhookEndpoints.id, webhookDeliveries.endpointId),
        ),
      )
      .returning({
        id: webhookDeliveries.id,
        endpointId: webhookDeliveries.endpointId,
        attempt: webhookDeliveries.attempts,
        claim: webhookDeliveries.claims,
        body: webhookDeliveries.body,
        url: webhookEndpoints.url,
      });
    if (!row) return null;
    const secrets = await tx
      .select({ secret: webhookSecrets.secret })
      .from(webhookSecrets)
      .where(
        and(
          eq(webhookSecrets.endpointId, row.endpointId),
          or(isNull(webhookSecrets.expiresAt), gt(webhookSecrets.expiresAt, now)),
        ),
      )
      .orderBy(sql`${webhookSecrets.createdAt} DESC`);
    return { ...row, secrets: secrets.map(({ secret }) => secret) };
  });
}
