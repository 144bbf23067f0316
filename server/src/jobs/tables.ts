import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Slow work; the row is the truth and the queue only wakes workers. Every change of state is one conditional UPDATE, so
 * of two that race (a worker that delivers, a person who cancels, a sweeper that takes a lease back) exactly one wins.
 * Locks are taken in this order everywhere: job row, credit account, the app's rows, event order.
 */
export const jobs = pgTable(
  'jobs',
  {
    /** Also the id of the thing it makes. */
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    payload: jsonb('payload').notNull(),
    price: integer('price').notNull(),
    /** The credit hold; null for free work. */
    holdId: text('hold_id'),
    state: text('state', {
      enum: ['pending', 'processing', 'completed', 'failed', 'cancelled'],
    })
      .notNull()
      .default('pending'),
    /** 0 = priority, 1 = normal, 2 = interactive. Normal work that waited long enough moves to 0. */
    rank: smallint('rank').notNull(),
    /** Place in line within the rank; people take turns (see `submit-job.ts`). */
    turn: bigint('turn', { mode: 'number' }).notNull(),
    /** Tries begun; a shutdown gives its try back. */
    attempt: integer('attempt').notNull().default(0),
    attemptsMax: integer('attempts_max').notNull(),
    /** Rises with every claim, so that a worker knows its lease from a later one of its own. */
    claims: integer('claims').notNull().default(0),
    runAfter: moment('run_after').notNull().defaultNow(),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    engineId: text('engine_id'),
    ticket: jsonb('ticket').$type<Record<string, unknown>>(),
    stage: text('stage'),
    progress: doublePrecision('progress'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('jobs_next_idx')
      .on(table.rank, table.turn, table.createdAt)
      .where(sql`${table.state} = 'pending'`),
    index('jobs_leases_idx').on(table.leaseUntil).where(sql`${table.state} = 'processing'`),
    index('jobs_user_pending_idx')
      .on(table.userId, table.rank, table.turn)
      .where(sql`${table.state} = 'pending'`),
    index('jobs_user_id_idx').on(table.userId),
    check('jobs_lease', sql`(${table.state} = 'processing') = (${table.leaseOwner} IS NOT NULL)`),
    check('jobs_price', sql`(${table.price} > 0) = (${table.holdId} IS NOT NULL)`),
    check(
      'jobs_state',
      sql`${table.state} IN ('pending', 'processing', 'completed', 'failed', 'cancelled')`,
    ),
  ],
);

/** Virtual time of each rank: the highest turn that was ever claimed. A newcomer's turn comes right after it. */
export const jobTurns = pgTable('job_turns', {
  rank: smallint('rank').primaryKey(),
  virtualTime: bigint('virtual_time', { mode: 'number' }).notNull().default(0),
});
