import type { AppContext, Tx } from '@lumiku/app-kit';
import { and, eq, inArray, or } from 'drizzle-orm';
import { shareSubject } from './sharing/share-generation.ts';
import { avatarGenerations } from './tables.ts';

/**
 * Deletes generations of a person in the caller's transaction; work in progress is stopped and its credits go back.
 * A photo stays while another generation was made from it.
 * @returns how many there were, and the pictures to remove once the transaction has gone through.
 */
export async function forgetGenerations(
  context: Pick<AppContext, 'jobs' | 'sources' | 'shares' | 'events'>,
  tx: Tx,
  userId: string,
  ids: readonly string[],
): Promise<{ count: number; urls: (string | null)[] }> {
  if (ids.length === 0) return { count: 0, urls: [] };
  await context.jobs.forget(tx, ids);
  const rows = await tx
    .delete(avatarGenerations)
    .where(and(inArray(avatarGenerations.id, [...ids]), eq(avatarGenerations.userId, userId)))
    .returning();
  const urls: (string | null)[] = [];
  for (const row of rows) {
    await context.sources.forget(tx, { userId, subjectId: row.id });
    await context.shares.forget(tx, { userId, subject: shareSubject(row.id) });
    await context.events.publish(tx, {
      type: 'generation.deleted',
      userId,
      subject: row.id,
      data: {},
    });
    urls.push(row.outputImageUrl, row.thumbnailUrl);
  }
  for (const given of new Set(rows.flatMap((row) => [row.inputImageUrl, row.targetImageUrl]))) {
    if (given !== null && !(await isStillNamed(tx, given))) urls.push(given);
  }
  return { count: rows.length, urls };
}

/** Whether another generation was made from this picture. */
export async function isStillNamed(db: Pick<Tx, '$count'>, url: string): Promise<boolean> {
  const named = or(
    eq(avatarGenerations.inputImageUrl, url),
    eq(avatarGenerations.targetImageUrl, url),
  );
  return (await db.$count(avatarGenerations, named)) > 0;
}
