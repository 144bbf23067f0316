import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { forgetGenerations } from '../forget-generations.ts';
import { findOwn } from './read-generations.ts';

/**
 * Deletes a generation with its pictures; work in progress is stopped and its credits go back. The photo stays while
 * another generation was made from it.
 * @throws Fault NOT_FOUND (404), also when it is deleted twice
 */
export async function deleteGeneration(
  context: AppContext,
  userId: string,
  id: string,
): Promise<void> {
  await findOwn(context, userId, id);
  const { urls } = await context.db.transaction(async (tx) => {
    const gone = await forgetGenerations(context, tx, userId, [id]);
    if (gone.count === 0) throw notFound('generation');
    return gone;
  });
  await context.images.remove(urls);
}
