import { apply, fromTurn, multiply, partOf, transpose } from './mat3.ts';
import type { PoseSpec } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import type { Mat3, Vec3 } from './solved-pose.ts';
import { add, subtract } from './vec3.ts';

/** Heights on the upright spine, above the joint before. */
export const WAIST_UP = 0.085;
export const CHEST_UP = 0.1;
/** Base of the neck above the middle of the shoulders, in the chest's frame. */
const NECK_ABOVE_SHOULDERS = 0.02;
const NECK_ON_SHOULDERS: Vec3 = [0, NECK_ABOVE_SHOULDERS, -0.004];
const NECK_TO_SKULL: Vec3 = [0, 0.054, 0.012];
/** Share of the head's turn that happens in the neck. */
const NECK_SHARE = 0.4;
/** Middle of the skull in an upright body. */
export const HEAD_HEIGHT = 0.93;
export const HEAD_FORWARD = 0.016;
const NOSE_HEIGHT = 0.918;
const NOSE_FORWARD = 0.078;

export interface Trunk {
  readonly joints: {
    readonly pelvis: Vec3;
    readonly waist: Vec3;
    readonly chest: Vec3;
    readonly neck: Vec3;
    readonly headBase: Vec3;
    readonly head: Vec3;
    readonly headTop: Vec3;
    readonly nose: Vec3;
    readonly leftEye: Vec3;
    readonly rightEye: Vec3;
    readonly leftEar: Vec3;
    readonly rightEar: Vec3;
  };
  readonly frames: {
    readonly pelvis: Mat3;
    readonly waist: Mat3;
    readonly chest: Mat3;
    readonly neck: Mat3;
    readonly head: Mat3;
  };
  /** Middle of the shoulder line: COCO's neck, and the origin of chest contacts. */
  readonly shoulderMiddle: Vec3;
}

/** The middle of the shoulder line with both collar bones at rest; one lifted shoulder does not move it. */
export function shoulderMiddleOf(neck: Vec3, chestFrame: Mat3): Vec3 {
  return subtract(neck, apply(chestFrame, NECK_ON_SHOULDERS));
}

/** Spine, neck and head above a pelvis that already has its place. The waist takes half of the spine's turn. */
export function solveTrunk(spec: PoseSpec, rig: Rig, pelvis: Vec3): Trunk {
  const pelvisFrame = fromTurn(spec.pelvis);
  const chestFrame = fromTurn(spec.chest);
  const spine = multiply(transpose(pelvisFrame), chestFrame);
  const waistFrame = multiply(pelvisFrame, partOf(spine, 0.5));
  const headTurn = fromTurn(spec.head);
  const neckFrame = multiply(chestFrame, partOf(headTurn, NECK_SHARE));
  const headFrame = multiply(chestFrame, headTurn);

  const waist = add(pelvis, apply(pelvisFrame, [0, WAIST_UP, 0]));
  const chest = add(waist, apply(waistFrame, [0, CHEST_UP, 0.004]));
  const shoulderUp = rig.trunk - WAIST_UP - CHEST_UP;
  const shoulderMiddle = add(chest, apply(chestFrame, [0, shoulderUp, -0.004]));
  const neck = add(shoulderMiddle, apply(chestFrame, NECK_ON_SHOULDERS));
  const headBase = add(neck, apply(neckFrame, NECK_TO_SKULL));
  const upright = rig.ankleHeight + rig.shank + rig.thigh + rig.trunk;
  const skullUp = HEAD_HEIGHT - upright - NECK_ABOVE_SHOULDERS - NECK_TO_SKULL[1];
  const head = add(headBase, apply(headFrame, [0, skullUp, HEAD_FORWARD - 0.008]));
  const onHead = (x: number, height: number, forward: number): Vec3 =>
    add(head, apply(headFrame, [x, height - HEAD_HEIGHT, forward - HEAD_FORWARD]));
  return {
    joints: {
      pelvis,
      waist,
      chest,
      neck,
      headBase,
      head,
      headTop: onHead(0, 1, 0.008),
      nose: onHead(0, NOSE_HEIGHT, NOSE_FORWARD),
      leftEye: onHead(rig.eye.halfWidth, rig.eye.height, rig.eye.forward),
      rightEye: onHead(-rig.eye.halfWidth, rig.eye.height, rig.eye.forward),
      leftEar: onHead(rig.ear.halfWidth, rig.ear.height, rig.ear.forward),
      rightEar: onHead(-rig.ear.halfWidth, rig.ear.height, rig.ear.forward),
    },
    frames: {
      pelvis: pelvisFrame,
      waist: waistFrame,
      chest: chestFrame,
      neck: neckFrame,
      head: headFrame,
    },
    shoulderMiddle,
  };
}
