import { afterCursor, writeCursor } from '@lumiku/app-kit';
import {
  notFound,
  type PageMeta,
  type WebhookDelivery,
  type WebhookDeliveryDetail,
  type WebhookEndpoint,
} from '@lumiku/contract';
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { webhookAttempts, webhookDeliveries, webhookEndpoints, webhookSecrets } from './tables.ts';
import type { WebhookParts } from './webhook-parts.ts';

type EndpointRow = typeof webhookEndpoints.$inferSelect;
type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** All of one person, oldest first. */
export async function listEndpoints(
  parts: WebhookParts,
  userId: string,
): Promise<WebhookEndpoint[]> {
  const rows = await parts.db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.userId, userId))
    .orderBy(webhookEndpoints.createdAt);
  return await viewEndpoints(parts, rows);
}

/** @throws Fault NOT_FOUND (404), also for somebody else's */
export async function readEndpoint(
  parts: WebhookParts,
  userId: string,
  id: string,
): Promise<WebhookEndpoint> {
  const rows = await parts.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.userId, userId)));
  const [endpoint] = await viewEndpoints(parts, rows);
  if (!endpoint) throw notFound('webhook');
  return endpoint;
}

async function viewEndpoints(
  { db, clock }: WebhookParts,
  rows: readonly EndpointRow[],
): Promise<WebhookEndpoint[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const expiring = await db
    .select({ endpointId: webhookSecrets.endpointId, expiresAt: webhookSecrets.expiresAt })
    .from(webhookSecrets)
    .where(and(inArray(webhookSecrets.endpointId, ids), gt(webhookSecrets.expiresAt, clock.now())));
  const until = new Map(expiring.map((row) => [row.endpointId, row.expiresAt]));
  // The newest attempt of each endpoint, by an index walk per endpoint.
  const newest = await db
    .selectDistinctOn([webhookDeliveries.endpointId], {
      endpointId: webhookDeliveries.endpointId,
      at: webhookAttempts.at,
      status: webhookAttempts.status,
      error: webhookAttempts.error,
    })
    .from(webhookAttempts)
    .innerJoin(webhookDeliveries, eq(webhookDeliveries.id, webhookAttempts.deliveryId))
    .where(inArray(webhookDeliveries.endpointId, ids))
    .orderBy(webhookDeliveries.endpointId, desc(webhookAttempts.id));
  const last = new Map(newest.map((row) => [row.endpointId, row]));
  return rows.map((row) => {
    const attempt = last.get(row.id);
    return {
      id: row.id,
      url: row.url,
      description: row.description,
      events: row.events,
      isEnabled: row.isEnabled,
      createdAt: row.createdAt.toISOString(),
      previousSecretUntil: until.get(row.id)?.toISOString() ?? null,
      lastAttempt: attempt
        ? {
            at: attempt.at.toISOString(),
            isDelivered: attempt.error === null,
            status: attempt.status,
          }
        : null,
    };
  });
}

/** The log of one endpoint, newest first. @throws Fault NOT_FOUND (404), CURSOR_INVALID (400) */
export async function listDeliveries(
  parts: WebhookParts,
  userId: string,
  query: { endpointId: string; limit: number; cursor?: string | undefined },
): Promise<{ data: WebhookDelivery[]; meta: PageMeta }> {
  const { endpointId, limit, cursor } = query;
  await readEndpoint(parts, userId, endpointId);
  const ofEndpoint = eq(webhookDeliveries.endpointId, endpointId);
  const rows = await parts.db
    .select()
    .from(webhookDeliveries)
    .where(and(ofEndpoint, afterCursor(cursor, webhookDeliveries.createdAt, webhookDeliveries.id)))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit + 1);
  const total = await parts.db.$count(webhookDeliveries, ofEndpoint);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit;
  const next = hasMore && last ? { nextCursor: writeCursor(last.createdAt, last.id) } : {};
  return { data: page.map(viewDelivery), meta: { total, limit, offset: 0, hasMore, ...next } };
}

/** With its body and attempts. @throws Fault NOT_FOUND (404) */
export async function readDelivery(
  { db }: WebhookParts,
  userId: string,
  id: string,
): Promise<WebhookDeliveryDetail> {
  const [row] = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.userId, userId)));
  if (!row) throw notFound('delivery');
  const attempts = await db
    .select()
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, id))
    .orderBy(desc(webhookAttempts.id))
    .limit(100);
  return {
    ...viewDelivery(row),
    body: row.body,
    attemptsMade: attempts.map(({ at, milliseconds, status, error, answer }) => ({
      ...{ at: at.toISOString(), milliseconds, status, error, answer },
    })),
  };
}

function viewDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpointId,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
  };
}

const KEPT_DAYS = 30;

/** Forgets deliveries older than 30 days and secrets that no longer sign. */
export async function sweepWebhooks({ db, clock }: WebhookParts): Promise<void> {
  const now = clock.now().toISOString();
  await db.execute(sql`DELETE FROM webhook_deliveries
    WHERE state <> 'pending' AND created_at < ${now}::timestamptz - ${KEPT_DAYS} * interval '1 day'`);
  await db.execute(sql`DELETE FROM webhook_secrets WHERE expires_at < ${now}::timestamptz`);
}
