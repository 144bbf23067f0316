import { ConsentInForm, inBoth, PageMeta } from '@lumiku/contract';
import { z } from 'zod';
import {
  AgeRange,
  Attributes,
  AvatarName,
  BodyType,
  Gender,
  Prompt,
  Style,
  Success,
} from './choices.ts';

/** A kept picture of somebody. Times are ISO 8601 UTC. */
export const Avatar = z.object({
  id: z.uuid(),
  userId: z.string(),
  projectId: z.uuid(),
  name: z.string(),
  imageUrl: z.string(),
  thumbnailUrl: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  sourceType: z.enum(['generated', 'uploaded']),
  /** The person's own words; null for an uploaded picture. */
  generationPrompt: z.string().nullable(),
  /** What the engine was told; null when it is not known. */
  enhancedPrompt: z.string().nullable(),
  gender: Gender.nullable(),
  ageRange: AgeRange.nullable(),
  style: Style.nullable(),
  ethnicity: z.string().nullable(),
  bodyType: BodyType,
  seed: z.number().int().nullable(),
  /** Id of the engine that made it; null when it is not known. */
  engine: z.string().nullable(),
  creditUsed: z.number().int(),
  usageCount: z.number().int(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Avatar = z.infer<typeof Avatar>;

export const PICTURE_MISSING = inBoth({
  en: 'Attach a picture in the field "image".',
  id: 'Lampirkan gambar pada bagian "image".',
});

/** Fields of the multipart form of `POST /projects/:projectId/avatars`. */
export const UploadAvatarForm = Attributes.extend({
  image: z.instanceof(File, { message: PICTURE_MISSING }),
  name: AvatarName,
  consent: ConsentInForm,
});
export type UploadAvatarForm = z.infer<typeof UploadAvatarForm>;

/** What is left out stays; null takes the choice away. */
export const UpdateAvatarInput = z
  .object({
    name: AvatarName.optional(),
    /** Another project of the same person. */
    projectId: z
      .uuid(inBoth({ en: 'Name a project by its id.', id: 'Sebutkan album dengan id-nya.' }))
      .optional(),
    gender: Gender.nullable().optional(),
    ageRange: AgeRange.nullable().optional(),
    style: Style.nullable().optional(),
    ethnicity: Attributes.shape.ethnicity.unwrap().nullable().optional(),
    bodyType: BodyType.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: inBoth({
      en: 'Say what to change, for example a name.',
      id: 'Sebutkan yang diubah, misalnya nama.',
    }),
  });
export type UpdateAvatarInput = z.infer<typeof UpdateAvatarInput>;

/** A picture as text: plain base64, or a data URL (`data:image/png;base64,...`). */
const PictureText = z
  .string()
  .min(
    1,
    inBoth({ en: 'Send the picture as base64 text.', id: 'Kirim gambar sebagai teks base64.' }),
  );

/** `POST /projects/:projectId/avatars/save-preview`: by `previewId`, or by pictures with what they were made from. */
export const SavePreviewInput = Attributes.extend({
  name: AvatarName,
  previewId: z
    .uuid(inBoth({ en: 'A preview is named by its id.', id: 'Pratinjau disebut dengan id-nya.' }))
    .optional(),
  imageBase64: PictureText.optional(),
  /** Made from the picture when it is left out. */
  thumbnailBase64: PictureText.optional(),
  generationPrompt: Prompt.optional(),
}).superRefine((input, context) => {
  if ((input.previewId === undefined) === (input.imageBase64 === undefined)) {
    context.addIssue({
      code: 'custom',
      path: [input.previewId === undefined ? 'previewId' : 'imageBase64'],
      message: inBoth({
        en: 'Say what to save: a previewId, or the picture in imageBase64 (one of them).',
        id: 'Sebutkan yang disimpan: previewId, atau gambarnya dalam imageBase64 (salah satu).',
      }),
    });
  }
  if (input.imageBase64 !== undefined && input.generationPrompt === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['generationPrompt'],
      message: inBoth({
        en: 'Add the words the picture was made from.',
        id: 'Tambahkan kata-kata asal gambar ini.',
      }),
    });
  }
});
export type SavePreviewInput = z.infer<typeof SavePreviewInput>;

export const SAVED_MESSAGE = 'Avatar saved successfully';
export const AvatarAnswer = z.object({ success: Success, avatar: Avatar });
export const SavedAvatarAnswer = AvatarAnswer.extend({ message: z.string() });

export const ListAvatarsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(48),
  /** `meta.nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
});
export type ListAvatarsQuery = z.infer<typeof ListAvatarsQuery>;
export const AvatarsAnswer = z.object({
  success: Success,
  avatars: z.array(Avatar),
  meta: PageMeta,
});

/** One time an avatar was used: by which app, for which thing of it, when. */
export const AvatarUse = z.object({
  id: z.uuid(),
  appId: z.string(),
  /** Id of what was made from it, e.g. a generation of the app. */
  subjectId: z.string(),
  usedAt: z.iso.datetime(),
});
export type AvatarUse = z.infer<typeof AvatarUse>;
export const UsageHistoryAnswer = z.object({
  success: Success,
  usageHistory: z.array(AvatarUse),
  meta: PageMeta,
});
