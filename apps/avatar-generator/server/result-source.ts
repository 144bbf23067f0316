import { type AppContext, afterCursor, type PictureSource, writeCursor } from '@lumiku/app-kit';
import { and, desc, eq, ne } from 'drizzle-orm';
import { notAPicture } from './generation-faults.ts';
import { pictureType } from './jobs/generation-job.ts';
import { avatarGenerations } from './tables.ts';
import { findOwn } from './verbs/read-generations.ts';

/** Finished pictures, lent to every app as a photo to go on from: an avatar of one's own. */
export function resultSource(context: AppContext): PictureSource {
  return {
    id: 'pictures',
    label: { en: 'My pictures', id: 'Gambar saya' },
    async list(userId, { limit, cursor }) {
      const rows = await context.db
        .select()
        .from(avatarGenerations)
        .where(
          and(
            eq(avatarGenerations.userId, userId),
            eq(avatarGenerations.status, 'completed'),
            ne(avatarGenerations.kind, 'clip'),
            afterCursor(cursor, avatarGenerations.createdAt, avatarGenerations.id),
          ),
        )
        .orderBy(desc(avatarGenerations.createdAt), desc(avatarGenerations.id))
        .limit(limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        pictures: page.flatMap(
          ({ id, poseNames, poseTemplateId, outputImageUrl, thumbnailUrl, createdAt }) =>
            outputImageUrl === null || thumbnailUrl === null
              ? []
              : [
                  {
                    ...{ id, imageUrl: outputImageUrl, thumbnailUrl, createdAt },
                    title: poseNames?.en ?? (poseTemplateId || 'Picture'),
                  },
                ],
        ),
        ...(rows.length > limit && last
          ? { nextCursor: writeCursor(last.createdAt, last.id) }
          : {}),
      };
    },
    async open(userId, pictureId) {
      const row = await findOwn(context, userId, pictureId);
      const { outputImageUrl } = row;
      if (row.status !== 'completed' || outputImageUrl === null || row.kind === 'clip') {
        throw notAPicture();
      }
      const bytes = await context.images.read(outputImageUrl);
      const mediaType = pictureType(outputImageUrl);
      return { bytes, mediaType, title: row.poseNames?.en ?? 'picture' };
    },
  };
}
