import type { Tx } from '@lumiku/app-kit';
import { assertAmount } from './account-row.ts';
import { appendEntry } from './append-entry.ts';

/** The most one grant gives: a slip of the finger stays small enough to live with. */
export const GRANT_MAX = 1_000_000;

/**
 * Gives credits to a person, exactly once per reference.
 * @returns whether this call gave them.
 */
export async function grant(
  tx: Tx,
  given: {
    userId: string;
    amount: number;
    kind: 'grant' | 'purchase';
    reference: string;
    note?: string | undefined;
  },
  welcomeCredits: number,
): Promise<boolean> {
  assertAmount(given.amount, GRANT_MAX);
  return await appendEntry(tx, given, welcomeCredits);
}
