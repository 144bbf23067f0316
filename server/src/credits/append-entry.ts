import type { Tx } from '@lumiku/app-kit';
import type { LedgerEntry } from '@lumiku/contract';
import { Fault } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { lockAccount, moveCredits } from './account-row.ts';
import { creditEntries } from './tables.ts';

export interface NewEntry {
  userId: string;
  /** Signed, not zero. */
  amount: number;
  kind: LedgerEntry['kind'];
  reference: string;
  note?: string | undefined;
}

/**
 * Moves the balance and writes the line for it, once per person, kind and reference; a repeat changes nothing.
 * @returns whether this call wrote it.
 * @throws Fault INSUFFICIENT_CREDITS (402), CREDITS_REFERENCE_REUSED (409) when the earlier line has another amount
 */
export async function appendEntry(
  tx: Tx,
  entry: NewEntry,
  welcomeCredits: number,
): Promise<boolean> {
  const account = await lockAccount(tx, entry.userId, welcomeCredits);
  const [earlier] = await tx
    .select({ amount: creditEntries.amount })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.userId, entry.userId),
        eq(creditEntries.kind, entry.kind),
        eq(creditEntries.reference, entry.reference),
      ),
    );
  if (earlier && earlier.amount !== entry.amount) {
    throw new Fault({
      code: 'CREDITS_REFERENCE_REUSED',
      status: 409,
      message: 'These credits were booked already, with another amount.',
      internal: `${entry.kind} ${entry.reference}: ${earlier.amount}, now ${entry.amount}`,
    });
  }
  if (earlier) return false;
  const after = await moveCredits(tx, account, { balance: entry.amount, held: 0 });
  await tx.insert(creditEntries).values({
    userId: entry.userId,
    amount: entry.amount,
    kind: entry.kind,
    reference: entry.reference,
    note: entry.note ?? null,
    balanceAfter: after.balance,
  });
  return true;
}
