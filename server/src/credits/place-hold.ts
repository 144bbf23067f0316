import type { Tx } from '@lumiku/app-kit';
import { eq } from 'drizzle-orm';
import { assertAmount, lockAccount, moveCredits } from './account-row.ts';
import { holdEndedOtherwise } from './faults.ts';
import { creditHolds } from './tables.ts';

export interface PlaceHold {
  userId: string;
  /** Whole credits, above zero; free work needs no hold. */
  amount: number;
  /** What it pays for, e.g. `avatar-generator:generation:<id>`; one hold per reference, ever. */
  reference: string;
}

/**
 * Sets credits aside for work accepted in this transaction. Asking again for the same reference gives the same hold.
 * @throws Fault INSUFFICIENT_CREDITS (402)
 */
export async function placeHold(
  tx: Tx,
  hold: PlaceHold,
  welcomeCredits: number,
): Promise<{ holdId: string }> {
  assertAmount(hold.amount);
  const account = await lockAccount(tx, hold.userId, welcomeCredits);
  const [earlier] = await tx
    .select({ id: creditHolds.id, userId: creditHolds.userId, amount: creditHolds.amount })
    .from(creditHolds)
    .where(eq(creditHolds.reference, hold.reference));
  if (earlier) {
    if (earlier.userId !== hold.userId || earlier.amount !== hold.amount) {
      throw holdEndedOtherwise(earlier.id, `a hold of ${earlier.amount}`, `one of ${hold.amount}`);
    }
    return { holdId: earlier.id };
  }
  await moveCredits(tx, account, { balance: 0, held: hold.amount });
  const [placed] = await tx.insert(creditHolds).values(hold).returning({ id: creditHolds.id });
  if (!placed) throw new Error(`hold for ${hold.reference} was not written`);
  return { holdId: placed.id };
}
