import type { AppContext } from '@lumiku/app-kit';
import { eq, lt } from 'drizzle-orm';
import { previews } from '../tables.ts';
import { discardPreviews } from './discard-previews.ts';

const AT_ONCE = 200;

/** Forgets previews whose hour is over: job, events, row, then files. Saved ones leave their files to the avatar. */
export async function sweepPreviews(context: AppContext): Promise<void> {
  const expired = lt(previews.expiresAt, context.clock.now());
  while (true) {
    const rows = await context.db
      .select({ id: previews.id, userId: previews.userId })
      .from(previews)
      .where(expired)
      .limit(AT_ONCE);
    for (const { id, userId } of rows) {
      const urls = await context.db.transaction(async (tx) => {
        await context.jobs.forget(tx, id);
        const files = await discardPreviews(context, tx, userId, [id]);
        await tx.delete(previews).where(eq(previews.id, id));
        return files;
      });
      await context.images.remove(urls);
    }
    if (rows.length < AT_ONCE) return;
  }
}
