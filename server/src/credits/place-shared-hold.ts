import type { Tx } from '@lumiku/app-kit';
import { inArray } from 'drizzle-orm';
import { assertAmount, lockAccount, moveCredits } from './account-row.ts';
import { holdEndedOtherwise } from './faults.ts';
import { creditHolds } from './tables.ts';

export interface PlaceSharedHold {
  userId: string;
  /** What all of it is for, e.g. `avatar-creator:request:<id>`. */
  reference: string;
  /** What each part pays for; at least one, no reference twice. */
  shares: readonly { reference: string; amount: number }[];
}

/**
 * Sets credits aside for several pieces of work accepted together: all of them or, with 402 for the whole price, none.
 * Each share is captured or released on its own, with a ledger line of its own; to the person the ones still open are
 * one hold. Asking again for the same shares gives the same holds.
 * @returns hold ids by the reference of the share.
 * @throws Fault INSUFFICIENT_CREDITS (402)
 */
export async function placeSharedHold(
  tx: Tx,
  hold: PlaceSharedHold,
  welcomeCredits: number,
): Promise<Map<string, string>> {
  const total = hold.shares.reduce((sum, share) => sum + share.amount, 0);
  for (const { amount } of hold.shares) assertAmount(amount);
  assertAmount(total);
  const account = await lockAccount(tx, hold.userId, welcomeCredits);
  const references = hold.shares.map((share) => share.reference);
  const earlier = await tx
    .select()
    .from(creditHolds)
    .where(inArray(creditHolds.reference, references));
  if (earlier.length > 0) {
    const isSame = hold.shares.every((share) =>
      earlier.some(
        (row) =>
          row.reference === share.reference &&
          row.amount === share.amount &&
          row.userId === hold.userId &&
          row.sharedReference === hold.reference,
      ),
    );
    if (!isSame) throw holdEndedOtherwise(hold.reference, 'held in part', 'held as a whole');
    return new Map(earlier.map((row) => [row.reference, row.id]));
  }
  await moveCredits(tx, account, { balance: 0, held: total });
  const placed = await tx
    .insert(creditHolds)
    .values(
      hold.shares.map((share) => ({
        ...share,
        userId: hold.userId,
        sharedReference: hold.reference,
      })),
    )
    .returning({ id: creditHolds.id, reference: creditHolds.reference });
  return new Map(placed.map((row) => [row.reference, row.id]));
}
