import {
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
  fromDriver: (buffer) => new Uint8Array(buffer),
});

/**
 * Every time an engine was asked: written before it is called, ended with what became of it. Written by whoever works,
 * read by the circuit breaker of every process and by the admin. Names no person; old ones are forgotten.
 */
export const engineAttempts = pgTable(
  'engine_attempts',
  {
    /** The key the engine was given. */
    id: uuid('id').primaryKey(),
    /** Null for the operator's own check. */
    jobId: uuid('job_id'),
    engineId: text('engine_id').notNull(),
    kind: text('kind').notNull(),
    /** The base model, where it is known. */
    model: text('model'),
    submittedAt: moment('submitted_at').notNull(),
    acceptedAt: moment('accepted_at'),
    endedAt: moment('ended_at'),
    /** `made`, `stopped` (by us or the person), or the kind of the fault; null while it runs. */
    outcome: text('outcome'),
    /** What the service said, for the operator. */
    said: text('said'),
    retryAfterSeconds: integer('retry_after_seconds'),
    tookMs: integer('took_ms'),
    /** US dollars: what the service said, else the estimate; null where nobody knows. */
    costUsd: doublePrecision('cost_usd'),
  },
  (table) => [
    index('engine_attempts_engine_idx').on(table.engineId, table.submittedAt.desc().nullsFirst()),
    index('engine_attempts_job_idx').on(table.jobId),
    index('engine_attempts_submitted_idx').on(table.submittedAt),
  ],
);

/** What a picture looks like so far. Unlogged: gone after a crash, and soon after the work is over. */
export const enginePreviews = pgTable('engine_previews', {
  jobId: uuid('job_id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  version: integer('version').notNull(),
  webp: bytea('webp').notNull(),
  at: moment('at').notNull().defaultNow(),
});

/** The operator's checks of an engine, one line each; the newest of an engine is shown. */
export const engineChecks = pgTable(
  'engine_checks',
  {
    id: uuid('id').primaryKey(),
    engineId: text('engine_id').notNull(),
    state: text('state', { enum: ['running', 'passed', 'failed'] }).notNull(),
    stage: text('stage'),
    fraction: real('fraction'),
    report: jsonb('report').$type<unknown>(),
    webp: bytea('webp'),
    beganAt: moment('began_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('engine_checks_engine_idx').on(table.engineId, table.beganAt.desc().nullsFirst()),
  ],
);
