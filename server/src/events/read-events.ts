import type { Database } from '@lumiku/app-kit';
import type { LiveEvent } from '@lumiku/contract';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { events } from './tables.ts';

const READ_MAX = 500;

/** Durable events of a person (of one subject) after a position, oldest first; at most 500 at a time. */
export async function readEventsAfter(
  db: Database,
  filter: { userId: string; subject?: string | undefined; afterId: bigint },
): Promise<LiveEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.userId, filter.userId),
        gt(events.id, filter.afterId),
        filter.subject === undefined ? undefined : eq(events.subject, filter.subject),
      ),
    )
    .orderBy(asc(events.id))
    .limit(READ_MAX);
  return rows.map((row) => ({
    id: row.id.toString(),
    type: row.type,
    userId: row.userId,
    subject: row.subject,
    at: row.createdAt.toISOString(),
    data: row.data,
  }));
}

/** Position of the newest committed event of a person; 0 before the first. */
export async function latestEventId(db: Database, userId: string): Promise<bigint> {
  const [row] = await db
    .select({ id: sql<string>`coalesce(max(${events.id}), 0)` })
    .from(events)
    .where(eq(events.userId, userId));
  return BigInt(row?.id ?? 0);
}

/** Forgets events older than a day. @returns how many. */
export async function sweepEvents(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const result = await db.delete(events).where(sql`${events.createdAt} < ${before.toISOString()}`);
  return result.rowCount ?? 0;
}

/** Reads a `Last-Event-ID`; null for anything that was never one of ours. */
export function parseEventId(text: string | undefined): bigint | null {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}
