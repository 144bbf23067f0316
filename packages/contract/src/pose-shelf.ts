import { z } from 'zod';
import { PoseTemplate } from './pose.ts';
import { PoseDetection } from './pose-detection.ts';

/** A pose that looks like what was searched for, with the switches that make it look so. */
export const PoseLike = z.object({
  pose: PoseTemplate,
  mirror: z.boolean(),
  /** Degrees, as the `yaw` of its pictures. */
  yaw: z.number(),
  /** Whether its own pictures, mirrored where `mirror` says so, look clearly less like it than from there. */
  isTurned: z.boolean(),
  /** 0 is the same picture; below 0.15 alike, above 0.35 different. */
  distance: z.number(),
});
export type PoseLike = z.infer<typeof PoseLike>;

export const PoseSearch = z.object({
  data: z.array(PoseLike),
  /** Who was seen, when a photo was searched with. */
  detection: PoseDetection.optional(),
});
export type PoseSearch = z.infer<typeof PoseSearch>;

/** A person's own collection of poses; only they see it. */
export const PoseCollection = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** The one put in last comes first. */
  poseIds: z.array(z.string()),
});
export type PoseCollection = z.infer<typeof PoseCollection>;
