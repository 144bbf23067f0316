import { z } from 'zod';
import { LookChoice } from './look.ts';

/** Why a photo cannot (or can only just) be used; `severity: stop` is said before anything is paid. */
export const PhotoProblem = z.object({
  code: z.enum([
    'no_face',
    'several_people',
    'face_too_small',
    'face_cut_off',
    'too_dark',
    'too_bright',
    'blurred',
    'turned_away',
  ]),
  severity: z.enum(['stop', 'warn']),
  message: z.string(),
  fix: z.string(),
});
export type PhotoProblem = z.infer<typeof PhotoProblem>;

/** Boxes are fractions of the picture, origin top left. */
export const FaceBox = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type FaceBox = z.infer<typeof FaceBox>;

/** What this server saw in a photo, on its own CPU. Nothing in it identifies a person and nothing is kept. */
export const PhotoReport = z.object({
  width: z.number().int(),
  height: z.number().int(),
  people: z.number().int(),
  faces: z.array(
    z.object({
      box: FaceBox,
      /** 0..1 */
      confidence: z.number(),
      /** Degrees; yaw + = turned to the subject's left, pitch + = down, roll + = left ear higher. */
      yaw: z.number(),
      pitch: z.number(),
      roll: z.number(),
      /** Face height in pixels of the photo. */
      heightPx: z.number(),
    }),
  ),
  usable: z.boolean(),
  problems: z.array(PhotoProblem),
  /** A look to start from; only what could be seen is in it. The person may change all of it. */
  suggestion: LookChoice,
  /** 0..1 for each thing suggested. */
  certainty: z.partialRecord(LookChoice.keyof(), z.number()),
});
export type PhotoReport = z.infer<typeof PhotoReport>;
