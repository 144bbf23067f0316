import type { AppContext, Tx } from '@lumiku/app-kit';
import { and, eq, inArray } from 'drizzle-orm';
import { previews } from '../tables.ts';

/**
 * Empties previews: words and pictures go, the bare row stays to be counted until its hour is over. Their jobs must
 * have been forgotten before.
 * @returns files to remove after the commit; those of saved previews belong to the avatar and are left out.
 */
export async function discardPreviews(
  context: Pick<AppContext, 'clock' | 'events'>,
  tx: Tx,
  userId: string,
  ids: readonly string[],
): Promise<(string | null)[]> {
  if (ids.length === 0) return [];
  const mine = and(inArray(previews.id, [...ids]), eq(previews.userId, userId));
  const rows = await tx.select().from(previews).where(mine).orderBy(previews.id).for('update');
  await tx
    .update(previews)
    .set({
      ...{ prompt: '', enhancedPrompt: '', attributes: { bodyType: 'half_body' } },
      ...{ imageUrl: null, thumbnailUrl: null, note: null, unreadWords: [] },
      ...{ errorMessage: null, discardedAt: context.clock.now() },
    })
    .where(mine);
  for (const { id } of rows) await context.events.forget(tx, { userId, subject: id });
  return rows
    .filter((row) => row.avatarId === null)
    .flatMap((row) => [row.imageUrl, row.thumbnailUrl]);
}
