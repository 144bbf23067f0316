import type { Clock, Events, Tx } from '@lumiku/app-kit';
import { sql } from 'drizzle-orm';

export const WEBHOOK_CHANNEL = 'lumiku_webhooks';

/**
 * Writes a delivery for every endpoint of the person that wants this event, in the event's own transaction: a delivery
 * exists exactly when what it tells is true. One statement that finds nothing for people without endpoints.
 */
export async function enqueueDeliveries(
  tx: Tx,
  event: Parameters<Events['publish']>[1],
  clock: Clock,
): Promise<void> {
  const at = clock.now().toISOString();
  const body = JSON.stringify({ type: event.type, timestamp: at, data: event.data });
  await tx.execute(sql`
    WITH written AS (
      INSERT INTO webhook_deliveries (id, endpoint_id, user_id, type, body, next_attempt_at, created_at)
      SELECT gen_random_uuid(), id, user_id, ${event.type}, ${body}, ${at}, ${at} FROM webhook_endpoints
      WHERE user_id = ${event.userId} AND is_enabled AND ${event.type} = ANY(events)
      RETURNING 1
    )
    SELECT pg_notify(${WEBHOOK_CHANNEL}, '') FROM written LIMIT 1`);
}
