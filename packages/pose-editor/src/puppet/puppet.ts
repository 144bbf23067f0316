import type { HandShape, JointName, Mat3, SolvedPose, Vec3 } from '@lumiku/pose-kit';

export type Side = 'left' | 'right';
export const SIDES = ['left', 'right'] as const satisfies readonly Side[];

/** An arm as turns: of the upper arm in the chest, of the elbow, of the hand on the forearm. */
export interface PuppetArm {
  /** +y up the upper arm, +z to the side the elbow folds to. */
  readonly upper: Mat3;
  /** Elbow flexion, degrees. */
  readonly bend: number;
  readonly hand: Mat3;
  readonly shape: HandShape;
  /** Degrees the collar bone is lifted beyond what the arm needs. */
  readonly shrug: number;
}

/** A leg as turns: of the thigh in the pelvis, of the knee, of the foot on the shin. */
export interface PuppetLeg {
  /** +y up the thigh, +z to its front. */
  readonly thigh: Mat3;
  /** Knee flexion, degrees. */
  readonly bend: number;
  readonly foot: Mat3;
}

/** Where each joint sits in the part before it; never changes while a pose is edited, so limbs keep their length. */
export interface PuppetMeasures {
  readonly upperArm: number;
  readonly forearm: number;
  readonly thigh: number;
  readonly shank: number;
  /** Joints of the trunk and head in the frame they hang from. */
  readonly offsets: Readonly<Record<TrunkOffset, Vec3>>;
  /** Knuckles in the hand's frame, toes in the foot's, hip joints in the pelvis'. */
  readonly ends: Readonly<
    Record<Side, { readonly hip: Vec3; readonly knuckles: Vec3; readonly toe: Vec3 }>
  >;
  /** Shoulder joint in the chest's frame, from the middle of the shoulders, with the collar bone at rest. */
  readonly shoulders: Readonly<Record<Side, Vec3>>;
}

export type TrunkOffset =
  | 'waist'
  | 'chest'
  | 'shoulderMiddle'
  | 'neck'
  | 'headBase'
  | Extract<
      JointName,
      'head' | 'headTop' | 'nose' | 'leftEye' | 'rightEye' | 'leftEar' | 'rightEar'
    >;

/**
 * A pose as joint turns on fixed lengths: what the editor edits. `poseOf` gives the joints back; whatever is done to
 * a puppet, its limbs keep their length.
 */
export interface Puppet {
  readonly measures: PuppetMeasures;
  /** Middle of the hips in the world, statures; the floor is y = 0. */
  readonly at: Vec3;
  /** In the world. */
  readonly pelvis: Mat3;
  /** The chest on the pelvis; the waist takes half of it. */
  readonly spine: Mat3;
  /** The head on the chest; the neck takes its share. */
  readonly head: Mat3;
  readonly arms: Readonly<Record<Side, PuppetArm>>;
  readonly legs: Readonly<Record<Side, PuppetLeg>>;
  readonly support: SolvedPose['support'];
  /** What the hands that grip hold. */
  readonly props: SolvedPose['props'];
}

export function outwardSign(side: Side): 1 | -1 {
  return side === 'left' ? 1 : -1;
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
