import type { AuditAction } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * Who did what to whom. Append-only: a trigger refuses every change but the one a deleted account makes, whose id is
 * taken out of its lines. Written in the transaction of the deed where there is one.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    /** False: the command line did it. */
    isByPerson: boolean('is_by_person').notNull(),
    isToPerson: boolean('is_to_person').notNull(),
    actorId: text('actor_id').references(() => users.id, { onDelete: 'set null' }),
    targetId: text('target_id').references(() => users.id, { onDelete: 'set null' }),
    subject: text('subject'),
    details: jsonb('details').$type<Record<string, string | number | null>>().notNull(),
  },
  (table) => [
    index('audit_entries_actor_idx').on(table.actorId).where(sql`actor_id IS NOT NULL`),
    index('audit_entries_target_idx').on(table.targetId).where(sql`target_id IS NOT NULL`),
  ],
);

/** This studio's choice about an app, over what its manifest says; no row: not chosen. */
export const appSwitches = pgTable('app_switches', {
  appId: text('app_id').primaryKey(),
  isOn: boolean('is_on').notNull(),
  changedAt: moment('changed_at').notNull(),
});

/** What each round of the sweeper of files found; kept for 30 days. */
export const fileSweeps = pgTable(
  'file_sweeps',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    removed: integer('removed').notNull(),
    missing: integer('missing').notNull(),
  },
  (table) => [index('file_sweeps_at_idx').on(table.at)],
);
