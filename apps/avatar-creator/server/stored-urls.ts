import type { AppContext } from '@lumiku/app-kit';
import { and, eq, isNull } from 'drizzle-orm';
import { avatars, previews } from './tables.ts';

/** Every picture the rows of a person name. */
export async function listStoredUrls(
  { db }: Pick<AppContext, 'db'>,
  userId: string,
): Promise<string[]> {
  const kept = await db
    .select({ image: avatars.imageUrl, thumbnail: avatars.thumbnailUrl })
    .from(avatars)
    .where(eq(avatars.userId, userId));
  // A saved preview names the avatar's files, which may have been deleted since.
  const seen = await db
    .select({ image: previews.imageUrl, thumbnail: previews.thumbnailUrl })
    .from(previews)
    .where(and(eq(previews.userId, userId), isNull(previews.avatarId)));
  return [...kept, ...seen]
    .flatMap((row) => [row.image, row.thumbnail])
    .filter((url): url is string => url !== null);
}
