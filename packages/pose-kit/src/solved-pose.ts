import { PoseFrameName, type PoseHandShape, PoseJointName } from '@lumiku/contract';
import type { z } from 'zod';

/** Subject's own left is +x, up is +y, towards a camera at yaw 0 is +z. Right-handed. */
export type Vec3 = readonly [x: number, y: number, z: number];
/** Row-major rotation matrix; its columns are the local axes in the world. */
export type Mat3 = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export const JOINT_NAMES = PoseJointName.options;
export type JointName = z.infer<typeof PoseJointName>;

export const FRAME_NAMES = PoseFrameName.options;
export type FrameName = z.infer<typeof PoseFrameName>;

/**
 * A pose worked out: where every joint is and how every part is turned, before any camera.
 * Lengths are fractions of stature, the floor is y = 0. `neck` is the base of the neck; COCO's neck is the
 * middle of the shoulders. `leftHand` is the middle of the palm's far edge (knuckles); hand frames have +z out
 * of the back of the hand and -y along the fingers.
 */
export interface SolvedPose {
  readonly joints: Readonly<Record<JointName, Vec3>>;
  readonly frames: Readonly<Record<FrameName, Mat3>>;
  readonly hands: { readonly left: HandShape; readonly right: HandShape };
  readonly support: 'none' | 'wall' | 'stool' | 'chair' | 'floor';
  /** What the hands that grip hold, e.g. `bag`; left out: nothing. */
  readonly props?: readonly string[] | undefined;
  /** Points of COCO-18, by their number, that a person took away: never projected, whatever the camera sees. */
  readonly hidden?: readonly number[];
}

export type HandShape = z.infer<typeof PoseHandShape>;
