import type { Events, Tx } from '@lumiku/app-kit';
import { sql } from 'drizzle-orm';

export const EVENT_CHANNEL = 'lumiku_events';

/** Lock class of `pg_advisory_xact_lock`: event order of one person. */
const EVENT_ORDER_LOCK = 1_001;

/**
 * Writes a durable event in the caller's transaction and tells every process when that commits. The lock, taken before
 * the id is drawn, makes the ids of one person commit in order, so that "everything after id n" never misses one.
 * It is held to the commit: publish last, after credits and rows.
 */
export async function publishEvent(tx: Tx, event: Parameters<Events['publish']>[1]): Promise<void> {
  await tx.execute(sql`
    WITH turn AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(${EVENT_ORDER_LOCK}::int, hashtext(${event.userId}))
    ), written AS (
      INSERT INTO events (user_id, type, subject, data)
      SELECT ${event.userId}, ${event.type}, ${event.subject}, ${JSON.stringify(event.data)}::jsonb FROM turn
      RETURNING id
    )
    SELECT pg_notify(${EVENT_CHANNEL}, ${event.userId}) FROM written`);
}
