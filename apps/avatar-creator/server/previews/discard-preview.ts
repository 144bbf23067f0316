import type { AppContext } from '@lumiku/app-kit';
import { discardPreviews } from './discard-previews.ts';
import { findOwnPreview } from './read-previews.ts';

/**
 * Throws a preview away, running work too; what was saved from it stays.
 * @throws Fault PREVIEW_EXPIRED (404)
 */
export async function discardPreview(
  context: AppContext,
  userId: string,
  id: string,
): Promise<void> {
  const preview = await findOwnPreview(context, userId, id);
  const urls = await context.db.transaction(async (tx) => {
    await context.jobs.forget(tx, preview.id);
    return await discardPreviews(context, tx, userId, [preview.id]);
  });
  await context.images.remove(urls);
}
