import type { Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, sql } from 'drizzle-orm';
import type { AccountRow } from './account-row.ts';
import { creditAccounts, creditHolds } from './tables.ts';

export interface HoldRow {
  id: string;
  userId: string;
  amount: number;
  capturedAmount: number | null;
  state: 'held' | 'captured' | 'released';
  reference: string;
}

/**
 * The hold with its person's account, both locked, in the fixed order: account first. One statement: a row that
 * changed while it waited for a lock is read anew, so the state is the one after the lock.
 * @throws Fault NOT_FOUND (404) when the hold, or its person, is gone.
 */
export async function lockHold(
  tx: Tx,
  holdId: string,
): Promise<{ account: AccountRow; hold: HoldRow }> {
  const { rows } = await tx.execute<LockedRow>(sql`
    SELECT hold.user_id, hold.amount, hold.captured_amount, hold.state, hold.reference,
      account.balance, account.held
    FROM ${creditHolds} AS hold JOIN ${creditAccounts} AS account USING (user_id)
    WHERE hold.id = ${holdId}
    FOR NO KEY UPDATE OF account FOR NO KEY UPDATE OF hold`);
  const [row] = rows;
  if (!row) throw notFound('hold');
  const { user_id: userId, state, reference, captured_amount: captured } = row;
  return {
    account: { userId, balance: Number(row.balance), held: Number(row.held) },
    hold: {
      ...{ id: holdId, userId, state, reference },
      amount: Number(row.amount),
      capturedAmount: captured === null ? null : Number(captured),
    },
  };
}

/** The driver gives big integers as text. */
interface LockedRow extends Record<string, unknown> {
  user_id: string;
  amount: string;
  captured_amount: string | null;
  state: HoldRow['state'];
  reference: string;
  balance: string;
  held: string;
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
