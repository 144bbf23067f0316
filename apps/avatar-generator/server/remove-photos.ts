import type { AppContext } from '@lumiku/app-kit';
import { and, inArray, isNotNull, lte, type SQL } from 'drizzle-orm';
import { isStillNamed } from './forget-generations.ts';
import { avatarGenerations } from './tables.ts';

/** Rows at once: a studio with years of photos must not lock them all. */
const ROUND_MAX = 200;

/**
 * Forgets the photos of generations that are over, and removes the files no other generation needs. Rows first: a
 * crash in between leaves files nobody names, which the sweeper finds.
 * @returns how many files went
 */
export async function removePhotos(
  { db, images }: Pick<AppContext, 'db' | 'images'>,
  which: SQL | undefined,
): Promise<number> {
  let removed = 0;
  while (true) {
    const rows = await db
      .select({
        id: avatarGenerations.id,
        input: avatarGenerations.inputImageUrl,
        target: avatarGenerations.targetImageUrl,
      })
      .from(avatarGenerations)
      .where(
        and(
          which,
          isNotNull(avatarGenerations.inputImageUrl),
          inArray(avatarGenerations.status, ['completed', 'failed', 'cancelled']),
        ),
      )
      .limit(ROUND_MAX);
    if (rows.length === 0) return removed;
    await db
      .update(avatarGenerations)
      .set({ inputImageUrl: null, targetImageUrl: null, inputExpiresAt: null })
      .where(
        inArray(
          avatarGenerations.id,
          rows.map((row) => row.id),
        ),
      );
    const urls = new Set(rows.flatMap((row) => [row.input, row.target]));
    for (const url of urls) {
      if (url === null || (await isStillNamed(db, url))) continue;
      await images.remove([url]);
      removed += 1;
    }
  }
}

/** What the studio does every minute: photos whose time to be kept is over vanish from disk and database. */
export function removeExpiredPhotos(
  context: Pick<AppContext, 'db' | 'images' | 'clock'>,
): Promise<number> {
  return removePhotos(context, lte(avatarGenerations.inputExpiresAt, context.clock.now()));
}
