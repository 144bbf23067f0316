import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

/**
 * The money. Written only by the verbs of this folder, always with the account row locked first, so for one person
 * everything here happens in one order. The checks below are the last line: no race can take a balance under zero.
 */
const credits = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
/** The wall clock, not the start of the transaction: behind the account's lock, times then follow the order of ids. */
const writtenAt = (name: string) => moment(name).notNull().default(sql`clock_timestamp()`);

/** One row per person: the sums of the two tables below, kept in the same transaction as every change of them. */
export const creditAccounts = pgTable(
  'credit_accounts',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    balance: credits('balance').notNull().default(0),
    held: credits('held').notNull().default(0),
    openedAt: writtenAt('opened_at'),
  },
  (table) => [
    check('credit_accounts_never_below_zero', sql`${table.balance} >= 0 and ${table.held} >= 0`),
    check('credit_accounts_held_is_covered', sql`${table.held} <= ${table.balance}`),
  ],
);

const account = () =>
  text('user_id')
    .notNull()
    .references(() => creditAccounts.userId, { onDelete: 'cascade' });

/** Append-only: a trigger refuses every change but the deletion of the whole person. Order of ids = order of events. */
export const creditEntries = pgTable(
  'credit_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: account(),
    amount: credits('amount').notNull(),
    kind: text('kind', { enum: ['welcome', 'grant', 'purchase', 'capture', 'refund'] }).notNull(),
    reference: text('reference').notNull(),
    note: text('note'),
    balanceAfter: credits('balance_after').notNull(),
    createdAt: writtenAt('created_at'),
  },
  (table) => [
    uniqueIndex('credit_entries_once').on(table.userId, table.kind, table.reference),
    index('credit_entries_of_user').on(table.userId, table.id),
    check(
      'credit_entries_sign',
      sql`(${table.kind} = 'capture' and ${table.amount} < 0) or (${table.kind} in ('welcome', 'grant', 'purchase', 'refund') and ${table.amount} > 0)`,
    ),
    check('credit_entries_never_below_zero', sql`${table.balanceAfter} >= 0`),
  ],
);

/** Credits set aside. `held` ends exactly once, as `captured` or `released`, and never comes back. */
export const creditHolds = pgTable(
  'credit_holds',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: account(),
    amount: credits('amount').notNull(),
    capturedAmount: credits('captured_amount'),
    state: text('state', { enum: ['held', 'captured', 'released'] })
      .notNull()
      .default('held'),
    reference: text('reference').notNull().unique(),
    /** Reference of the whole, where several were placed as one: each pays for one part and ends on its own. */
    sharedReference: text('shared_reference'),
    createdAt: writtenAt('created_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('credit_holds_open')
      .on(table.userId, table.createdAt)
      .where(sql`${table.state} = 'held'`),
    check('credit_holds_amount', sql`${table.amount} > 0`),
    check(
      'credit_holds_captured_amount',
      sql`(${table.state} = 'captured') = (${table.capturedAmount} is not null) and (${table.capturedAmount} is null or ${table.capturedAmount} between 1 and ${table.amount})`,
    ),
    check('credit_holds_state', sql`${table.state} in ('held', 'captured', 'released')`),
  ],
);
