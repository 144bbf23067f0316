import type { Tx } from '@lumiku/app-kit';
import { assertAmount, moveCredits } from './account-row.ts';
import { endHold, lockHold } from './end-hold.ts';
import { holdEndedOtherwise } from './faults.ts';
import { creditEntries } from './tables.ts';

/**
 * Takes held credits on delivery. With `amount`, takes that much and gives the rest back. Capturing again changes
 * nothing and answers what the first capture took.
 * @throws Fault CREDITS_HOLD_ENDED (409) when it was released, NOT_FOUND (404)
 */
export async function captureHold(
  tx: Tx,
  holdId: string,
  options: { amount?: number } = {},
): Promise<{ captured: number }> {
  const { account, hold } = await lockHold(tx, holdId);
  if (hold.state === 'captured') return { captured: hold.capturedAmount ?? hold.amount };
  if (hold.state === 'released') throw holdEndedOtherwise(holdId, hold.state, 'captured');
  const amount = options.amount ?? hold.amount;
  assertAmount(amount, hold.amount);
  await endHold(tx, hold, { state: 'captured', capturedAmount: amount });
  const after = await moveCredits(tx, account, { balance: -amount, held: -hold.amount });
  await tx.insert(creditEntries).values({
    userId: hold.userId,
    amount: -amount,
    kind: 'capture',
    reference: hold.reference,
    balanceAfter: after.balance,
  });
  return { captured: amount };
}
