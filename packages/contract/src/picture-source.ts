import { z } from 'zod';
import { Words } from './words.ts';

/** Where a picture can be taken from instead of a file: an app's collection of pictures (`GET /api/picture-sources`). */
export const PictureSourceCard = z.object({
  /** `<app>:<source>`, e.g. `avatar-creator:avatars`. */
  id: z.string(),
  appId: z.string(),
  label: Words,
});
export type PictureSourceCard = z.infer<typeof PictureSourceCard>;

/** One picture of it. Its files are shown to their owner only. */
export const SourcePicture = z.object({
  /** What to send as `source`: `<app>:<source>:<id>`. */
  ref: z.string(),
  title: z.string(),
  imageUrl: z.string(),
  thumbnailUrl: z.string(),
  createdAt: z.iso.datetime(),
});
export type SourcePicture = z.infer<typeof SourcePicture>;

export const PictureSourcesAnswer = z.object({ data: z.array(PictureSourceCard) });

/** `GET /api/picture-sources/:source?limit=&cursor=`, newest first. */
export const SourcePicturesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  cursor: z.string().max(200).optional(),
});
export type SourcePicturesQuery = z.infer<typeof SourcePicturesQuery>;
export const SourcePicturesAnswer = z.object({
  data: z.array(SourcePicture),
  meta: z.object({
    limit: z.number().int(),
    hasMore: z.boolean(),
    nextCursor: z.string().optional(),
  }),
});
export type SourcePicturesAnswer = z.infer<typeof SourcePicturesAnswer>;
