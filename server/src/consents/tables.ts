import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * Who agreed to the use of their photos, to which version of the terms and when, and when it was taken back. Written by
 * this room alone; a row is closed, never changed otherwise.
 */
export const photoConsents = pgTable(
  'photo_consents',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    givenAt: moment('given_at').notNull(),
    /** How they were signed in: browser or program. */
    via: text('via').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    // At most one open consent a person: two presses at once are one.
    uniqueIndex('photo_consents_open').on(table.userId).where(sql`${table.withdrawnAt} IS NULL`),
    index('photo_consents_user_id_idx').on(table.userId, table.givenAt),
  ],
);
