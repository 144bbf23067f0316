import type { AppContext, GivenPhotos } from '@lumiku/app-kit';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { removePhotos } from './remove-photos.ts';
import { avatarGenerations } from './tables.ts';

/** The photos pictures were made from. */
export function givenPhotos(context: AppContext): GivenPhotos {
  const { db } = context;
  const { inputImageUrl, inputExpiresAt } = avatarGenerations;
  return {
    /** Several pictures may be made from one photo. */
    async count(userId) {
      const [kept] = await db
        .select({
          photos: sql<number>`count(DISTINCT ${inputImageUrl})::int`,
          next: sql<Date | null>`min(${inputExpiresAt})`.mapWith(inputExpiresAt),
        })
        .from(avatarGenerations)
        .where(and(eq(avatarGenerations.userId, userId), isNotNull(inputImageUrl)));
      return { photos: kept?.photos ?? 0, nextRemovalAt: kept?.next ?? null };
    },
    async remove(userId) {
      const own = eq(avatarGenerations.userId, userId);
      const unfinished = await db
        .select({ id: avatarGenerations.id })
        .from(avatarGenerations)
        .where(and(own, inArray(avatarGenerations.status, ['pending', 'processing'])));
      for (const { id } of unfinished) await context.jobs.cancel(id);
      return await removePhotos(context, own);
    },
  };
}
