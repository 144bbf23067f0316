import type { Database } from '@lumiku/app-kit';
import type { CreditHold, CreditSummary, LedgerEntry } from '@lumiku/contract';
import { and, asc, count, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { openAccount } from './open-account.ts';
import { creditAccounts, creditEntries, creditHolds } from './tables.ts';

/** Which lines of a ledger: `from` is included, `to` is not. */
export interface EntryFilter {
  userId: string;
  /** None given: all of them. */
  kinds?: LedgerEntry['kind'][] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** What a person has; opens their account, with its welcome grant, when this is the first look at it. */
export async function readSummary(
  db: Database,
  userId: string,
  welcomeCredits: number,
): Promise<CreditSummary> {
  const find = () =>
    db
      .select({ balance: creditAccounts.balance, held: creditAccounts.held })
      .from(creditAccounts)
      .where(eq(creditAccounts.userId, userId));
  let [row] = await find();
  if (!row) {
    await db.transaction((tx) => openAccount(tx, { userId, welcomeCredits }));
    [row] = await find();
  }
  if (!row) throw new Error(`credit account of ${userId} vanished while being opened`);
  return { ...row, available: row.balance - row.held };
}

/** Newest first. */
export async function readEntries(
  db: Database,
  filter: EntryFilter,
  page: { limit: number; offset: number },
): Promise<LedgerEntry[]> {
  const rows = await db
    .select()
    .from(creditEntries)
    .where(matching(filter))
    .orderBy(desc(creditEntries.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(toEntry);
}

export async function countEntries(db: Database, filter: EntryFilter): Promise<number> {
  const [row] = await db.select({ total: count() }).from(creditEntries).where(matching(filter));
  return row?.total ?? 0;
}

/** The whole ledger, newest first, in batches: keyset by id, so lines written meanwhile shift nothing. */
export async function* walkEntries(
  db: Database,
  filter: EntryFilter,
  batchSize = 500,
): AsyncGenerator<LedgerEntry> {
  let before: number | undefined;
  for (;;) {
    const rows = await db
      .select()
      .from(creditEntries)
      .where(and(matching(filter), before === undefined ? undefined : lt(creditEntries.id, before)))
      .orderBy(desc(creditEntries.id))
      .limit(batchSize);
    for (const row of rows) yield toEntry(row);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    before = last.id;
  }
}

/** Holds of work in progress, oldest first; the open shares of one placed as a whole are one hold. */
export async function readOpenHolds(db: Database, userId: string): Promise<CreditHold[]> {
  const rows = await db
    .select()
    .from(creditHolds)
    .where(and(eq(creditHolds.userId, userId), eq(creditHolds.state, 'held')))
    .orderBy(asc(creditHolds.createdAt), asc(creditHolds.id));
  const holds = new Map<string, CreditHold>();
  for (const row of rows) {
    const reference = row.sharedReference ?? row.reference;
    const { id, state } = row;
    const known = holds.get(reference);
    if (known) known.amount += row.amount;
    else {
      const createdAt = row.createdAt.toISOString();
      holds.set(reference, { id, amount: row.amount, state, reference, createdAt });
    }
  }
  return [...holds.values()];
}

function matching(filter: EntryFilter): SQL | undefined {
  return and(
    eq(creditEntries.userId, filter.userId),
    filter.kinds === undefined ? undefined : inArray(creditEntries.kind, filter.kinds),
    filter.from === undefined ? undefined : gte(creditEntries.createdAt, filter.from),
    filter.to === undefined ? undefined : lt(creditEntries.createdAt, filter.to),
  );
}

export function toEntry(row: typeof creditEntries.$inferSelect): LedgerEntry {
  return {
    id: String(row.id),
    amount: row.amount,
    kind: row.kind,
    reference: row.reference,
    note: row.note,
    balanceAfter: row.balanceAfter,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Balances of many; whoever has no account yet gets theirs opened, so that the welcome grant is never missing. */
export async function readBalances(
  db: Database,
  userIds: readonly string[],
  welcomeCredits: number,
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ userId: creditAccounts.userId, balance: creditAccounts.balance })
    .from(creditAccounts)
    .where(inArray(creditAccounts.userId, [...userIds]));
  const balances = new Map(rows.map((row) => [row.userId, row.balance]));
  for (const userId of userIds) {
    if (balances.has(userId)) continue;
    balances.set(userId, (await readSummary(db, userId, welcomeCredits)).balance);
  }
  return balances;
}
