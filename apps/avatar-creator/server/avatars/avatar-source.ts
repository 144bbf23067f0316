import type { AppContext, PictureSource } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { avatars, avatarUses } from '../tables.ts';
import { findOwnAvatar, pageAvatars } from './read-avatars.ts';

/** Avatars, lent to other apps; each use is remembered until what it was used for is gone. */
export function avatarSource(context: AppContext): PictureSource {
  return {
    id: 'avatars',
    label: { en: 'My avatars', id: 'Avatar saya' },
    async list(userId, page) {
      const { rows, nextCursor } = await pageAvatars(context, { userId }, page);
      const pictures = rows.map(({ id, name, imageUrl, thumbnailUrl, createdAt }) => ({
        ...{ id, title: name, imageUrl, thumbnailUrl, createdAt },
      }));
      return { pictures, nextCursor };
    },
    async open(userId, pictureId) {
      const { imageUrl, name } = await findOwnAvatar(context, userId, pictureId);
      const mediaType = imageUrl.endsWith('.png')
        ? 'image/png'
        : imageUrl.endsWith('.webp')
          ? 'image/webp'
          : 'image/jpeg';
      return { bytes: await context.images.read(imageUrl), mediaType, title: name };
    },
    async used(tx, { userId, pictureId, appId, subjectId }) {
      const [avatar] = await tx
        .select({ id: avatars.id })
        .from(avatars)
        .where(and(eq(avatars.id, pictureId), eq(avatars.userId, userId)))
        .for('key share');
      if (!avatar) throw notFound('avatar');
      const usedAt = context.clock.now();
      await tx
        .insert(avatarUses)
        .values({ avatarId: avatar.id, userId, appId, subjectId, usedAt })
        .onConflictDoNothing();
    },
    async forgotten(tx, { userId, appId, subjectId }) {
      await tx
        .delete(avatarUses)
        .where(
          and(
            eq(avatarUses.userId, userId),
            eq(avatarUses.appId, appId),
            eq(avatarUses.subjectId, subjectId),
          ),
        );
    },
  };
}
