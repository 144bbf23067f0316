import type { Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, sql } from 'drizzle-orm';
import { type AccountRow, lockExistingAccount } from './account-row.ts';
import { creditHolds } from './tables.ts';

export interface HoldRow {
  id: string;
  userId: string;
  amount: number;
  capturedAmount: number | null;
  state: 'held' | 'captured' | 'released';
  reference: string;
}

/**
 * The hold with its person's account locked, in the fixed order: account first. The owner of a hold never changes, so
 * reading it before the lock is safe; its state is read after.
 * @throws Fault NOT_FOUND (404) when the hold, or its person, is gone.
 */
export async function lockHold(
  tx: Tx,
  holdId: string,
): Promise<{ account: AccountRow; hold: HoldRow }> {
  const [owner] = await tx
    .select({ userId: creditHolds.userId })
    .from(creditHolds)
    .where(eq(creditHolds.id, holdId));
  if (!owner) throw notFound('hold');
  const account = await lockExistingAccount(tx, owner.userId);
  const [hold] = await tx
    .select({
      id: creditHolds.id,
      userId: creditHolds.userId,
      amount: creditHolds.amount,
      capturedAmount: creditHolds.capturedAmount,
      state: creditHolds.state,
      reference: creditHolds.reference,
    })
    .from(creditHolds)
    .where(eq(creditHolds.id, holdId));
  if (!hold || !account) throw notFound('hold');
  return { account, hold };
}

/** Ends an open hold; conditional on its state, so that even a caller without the lock could not end it twice. */
export async function endHold(
  tx: Tx,
  hold: HoldRow,
  ending: { state: 'captured'; capturedAmount: number } | { state: 'released' },
): Promise<void> {
  const ended = await tx
    .update(creditHolds)
    .set({ ...ending, endedAt: sql`clock_timestamp()` })
    .where(and(eq(creditHolds.id, hold.id), eq(creditHolds.state, 'held')))
    .returning({ id: creditHolds.id });
  if (ended.length !== 1) throw new Error(`hold ${hold.id} ended behind the lock of its account`);
}
