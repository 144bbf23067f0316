import { z } from 'zod';
import { PoseFraming, PoseGender, PoseSupport } from './pose.ts';

/** Every joint of a worked-out pose; left and right are the subject's own. */
export const PoseJointName = z.enum([
  'pelvis',
  'waist',
  'chest',
  'neck',
  'headBase',
  'head',
  'headTop',
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'leftElbow',
  'leftWrist',
  'leftHand',
  'rightShoulder',
  'rightElbow',
  'rightWrist',
  'rightHand',
  'leftHip',
  'leftKnee',
  'leftAnkle',
  'leftToe',
  'rightHip',
  'rightKnee',
  'rightAnkle',
  'rightToe',
]);
export const PoseFrameName = z.enum([
  'pelvis',
  'waist',
  'chest',
  'neck',
  'head',
  'leftHand',
  'rightHand',
  'leftFoot',
  'rightFoot',
]);
export const PoseHandShape = z.enum(['relaxed', 'flat', 'fist', 'point', 'grip']);

/** Statures from the middle of the floor; nobody reaches further than that. */
const Length = z.number().min(-4).max(4);
const Cosine = z.number().min(-1.001).max(1.001);
const PosePoint = z.tuple([Length, Length, Length]);
/** Row by row; the columns are the part's own axes. */
const PoseRotation = z.tuple([
  Cosine,
  Cosine,
  Cosine,
  Cosine,
  Cosine,
  Cosine,
  Cosine,
  Cosine,
  Cosine,
]);

/** From where a pose is seen: degrees; yaw + turns the subject towards image right, pitch + looks down on it. */
export const PoseViewpoint = z.object({
  yaw: z.number().min(-360).max(360).default(0),
  pitch: z.number().min(-45).max(60).default(4),
  framing: PoseFraming.default('full'),
});
export type PoseViewpoint = z.infer<typeof PoseViewpoint>;

/**
 * A pose in three dimensions, as the editor opens and saves it. Lengths are fractions of stature; x is the subject's
 * left, y up from the floor, z forward.
 */
export const PoseJoints = z.object({
  joints: z.record(PoseJointName, PosePoint),
  frames: z.record(PoseFrameName, PoseRotation),
  hands: z.object({ left: PoseHandShape, right: PoseHandShape }),
  support: PoseSupport.default('none'),
  camera: PoseViewpoint.default({ yaw: 0, pitch: 4, framing: 'full' }),
  /** The body it is on; `any` is the neutral one. */
  gender: PoseGender.default('any'),
  /** Points of COCO-18, by their number, that are not drawn. */
  hidden: z.array(z.number().int().min(0).max(17)).max(18).default([]),
  /** What the hands that grip hold, e.g. `bag`. */
  props: z
    .array(
      z
        .string()
        .regex(/^[a-z_]+$/)
        .max(40),
    )
    .max(6)
    .optional(),
});
export type PoseJoints = z.infer<typeof PoseJoints>;
