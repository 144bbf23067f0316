import { z } from 'zod';
import { PoseJoints } from './pose-joints.ts';

/** Something about a photo that a person should know before they use what was found in it. */
export const DetectionProblem = z.object({
  code: z.enum(['nobody', 'several_people', 'upside_down', 'half_body', 'unsure']),
  message: z.string(),
  fix: z.string(),
});
export type DetectionProblem = z.infer<typeof DetectionProblem>;

/** One person in a photo. Places are fractions of the photo, origin top left. */
export const DetectedFigure = z.object({
  /** COCO-18: x, y, confidence 0..1; null where nothing was seen. */
  keypoints: z.array(z.tuple([z.number(), z.number(), z.number()]).nullable()).length(18),
  /** How surely this is a person whose pose was read, 0..1. */
  score: z.number(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  /** The pose in three dimensions, as the editor opens it. What the photo does not show is guessed. */
  joints: PoseJoints,
  /** What is odd about this person. */
  problems: z.array(DetectionProblem),
});
export type DetectedFigure = z.infer<typeof DetectedFigure>;

/** Who is in a photo and how they stand, seen on this server's own CPU; nothing is kept. */
export const PoseDetection = z.object({
  width: z.number().int(),
  height: z.number().int(),
  /** The largest first. */
  people: z.array(DetectedFigure),
  /** What is odd about the photo and about the largest person in it. */
  problems: z.array(DetectionProblem),
});
export type PoseDetection = z.infer<typeof PoseDetection>;
