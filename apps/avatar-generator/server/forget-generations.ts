import type { AppContext, Tx } from '@lumiku/app-kit';
import { and, eq, inArray } from 'drizzle-orm';
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
  for (const input of new Set(rows.map((row) => row.inputImageUrl))) {
    if (input === null) continue;
    const shared = await tx.$count(avatarGenerations, eq(avatarGenerations.inputImageUrl, input));
    if (shared === 0) urls.push(input);
  }
  return { count: rows.length, urls };
}
