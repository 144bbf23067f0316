import { type AppContext, afterCursor, writeCursor } from '@lumiku/app-kit';
import type { PageMeta } from '@lumiku/contract';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Generation, ListGenerationsQuery } from '../../contract.ts';
import { avatarGenerationCounts, avatarGenerations } from '../tables.ts';
import { viewGenerations } from './read-generations.ts';

/**
 * A person's generations, newest first. With a cursor the page starts right after the row it names (keyset: as fast on
 * the last page as on the first); otherwise `offset` rows are skipped.
 */
export async function listGenerations(
  context: Pick<AppContext, 'db' | 'jobs'>,
  userId: string,
  query: ListGenerationsQuery,
): Promise<{ data: Generation[]; meta: PageMeta }> {
  const { limit } = query;
  const offset = query.cursor === undefined ? query.offset : 0;
  const [rows, total] = await Promise.all([
    context.db
      .select()
      .from(avatarGenerations)
      .where(
        and(
          eq(avatarGenerations.userId, userId),
          query.status === undefined ? undefined : inArray(avatarGenerations.status, query.status),
          query.kind === undefined ? undefined : eq(avatarGenerations.kind, query.kind),
          afterCursor(query.cursor, avatarGenerations.createdAt, avatarGenerations.id),
        ),
      )
      .orderBy(desc(avatarGenerations.createdAt), desc(avatarGenerations.id))
      .limit(limit + 1)
      .offset(offset),
    countGenerations(context, userId, query),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: await viewGenerations(context, page),
    meta: {
      total,
      limit,
      offset,
      hasMore,
      ...(hasMore && last ? { nextCursor: writeCursor(last.createdAt, last.id) } : {}),
    },
  };
}

/** Of all kinds from the sums; of one kind by counting, which is what is asked for less. */
async function countGenerations(
  { db }: Pick<AppContext, 'db'>,
  userId: string,
  { status, kind }: Pick<ListGenerationsQuery, 'status' | 'kind'>,
): Promise<number> {
  if (kind !== undefined) {
    return db.$count(
      avatarGenerations,
      and(
        eq(avatarGenerations.userId, userId),
        eq(avatarGenerations.kind, kind),
        status === undefined ? undefined : inArray(avatarGenerations.status, status),
      ),
    );
  }
  const [sum] = await db
    .select({ total: sql<number>`coalesce(sum(${avatarGenerationCounts.generations}), 0)::int` })
    .from(avatarGenerationCounts)
    .where(
      and(
        eq(avatarGenerationCounts.userId, userId),
        status === undefined ? undefined : inArray(avatarGenerationCounts.status, status),
      ),
    );
  return sum?.total ?? 0;
}
