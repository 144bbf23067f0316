import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { avatarGenerations } from '../tables.ts';
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
  const urls = await context.db.transaction(async (tx) => {
    await context.jobs.forget(tx, id);
    const [row] = await tx
      .delete(avatarGenerations)
      .where(and(eq(avatarGenerations.id, id), eq(avatarGenerations.userId, userId)))
      .returning();
    if (!row) throw notFound('generation');
    await context.sources.forget(tx, { userId, subjectId: id });
    const shared = await tx.$count(
      avatarGenerations,
      eq(avatarGenerations.inputImageUrl, row.inputImageUrl),
    );
    await context.events.publish(tx, {
      type: 'generation.deleted',
      userId,
      subject: id,
      data: {},
    });
    return [row.outputImageUrl, row.thumbnailUrl, shared === 0 ? row.inputImageUrl : null];
  });
  await context.images.remove(urls);
}
