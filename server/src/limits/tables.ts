import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * Requests counted per person and minute; written and read by `rate-limiter-flexible` alone, which sets the names of
 * the columns and removes old rows. Unlogged (see migrations): counts may be lost in a crash, and cost no disk.
 */
export const requestCounts = pgTable('request_counts', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
});
