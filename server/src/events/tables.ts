import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

/**
 * What happened, for browsers that reconnect. Written in the transaction that made it true, read by the event
 * streams, swept after a day. Rows of one person are committed in the order of their ids (see `publishEvent`).
 */
export const events = pgTable(
  'events',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    subject: text('subject').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('events_user_id_id_idx').on(table.userId, table.id),
    index('events_created_at_idx').on(table.createdAt),
  ],
);
