import type { AppContext, JobProgress } from '@lumiku/app-kit';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Preview, PreviewState } from '../../contract.ts';
import { previewGone } from '../creator-faults.ts';
import { previews } from '../tables.ts';

export type PreviewRow = typeof previews.$inferSelect & { projectId: string };
type Reader = Pick<AppContext, 'db' | 'jobs' | 'clock'>;
type Pictures = Pick<
  Preview,
  'imageBase64' | 'thumbnailBase64' | 'mediaType' | 'thumbnailMediaType'
>;

/** @throws Fault PREVIEW_EXPIRED (404), also for what is somebody else's. */
export async function findOwnPreview(
  { db, clock }: Pick<Reader, 'db' | 'clock'>,
  userId: string,
  id: string,
): Promise<PreviewRow> {
  if (!z.uuid().safeParse(id).success) throw previewGone();
  const [row] = await db
    .select()
    .from(previews)
    .where(and(eq(previews.id, id), eq(previews.userId, userId)));
  return presentPreview(row, clock.now());
}

/** @throws Fault PREVIEW_EXPIRED (404) for a row that is gone, thrown away, past its hour or without its project. */
export function presentPreview(
  row: typeof previews.$inferSelect | undefined,
  now: Date,
): PreviewRow {
  const { projectId } = row ?? { projectId: null };
  if (!row || row.discardedAt || projectId === null || row.expiresAt <= now) throw previewGone();
  return { ...row, projectId };
}

/** @throws Fault PREVIEW_EXPIRED (404) */
export async function getPreview(
  context: Reader,
  userId: string,
  id: string,
): Promise<PreviewState> {
  const row = await findOwnPreview(context, userId, id);
  const progress = await context.jobs.progressOf([row.id]);
  return viewPreview(row, progress.get(row.id));
}

/** What of a project can still be looked at and saved, newest first. */
export async function listPreviews(
  context: Reader,
  userId: string,
  projectId: string,
): Promise<PreviewState[]> {
  const now = context.clock.now();
  const rows = await context.db
    .select()
    .from(previews)
    .where(
      and(
        eq(previews.userId, userId),
        eq(previews.projectId, projectId),
        isNull(previews.discardedAt),
        gt(previews.expiresAt, now),
      ),
    )
    .orderBy(desc(previews.createdAt), desc(previews.id));
  const progress = await context.jobs.progressOf(rows.map((row) => row.id));
  return rows.map((row) => viewPreview({ ...row, projectId }, progress.get(row.id)));
}

/** A row as the API shows it; `job` says how far unfinished work is. */
export function viewPreview(row: PreviewRow, job?: JobProgress): PreviewState {
  const isUnfinished = row.status === 'pending' || row.status === 'processing';
  const fraction = row.status === 'completed' ? 1 : isUnfinished ? (job?.fraction ?? null) : null;
  return {
    previewId: row.id,
    projectId: row.projectId,
    status: row.status,
    progress: fraction === null ? null : Math.round(Math.min(Math.max(fraction, 0), 1) * 100),
    stage: isUnfinished ? (job?.stage ?? null) : null,
    queuePosition: row.status === 'pending' ? (job?.position ?? null) : null,
    errorCode: row.errorCode,
    errorMessage: row.errorMessage,
    retryAfterSeconds: row.retryAfterSeconds,
    prompt: row.prompt,
    enhancedPrompt: row.enhancedPrompt,
    attributes: row.attributes,
    seed: row.seed,
    imageUrl: row.imageUrl,
    thumbnailUrl: row.thumbnailUrl,
    engine: row.engine,
    note: row.note,
    unreadWords: [...row.unreadWords],
    avatarId: row.avatarId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** The pictures of a completed preview as base64; null for one that has none. */
export async function readPictures(
  { images }: Pick<AppContext, 'images'>,
  preview: PreviewState,
): Promise<Pictures | null> {
  const { imageUrl, thumbnailUrl } = preview;
  if (imageUrl === null || thumbnailUrl === null) return null;
  const [image, thumbnail] = await Promise.all([images.read(imageUrl), images.read(thumbnailUrl)]);
  return {
    imageBase64: Buffer.from(image).toString('base64'),
    thumbnailBase64: Buffer.from(thumbnail).toString('base64'),
    mediaType: imageUrl.endsWith('.png') ? 'image/png' : 'image/jpeg',
    thumbnailMediaType: 'image/webp',
  };
}
