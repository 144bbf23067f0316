import type { Tx } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { assertAmount, lockExistingAccount } from './account-row.ts';
import { appendEntry } from './append-entry.ts';
import { creditEntries } from './tables.ts';

/**
 * Gives back what was taken for a reference, all or part of it, exactly once.
 * @returns whether this call gave it back.
 * @throws Fault CREDITS_NOTHING_TO_REFUND (409) when less than that was taken
 */
export async function refund(
  tx: Tx,
  given: { userId: string; amount: number; reference: string; note?: string | undefined },
): Promise<boolean> {
  assertAmount(given.amount);
  await lockExistingAccount(tx, given.userId);
  const [taken] = await tx
    .select({ amount: creditEntries.amount })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.userId, given.userId),
        eq(creditEntries.kind, 'capture'),
        eq(creditEntries.reference, given.reference),
      ),
    );
  if (!taken || -taken.amount < given.amount) {
    throw new Fault({
      code: 'CREDITS_NOTHING_TO_REFUND',
      status: 409,
      message: 'No more can be given back than was taken for this.',
      internal: `refund of ${given.amount} for ${given.reference}, taken ${taken?.amount ?? 0}`,
    });
  }
  return await appendEntry(tx, { ...given, kind: 'refund' }, 0);
}
