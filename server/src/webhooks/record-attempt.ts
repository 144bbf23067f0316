import { and, eq, sql } from 'drizzle-orm';
import type { ClaimedDelivery } from './claim-delivery.ts';
import { waitAfter } from './retry-schedule.ts';
import type { Attempt } from './send-delivery.ts';
import { webhookDeliveries, webhookEndpoints } from './tables.ts';
import type { WebhookParts } from './webhook-parts.ts';

const GONE = 410;

/**
 * Writes what came of an attempt and when the next one is due. A claim that was taken over meanwhile (its lease ran out)
 * leaves the delivery to the newer one and only adds its line to the log.
 */
export async function recordAttempt(
  { db, clock, log }: Pick<WebhookParts, 'db' | 'clock' | 'log'>,
  delivery: ClaimedDelivery,
  attempt: Attempt,
): Promise<void> {
  const at = clock.now();
  const isDelivered = attempt.error === null;
  const isGone = attempt.status === GONE;
  const waitMs =
    isDelivered || isGone
      ? null
      : waitAfter(delivery.attempt, attempt.retryAfterSeconds, Math.random());
  const { status, error, answer, milliseconds } = attempt;
  const state = isDelivered ? 'delivered' : waitMs === null ? 'failed' : 'pending';
  await db.transaction(async (tx) => {
    const [still] = await tx
      .update(webhookDeliveries)
      .set({
        state,
        nextAttemptAt: waitMs === null ? null : new Date(at.getTime() + waitMs),
        deliveredAt: isDelivered ? at : null,
        lastStatus: status,
        lastError: error,
      })
      .where(
        and(
          eq(webhookDeliveries.id, delivery.id),
          eq(webhookDeliveries.claims, delivery.claim),
          eq(webhookDeliveries.state, 'pending'),
        ),
      )
      .returning({ id: webhookDeliveries.id });
    // The endpoint, and this delivery with it, may have been deleted meanwhile.
    await tx.execute(sql`
      INSERT INTO webhook_attempts (delivery_id, at, milliseconds, status, error, answer)
      SELECT id, ${at.toISOString()}, ${milliseconds}, ${status}, ${error}, ${answer}
      FROM webhook_deliveries WHERE id = ${delivery.id}`);
    // 410 says: never again (Standard Webhooks, "disabling failing endpoints").
    if (still && isGone) {
      await tx
        .update(webhookEndpoints)
        .set({ isEnabled: false })
        .where(eq(webhookEndpoints.id, delivery.endpointId));
    }
  });
  const { id: deliveryId, endpointId } = delivery;
  log.info(
    { deliveryId, endpointId, attempt: delivery.attempt, status, error, milliseconds },
    'Webhook attempt',
  );
}

/** A worker that stops gives its attempt back, uncounted. */
export async function handBack(
  { db, clock }: Pick<WebhookParts, 'db' | 'clock'>,
  delivery: ClaimedDelivery,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set({ attempts: sql`${webhookDeliveries.attempts} - 1`, nextAttemptAt: clock.now() })
    .where(
      and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.claims, delivery.claim)),
    );
}
