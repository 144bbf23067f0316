import type { AppContext, JobProgress } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Avatar, AvatarMaking, AvatarRequest } from '../../contract.ts';
import { viewAvatars } from '../avatars/read-avatars.ts';
import { avatars, makings } from '../tables.ts';

export type MakingRow = typeof makings.$inferSelect;

export const isUnderway = ({ status }: Pick<AvatarMaking, 'status'>): boolean =>
  status === 'pending' || status === 'processing';

/** A row as the API shows it. */
export function viewMaking(
  row: MakingRow,
  avatar: Avatar | null = null,
  job?: JobProgress,
): AvatarMaking {
  const fraction =
    row.status === 'completed' ? 1 : isUnderway(row) ? (job?.fraction ?? null) : null;
  return {
    id: row.id,
    requestId: row.requestId,
    name: row.name,
    status: row.status,
    progress: fraction === null ? null : Math.round(Math.min(Math.max(fraction, 0), 1) * 100),
    stage: isUnderway(row) ? (job?.stage ?? null) : null,
    errorCode: row.errorCode,
    errorMessage: row.errorMessage,
    avatar,
  };
}

/** How a whole request stands. @throws Fault NOT_FOUND (404), also for somebody else's */
export async function getRequest(
  context: Pick<AppContext, 'db' | 'jobs'>,
  userId: string,
  id: string,
): Promise<AvatarRequest> {
  if (!z.uuid().safeParse(id).success) throw notFound('request');
  const rows = await context.db
    .select()
    .from(makings)
    .where(and(eq(makings.requestId, id), eq(makings.userId, userId)))
    .orderBy(asc(makings.position));
  const [first] = rows;
  if (!first) throw notFound('request');
  const ids = rows.map((row) => row.id);
  const made = await viewAvatars(
    context,
    await context.db.select().from(avatars).where(inArray(avatars.id, ids)),
  );
  const progress = await context.jobs.progressOf(ids);
  const delivered = rows.filter((row) => row.status === 'completed');
  return {
    id,
    projectId: first.projectId,
    status: rows.some(isUnderway) ? 'processing' : 'completed',
    makings: rows.map((row) =>
      viewMaking(row, made.find((avatar) => avatar.id === row.id) ?? null, progress.get(row.id)),
    ),
    creditsHeld: rows.reduce((sum, row) => sum + row.price, 0),
    creditUsed: delivered.reduce((sum, row) => sum + row.price, 0),
    createdAt: first.createdAt.toISOString(),
  };
}
