import type { Tx } from '@lumiku/app-kit';
import { moveCredits } from './account-row.ts';
import { endHold, lockHold } from './end-hold.ts';
import { holdEndedOtherwise } from './faults.ts';

/**
 * Gives held credits back. Releasing again changes nothing.
 * @returns whether this call released it.
 * @throws Fault CREDITS_HOLD_ENDED (409) when it was captured (that money goes back by `refund`), NOT_FOUND (404)
 */
export async function releaseHold(tx: Tx, holdId: string): Promise<boolean> {
  const { account, hold } = await lockHold(tx, holdId);
  if (hold.state === 'released') return false;
  if (hold.state === 'captured') throw holdEndedOtherwise(holdId, hold.state, 'released');
  await endHold(tx, hold, { state: 'released' });
  await moveCredits(tx, account, { balance: 0, held: -hold.amount });
  return true;
}
