import { type AppContext, afterCursor, writeCursor } from '@lumiku/app-kit';
import { notFound, type PageMeta } from '@lumiku/contract';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Batch, BatchWithItems, ListBatchesQuery } from '../../contract.ts';
import type { GenerationRow } from '../generation-view.ts';
import { avatarBatches, avatarGenerations } from '../tables.ts';
import { viewGenerations } from '../verbs/read-generations.ts';
import { type BatchRow, latestPerPlace, viewBatch } from './batch-view.ts';

type Reader = Pick<AppContext, 'db' | 'jobs'>;

/** @throws Fault NOT_FOUND (404), also for what is somebody else's and for ids that are none. */
export async function findOwnBatch(
  { db }: Pick<Reader, 'db'>,
  userId: string,
  id: string,
): Promise<BatchRow> {
  if (!z.uuid().safeParse(id).success) throw notFound('batch');
  const [row] = await db
    .select()
    .from(avatarBatches)
    .where(and(eq(avatarBatches.id, id), eq(avatarBatches.userId, userId)));
  if (!row) throw notFound('batch');
  return row;
}

/** Every try of every place, by place, newest first within one. */
export async function rowsOfBatch(
  { db }: Pick<Reader, 'db'>,
  batchId: string,
): Promise<GenerationRow[]> {
  return db
    .select()
    .from(avatarGenerations)
    .where(eq(avatarGenerations.batchId, batchId))
    .orderBy(
      asc(avatarGenerations.batchPlace),
      desc(avatarGenerations.createdAt),
      desc(avatarGenerations.id),
    );
}

/** @throws Fault NOT_FOUND (404) */
export async function getBatch(
  context: Reader,
  userId: string,
  id: string,
): Promise<BatchWithItems> {
  const batch = await findOwnBatch(context, userId, id);
  const rows = await rowsOfBatch(context, id);
  const items = await viewGenerations(context, latestPerPlace(rows));
  return { ...viewBatch(batch, rows), items };
}

/** A person's batches, newest first, without their pictures. */
export async function listBatches(
  { db }: Pick<Reader, 'db'>,
  userId: string,
  { limit, cursor }: ListBatchesQuery,
): Promise<{ data: Batch[]; meta: PageMeta }> {
  const own = eq(avatarBatches.userId, userId);
  const rows = await db
    .select()
    .from(avatarBatches)
    .where(and(own, afterCursor(cursor, avatarBatches.createdAt, avatarBatches.id)))
    .orderBy(desc(avatarBatches.createdAt), desc(avatarBatches.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const parts = await partsOf(
    db,
    page.map((row) => row.id),
  );
  const last = page.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: page.map((row) => viewBatch(row, parts.get(row.id) ?? [])),
    meta: {
      ...{ total: await db.$count(avatarBatches, own), limit, offset: 0, hasMore },
      ...(hasMore && last ? { nextCursor: writeCursor(last.createdAt, last.id) } : {}),
    },
  };
}

async function partsOf(db: Reader['db'], batchIds: readonly string[]) {
  if (batchIds.length === 0) return new Map<string | null, never[]>();
  const parts = await db
    .select({
      batchId: avatarGenerations.batchId,
      batchPlace: avatarGenerations.batchPlace,
      status: avatarGenerations.status,
      quality: avatarGenerations.quality,
      priority: avatarGenerations.priority,
      creditUsed: avatarGenerations.creditUsed,
      thumbnailUrl: avatarGenerations.thumbnailUrl,
      createdAt: avatarGenerations.createdAt,
    })
    .from(avatarGenerations)
    .where(inArray(avatarGenerations.batchId, [...batchIds]))
    .orderBy(
      asc(avatarGenerations.batchPlace),
      desc(avatarGenerations.createdAt),
      desc(avatarGenerations.id),
    );
  return Map.groupBy(parts, (part) => part.batchId);
}
