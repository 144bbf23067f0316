import type { Database } from '@lumiku/app-kit';
import { count, sum } from 'drizzle-orm';
import { creditAccounts, creditEntries } from './tables.ts';

/** The studio's credits as a whole. `byKind` sums the ledgers of all; its sum is `balance`. */
export interface CreditTotals {
  accounts: number;
  balance: number;
  held: number;
  byKind: Record<string, number>;
}

export async function readTotals(db: Database): Promise<CreditTotals> {
  // One snapshot for both questions, or a capture in between would make them disagree.
  return await db.transaction(
    async (tx) => {
      const [all] = await tx
        .select({
          accounts: count(),
          balance: sum(creditAccounts.balance).mapWith(Number),
          held: sum(creditAccounts.held).mapWith(Number),
        })
        .from(creditAccounts);
      const kinds = await tx
        .select({ kind: creditEntries.kind, amount: sum(creditEntries.amount).mapWith(Number) })
        .from(creditEntries)
        .groupBy(creditEntries.kind);
      return {
        accounts: all?.accounts ?? 0,
        balance: all?.balance ?? 0,
        held: all?.held ?? 0,
        byKind: Object.fromEntries(kinds.map(({ kind, amount }) => [kind, amount])),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
