import type { Tx } from '@lumiku/app-kit';
import { and, eq, sql } from 'drizzle-orm';
import { insufficientCredits, wrongAmount } from './faults.ts';
import { openAccount } from './open-account.ts';
import { creditAccounts } from './tables.ts';

/** Far over any price; keeps sums well inside a safe integer. */
export const AMOUNT_MAX = 1_000_000_000;

export interface AccountRow {
  userId: string;
  balance: number;
  held: number;
}

export function assertAmount(amount: number, most = AMOUNT_MAX): void {
  if (!Number.isInteger(amount) || amount < 1 || amount > most) throw wrongAmount(amount, most);
}

/**
 * Locks the person's account row until the transaction ends; opens the account if this is the first they have to do
 * with credits. Every verb does this before anything else: one order of locks, so no deadlock, and every statement
 * after it sees what the previous holder of the lock committed (READ COMMITTED, which callers must not raise).
 */
export async function lockAccount(
  tx: Tx,
  userId: string,
  welcomeCredits: number,
): Promise<AccountRow> {
  const locked = await lockExistingAccount(tx, userId);
  if (locked) return locked;
  await openAccount(tx, { userId, welcomeCredits });
  const opened = await lockExistingAccount(tx, userId);
  if (!opened) throw new Error(`credit account of ${userId} vanished while being opened`);
  return opened;
}

/** Adds to the sums, or throws 402 and changes nothing when what would remain available is below zero. */
export async function moveCredits(
  tx: Tx,
  account: AccountRow,
  by: { balance: number; held: number },
): Promise<AccountRow> {
  const [moved] = await tx
    .update(creditAccounts)
    .set({
      balance: sql`${creditAccounts.balance} + ${by.balance}`,
      held: sql`${creditAccounts.held} + ${by.held}`,
    })
    .where(
      and(
        eq(creditAccounts.userId, account.userId),
        sql`${creditAccounts.balance} + ${by.balance} >= ${creditAccounts.held} + ${by.held}`,
      ),
    )
    .returning({
      userId: creditAccounts.userId,
      balance: creditAccounts.balance,
      held: creditAccounts.held,
    });
  if (!moved) throw insufficientCredits(by.held - by.balance, account);
  return moved;
}

/**
 * The same for a person known to have an account; undefined when they are gone.
 * NO KEY UPDATE: rows that merely refer to the account (foreign keys) are not made to wait.
 */
export async function lockExistingAccount(tx: Tx, userId: string): Promise<AccountRow | undefined> {
  const [row] = await tx
    .select({
      userId: creditAccounts.userId,
      balance: creditAccounts.balance,
      held: creditAccounts.held,
    })
    .from(creditAccounts)
    .where(eq(creditAccounts.userId, userId))
    .for('no key update');
  return row;
}
