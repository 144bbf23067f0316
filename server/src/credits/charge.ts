import type { Tx } from '@lumiku/app-kit';
import { assertAmount } from './account-row.ts';
import { appendEntry } from './append-entry.ts';

/**
 * Takes credits at once, for what is delivered in this very transaction. Exactly once per reference.
 * @throws Fault INSUFFICIENT_CREDITS (402)
 */
export async function charge(
  tx: Tx,
  charged: { userId: string; amount: number; reference: string },
  welcomeCredits: number,
): Promise<void> {
  assertAmount(charged.amount);
  await appendEntry(tx, { ...charged, amount: -charged.amount, kind: 'capture' }, welcomeCredits);
}
