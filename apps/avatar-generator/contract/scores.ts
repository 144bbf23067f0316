import { z } from 'zod';

/** How well a picture shows what was asked for, measured on the server. */
export const Scores = z.object({
  pose: z
    .object({
      /** Object keypoint similarity of the person to the pose, 0 to 1. */
      match: z.number(),
      /** Where the pass line is. */
      passAt: z.number(),
      passes: z.boolean(),
      /** Of the arm or leg that is furthest off. */
      worstLimb: z.string().nullable(),
      worstLimbDegrees: z.number().nullable(),
      /** It shows the pose with left and right exchanged. */
      isMirrored: z.boolean().default(false),
    })
    .nullable(),
  /** Likeness to the photo; measured only with consent, and for engines that promise it. */
  identity: z.object({ match: z.number(), passAt: z.number(), passes: z.boolean() }).nullable(),
  people: z.number().int(),
  /** Over every bar; null where too little could be seen to say. */
  passes: z.boolean().nullable(),
  /** Pictures that were made until this one was the best. */
  tries: z.number().int(),
});
export type Scores = z.infer<typeof Scores>;
