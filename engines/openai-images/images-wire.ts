import { z } from 'zod';

/** An answer of the images API; some servers put an error into one that says 200. */
export const ImagesAnswer = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })).nullish(),
  error: z.unknown().optional(),
});
export type ImagesAnswer = z.infer<typeof ImagesAnswer>;

/** What a stream says: frames of the picture so far, then the picture, or why there is none. */
export const ImagesEvent = z.union([
  z.object({
    type: z.enum(['image_generation.partial_image', 'image_edit.partial_image']),
    b64_json: z.string(),
  }),
  z.object({
    type: z.enum(['image_generation.completed', 'image_edit.completed']),
    b64_json: z.string(),
  }),
  z.object({ type: z.literal('error'), error: z.unknown() }),
]);
export type ImagesEvent = z.infer<typeof ImagesEvent>;

export const SdJobAccepted = z.object({ id: z.string().min(1) });

const SdError = z.object({ code: z.string().default(''), message: z.string().default('') });
export const SdJob = z.object({
  status: z.enum(['queued', 'generating', 'completed', 'failed', 'cancelled']),
  result: z
    .object({
      images: z.array(z.object({ b64_json: z.string() })).optional(),
      /** A clip is one file. */
      b64_json: z.string().optional(),
    })
    .nullish(),
  error: SdError.nullish(),
});
export type SdJob = z.infer<typeof SdJob>;
