import { randomBytes, randomUUID } from 'node:crypto';
import type { Tx } from '@lumiku/app-kit';
import {
  type ChangeWebhookInput,
  type CreateWebhookInput,
  notFound,
  WEBHOOK_TEST,
  type WebhookDeliveryDetail,
  type WebhookEndpoint,
} from '@lumiku/contract';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { WEBHOOK_CHANNEL } from './enqueue-deliveries.ts';
import { checkWebhookUrl } from './public-addresses.ts';
import { readDelivery, readEndpoint } from './read-webhooks.ts';
import { webhookDeliveries, webhookEndpoints, webhookSecrets } from './tables.ts';
import { deliveryUnderWay, endpointOff, tooManyEndpoints } from './webhook-faults.ts';
import type { WebhookParts } from './webhook-parts.ts';

const ENDPOINTS_MAX = 10;
/** Lock class of `pg_advisory_xact_lock`: the number of one person's endpoints. */
const ENDPOINTS_LOCK = 1_004;
/** Standard Webhooks asks for 24 to 64 random bytes. */
const SECRET_BYTES = 32;
const OVERLAP_HOURS = 24;

/**
 * @returns the endpoint and its secret, which is not shown again.
 * @throws Fault WEBHOOK_URL_REFUSED (422), WEBHOOKS_TOO_MANY (409)
 */
export async function createEndpoint(
  parts: WebhookParts,
  userId: string,
  input: CreateWebhookInput,
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  checkWebhookUrl(input.url, parts.isPrivateAllowed);
  const id = randomUUID();
  const createdAt = parts.clock.now();
  const secret = await parts.db.transaction(async (tx) => {
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(${ENDPOINTS_LOCK}::int, hashtext(${userId}))`,
    );
    const count = await tx.$count(webhookEndpoints, eq(webhookEndpoints.userId, userId));
    if (count >= ENDPOINTS_MAX) throw tooManyEndpoints(ENDPOINTS_MAX);
    await tx.insert(webhookEndpoints).values({ id, userId, createdAt, ...input });
    return await addSecret(tx, id, createdAt);
  });
  return { endpoint: await readEndpoint(parts, userId, id), secret };
}

/** @throws Fault NOT_FOUND (404), WEBHOOK_URL_REFUSED (422) */
export async function changeEndpoint(
  parts: WebhookParts,
  userId: string,
  id: string,
  change: ChangeWebhookInput,
): Promise<WebhookEndpoint> {
  const before = await readEndpoint(parts, userId, id);
  if (change.url !== undefined) checkWebhookUrl(change.url, parts.isPrivateAllowed);
  await parts.db
    .update(webhookEndpoints)
    .set({
      url: change.url ?? before.url,
      description: change.description ?? before.description,
      events: change.events ?? before.events,
      isEnabled: change.isEnabled ?? before.isEnabled,
    })
    .where(eq(webhookEndpoints.id, id));
  return await readEndpoint(parts, userId, id);
}

/** With its secrets, deliveries and log. @throws Fault NOT_FOUND (404) */
export async function deleteEndpoint(
  { db }: WebhookParts,
  userId: string,
  id: string,
): Promise<void> {
  const [gone] = await db
    .delete(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.userId, userId)))
    .returning({ id: webhookEndpoints.id });
  if (!gone) throw notFound('webhook');
}

/**
 * A new secret; for a day deliveries carry a signature by the one before as well, so that no receiver misses one while
 * it is changed over. @throws Fault NOT_FOUND (404)
 */
export async function rotateSecret(
  parts: WebhookParts,
  userId: string,
  id: string,
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  await readEndpoint(parts, userId, id);
  const now = parts.clock.now();
  const secret = await parts.db.transaction(async (tx) => {
    // Of two rotations at once the second must find the first one's secret to expire.
    await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.id, id))
      .for('update');
    await tx
      .update(webhookSecrets)
      .set({ expiresAt: new Date(now.getTime() + OVERLAP_HOURS * 3_600_000) })
      .where(and(eq(webhookSecrets.endpointId, id), isNull(webhookSecrets.expiresAt)));
    return await addSecret(tx, id, now);
  });
  return { endpoint: await readEndpoint(parts, userId, id), secret };
}

async function addSecret(tx: Tx, endpointId: string, createdAt: Date): Promise<string> {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  await tx.insert(webhookSecrets).values({ id: randomUUID(), endpointId, secret, createdAt });
  return secret;
}

/** Sends an event that says it is a test. @returns its delivery @throws Fault NOT_FOUND (404), WEBHOOK_OFF (409) */
export async function sendTest(
  parts: WebhookParts,
  userId: string,
  endpointId: string,
): Promise<WebhookDeliveryDetail> {
  const endpoint = await readEndpoint(parts, userId, endpointId);
  if (!endpoint.isEnabled) throw endpointOff();
  const id = randomUUID();
  const now = parts.clock.now();
  const data = { endpointId, message: 'This is a test from your studio.' };
  await parts.db.transaction(async (tx) => {
    await tx.insert(webhookDeliveries).values({
      ...{ id, endpointId, userId, type: WEBHOOK_TEST, createdAt: now, nextAttemptAt: now },
      body: JSON.stringify({ type: WEBHOOK_TEST, timestamp: now.toISOString(), data }),
    });
    await callWorkers(tx);
  });
  return await readDelivery(parts, userId, id);
}

/**
 * Sends a delivery again from the first attempt on: the same id and body, so that the receiver can tell it has it.
 * @throws Fault NOT_FOUND (404), WEBHOOK_UNDER_WAY (409)
 */
export async function replayDelivery(
  parts: WebhookParts,
  userId: string,
  id: string,
): Promise<WebhookDeliveryDetail> {
  await readDelivery(parts, userId, id);
  await parts.db.transaction(async (tx) => {
    const now = parts.clock.now();
    const [again] = await tx
      .update(webhookDeliveries)
      .set({ state: 'pending', attempts: 0, nextAttemptAt: now })
      .where(and(eq(webhookDeliveries.id, id), sql`${webhookDeliveries.state} <> 'pending'`))
      .returning({ id: webhookDeliveries.id });
    // What waits for its next try need not wait for it; what is on the line this moment (a claim whose attempt is not
    // written down yet) must not be sent twice.
    const [sooner] = again
      ? [again]
      : await tx
          .update(webhookDeliveries)
          .set({ nextAttemptAt: now })
          .where(
            and(
              eq(webhookDeliveries.id, id),
              sql`${webhookDeliveries.attempts} > 0`,
              sql`${webhookDeliveries.claims} = (SELECT count(*) FROM webhook_attempts WHERE delivery_id = ${id})`,
            ),
          )
          .returning({ id: webhookDeliveries.id });
    if (!sooner) throw deliveryUnderWay();
    await callWorkers(tx);
  });
  return await readDelivery(parts, userId, id);
}

async function callWorkers(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${WEBHOOK_CHANNEL}, '')`);
}
