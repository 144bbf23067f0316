import { z } from 'zod';
import { ClipMove } from './clips.ts';

/** What this studio can make right now, for the screens to offer exactly that. */
export const Workshop = z.object({
  picture: z.object({ engine: z.string(), isAi: z.boolean(), hd: z.boolean() }).nullable(),
  faceSwap: z.object({ engine: z.string(), isAi: z.boolean() }).nullable(),
  clip: z
    .object({
      engine: z.string(),
      isAi: z.boolean(),
      moves: z.array(ClipMove),
      secondsMax: z.number(),
    })
    .nullable(),
  /** Days a photo is kept; null = as long as the pictures made from it. */
  photoKeptDays: z.number().int().nullable(),
});
export type Workshop = z.infer<typeof Workshop>;
export const WorkshopAnswer = z.object({ data: Workshop });
