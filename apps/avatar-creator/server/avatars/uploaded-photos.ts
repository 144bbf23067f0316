import type { AppContext, GivenPhotos } from '@lumiku/app-kit';
import { and, eq } from 'drizzle-orm';
import { avatars } from '../tables.ts';
import { deleteAvatar } from './change-avatars.ts';

/** Own pictures people keep as avatars: photos they gave, until they delete them or take their consent back. */
export function uploadedPhotos(context: AppContext): GivenPhotos {
  const uploaded = (userId: string) =>
    and(eq(avatars.userId, userId), eq(avatars.sourceType, 'uploaded'));
  return {
    count: async (userId) => ({
      photos: await context.db.$count(avatars, uploaded(userId)),
      nextRemovalAt: null,
    }),
    async remove(userId) {
      const given = await context.db
        .select({ id: avatars.id })
        .from(avatars)
        .where(uploaded(userId));
      for (const { id } of given) await deleteAvatar(context, userId, id);
      return given.length;
    },
  };
}
