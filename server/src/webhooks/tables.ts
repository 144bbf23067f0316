import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

/** Milliseconds, as the API shows them: a cursor made of a shown time finds its row again. */
const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** Addresses people want to be told at. Written by the verbs of this room. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    url: text('url').notNull(),
    description: text('description').notNull().default(''),
    events: text('events').array().notNull(),
    isEnabled: boolean('is_enabled').notNull().default(true),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('webhook_endpoints_user_id_idx').on(table.userId, table.createdAt)],
);

/**
 * What deliveries are signed with: the newest and, for a day after a rotation, the one before. In a table of their own,
 * without the person's id, so that an export of a person's rows never contains them.
 */
export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    id: uuid('id').primaryKey(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    createdAt: moment('created_at').notNull(),
    /** Null for the present one. */
    expiresAt: moment('expires_at'),
  },
  (table) => [index('webhook_secrets_endpoint_id_idx').on(table.endpointId)],
);

/**
 * One event on its way to one endpoint. Written in the transaction of the event itself, so that neither is there
 * without the other; taken by any worker under a lease; kept for 30 days as the log.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid('id').primaryKey(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    type: text('type').notNull(),
    /** The very bytes that are signed and sent, the same each time. */
    body: text('body').notNull(),
    state: text('state', { enum: ['pending', 'delivered', 'failed'] })
      .notNull()
      .default('pending'),
    /** Of the present round; a replay begins a new one. */
    attempts: integer('attempts').notNull().default(0),
    /** Also the end of the lease while a worker is at it. */
    nextAttemptAt: moment('next_attempt_at'),
    /** Rises with every claim: only the newest claim may write what came of it. */
    claims: integer('claims').notNull().default(0),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    deliveredAt: moment('delivered_at'),
  },
  (table) => [
    index('webhook_deliveries_due_idx')
      .on(table.nextAttemptAt)
      .where(sql`${table.state} = 'pending'`),
    index('webhook_deliveries_endpoint_idx').on(
      table.endpointId,
      table.createdAt.desc(),
      table.id.desc(),
    ),
    index('webhook_deliveries_created_at_idx').on(table.createdAt),
    check('webhook_deliveries_state', sql`${table.state} IN ('pending', 'delivered', 'failed')`),
    check(
      'webhook_deliveries_due',
      sql`(${table.state} = 'pending') = (${table.nextAttemptAt} IS NOT NULL)`,
    ),
  ],
);

/** Every try of a delivery, for the log people read. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    milliseconds: integer('milliseconds').notNull(),
    status: integer('status'),
    error: text('error'),
    answer: text('answer'),
  },
  (table) => [index('webhook_attempts_delivery_id_idx').on(table.deliveryId, table.id.desc())],
);
