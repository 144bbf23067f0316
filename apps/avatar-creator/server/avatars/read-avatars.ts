import { type AppContext, afterCursor, writeCursor } from '@lumiku/app-kit';
import { notFound, type PageMeta } from '@lumiku/contract';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Avatar, AvatarUse, ListAvatarsQuery } from '../../contract.ts';
import { avatars, avatarUses } from '../tables.ts';

export type AvatarRow = typeof avatars.$inferSelect;
type Reader = Pick<AppContext, 'db'>;

/** Adds how often each was used; one question for all of them. */
export async function viewAvatars({ db }: Reader, rows: readonly AvatarRow[]): Promise<Avatar[]> {
  const ids = rows.map((row) => row.id);
  const uses =
    ids.length === 0
      ? []
      : await db
          .select({
            avatarId: avatarUses.avatarId,
            count: sql<number>`count(*)::int`,
            last: sql<Date>`max(${avatarUses.usedAt})`.mapWith(avatarUses.usedAt),
          })
          .from(avatarUses)
          .where(inArray(avatarUses.avatarId, ids))
          .groupBy(avatarUses.avatarId);
  return rows.map((row) =>
    viewAvatar(
      row,
      uses.find((use) => use.avatarId === row.id),
    ),
  );
}

/** A row as the API shows it. */
export function viewAvatar(row: AvatarRow, use?: { count: number; last: Date }): Avatar {
  return {
    ...row,
    usageCount: use?.count ?? 0,
    lastUsedAt: use?.last.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** @throws Fault NOT_FOUND (404), also for what is somebody else's and for ids that are none. */
export async function findOwnAvatar(
  { db }: Reader,
  userId: string,
  id: string,
): Promise<AvatarRow> {
  if (!z.uuid().safeParse(id).success) throw notFound('avatar');
  const [row] = await db
    .select()
    .from(avatars)
    .where(and(eq(avatars.id, id), eq(avatars.userId, userId)));
  if (!row) throw notFound('avatar');
  return row;
}

/** @throws Fault NOT_FOUND (404) */
export async function getAvatar(context: Reader, userId: string, id: string): Promise<Avatar> {
  const [avatar] = await viewAvatars(context, [await findOwnAvatar(context, userId, id)]);
  if (!avatar) throw notFound('avatar');
  return avatar;
}

/** One page, newest first, of a project or of all of a person's. */
export async function pageAvatars(
  { db }: Reader,
  of: { userId: string; projectId?: string },
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: AvatarRow[]; nextCursor: string | undefined }> {
  const found = await db
    .select()
    .from(avatars)
    .where(and(within(of), afterCursor(page.cursor, avatars.createdAt, avatars.id)))
    .orderBy(desc(avatars.createdAt), desc(avatars.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = found.length > page.limit;
  return { rows, nextCursor: hasMore && last ? writeCursor(last.createdAt, last.id) : undefined };
}

export async function listAvatars(
  context: Reader,
  of: { userId: string; projectId: string },
  query: ListAvatarsQuery,
): Promise<{ avatars: Avatar[]; meta: PageMeta }> {
  const { rows, nextCursor } = await pageAvatars(context, of, query);
  const total = await context.db.$count(avatars, within(of));
  return {
    avatars: await viewAvatars(context, rows),
    meta: {
      ...{ total, limit: query.limit, offset: 0, hasMore: nextCursor !== undefined },
      ...(nextCursor === undefined ? {} : { nextCursor }),
    },
  };
}

function within(of: { userId: string; projectId?: string }): SQL | undefined {
  return and(
    eq(avatars.userId, of.userId),
    of.projectId === undefined ? undefined : eq(avatars.projectId, of.projectId),
  );
}

/** Newest first. @throws Fault NOT_FOUND (404) */
export async function listUses(
  context: Reader,
  userId: string,
  avatarId: string,
  query: ListAvatarsQuery,
): Promise<{ usageHistory: AvatarUse[]; meta: PageMeta }> {
  const avatar = await findOwnAvatar(context, userId, avatarId);
  const { limit, cursor } = query;
  const ofAvatar = eq(avatarUses.avatarId, avatar.id);
  const found = await context.db
    .select()
    .from(avatarUses)
    .where(and(ofAvatar, afterCursor(cursor, avatarUses.usedAt, avatarUses.id)))
    .orderBy(desc(avatarUses.usedAt), desc(avatarUses.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit;
  const total = await context.db.$count(avatarUses, ofAvatar);
  return {
    usageHistory: rows.map(({ id, appId, subjectId, usedAt }) => ({
      ...{ id, appId, subjectId, usedAt: usedAt.toISOString() },
    })),
    meta: {
      ...{ total, limit, offset: 0, hasMore },
      ...(hasMore && last ? { nextCursor: writeCursor(last.usedAt, last.id) } : {}),
    },
  };
}
