import type { AppContext } from '@lumiku/app-kit';
import { and, eq } from 'drizzle-orm';
import { type Avatar, PRICES } from '../../contract.ts';
import { previewNotReady } from '../creator-faults.ts';
import { findOwnPreview, presentPreview } from '../previews/read-previews.ts';
import { touchProject } from '../projects/change-projects.ts';
import { findOwnProject } from '../projects/read-projects.ts';
import { previews } from '../tables.ts';
import { claimAndCharge, type SaveRequest } from './claim-and-charge.ts';
import { insertAvatar, type NewAvatar } from './insert-avatar.ts';
import { getAvatar } from './read-avatars.ts';
import { savePictures } from './save-pictures.ts';

/**
 * Keeps what was looked at: files, row and the price, all or nothing. The same preview (or the very same picture, words
 * and name in the same project) is saved and paid once, however often and at whatever moment it is asked.
 * @throws Fault NOT_FOUND (404), PREVIEW_EXPIRED (404), PREVIEW_NOT_READY (409), INSUFFICIENT_CREDITS (402; the preview
 * stays), IDEMPOTENCY_KEY_REUSED (422), and for pictures what `images.accept` throws
 */
export async function savePreview(context: AppContext, request: SaveRequest): Promise<Avatar> {
  const { userId, projectId, input } = request;
  await findOwnProject(context, userId, projectId);
  const { previewId } = input;
  if (previewId === undefined) return await savePictures(context, request);
  const seen = await findOwnPreview(context, userId, previewId);
  if (seen.status !== 'completed') throw previewNotReady(seen.status);
  const id = await context.db.transaction(async (tx) => {
    const earlier = await claimAndCharge(context, tx, request, previewId, input);
    if (earlier !== null) return earlier;
    const now = context.clock.now();
    await touchProject(tx, { id: projectId, userId, now });
    const [row] = await tx
      .select()
      .from(previews)
      .where(and(eq(previews.id, previewId), eq(previews.userId, userId)))
      .for('update');
    const preview = presentPreview(row, now);
    if (preview.avatarId !== null) return preview.avatarId;
    await insertAvatar(context, tx, avatarOf(preview, request));
    await tx.update(previews).set({ avatarId: previewId }).where(eq(previews.id, previewId));
    return previewId;
  });
  return await getAvatar(context, userId, id);
}

function avatarOf(preview: typeof previews.$inferSelect, request: SaveRequest): NewAvatar {
  const { imageUrl, thumbnailUrl, widthPx, heightPx } = preview;
  if (imageUrl === null || thumbnailUrl === null || widthPx === null || heightPx === null) {
    throw previewNotReady(preview.status);
  }
  const { userId, projectId, input } = request;
  return {
    ...{ id: preview.id, userId, projectId, name: input.name, thumbnailUrl },
    picture: { url: imageUrl, widthPx, heightPx },
    sourceType: 'generated',
    generationPrompt: preview.prompt,
    enhancedPrompt: preview.enhancedPrompt,
    attributes: preview.attributes,
    seed: preview.seed,
    engine: preview.engine,
    creditUsed: PRICES.avatar,
  };
}
