import { z } from 'zod';

/** One person's 33 points, in BlazePose's order. */
export const SeenBody = z.object({
  /** 0..1: how surely this is a person. */
  score: z.number(),
  /** Degrees by which the body is turned clockwise in the photo; 180 stands on its head. */
  uprightTurn: z.number(),
  landmarks: z.array(
    z.object({
      /** Fractions of the photo. */
      x: z.number(),
      y: z.number(),
      /** Metres from the middle of the hips: x to image right, y down, z away from the camera. */
      world: z.tuple([z.number(), z.number(), z.number()]),
      /** 0..1: how surely the point is in the photo and not hidden. */
      visibility: z.number(),
    }),
  ),
});
export type SeenBody = z.infer<typeof SeenBody>;

/** Everybody in a photo whose pose can be read, the largest first. */
export const SeenBodies = z.object({
  width: z.number().int(),
  height: z.number().int(),
  bodies: z.array(SeenBody),
});
export type SeenBodies = z.infer<typeof SeenBodies>;
