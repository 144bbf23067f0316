import type { Words } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * Links that show one picture or clip to whoever has them. Written by their owner's calls through an app, counted by the public
 * page. Revoking deletes the row; links that have ended are forgotten by housekeeping.
 */
export const shareLinks = pgTable(
  'share_links',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `<app>:<kind>:<id>`; at most one living link each. */
    subject: text('subject').notNull(),
    /** The stored picture, `/uploads/…`; of a clip its poster. */
    pictureUrl: text('picture_url').notNull(),
    clipUrl: text('clip_url'),
    title: jsonb('title').$type<Words>().notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at'),
    views: integer('views').notNull().default(0),
    lastViewedAt: moment('last_viewed_at'),
  },
  (table) => [
    uniqueIndex('share_links_subject_idx').on(table.userId, table.subject),
    index('share_links_expires_at_idx').on(table.expiresAt).where(sql`expires_at IS NOT NULL`),
  ],
);
