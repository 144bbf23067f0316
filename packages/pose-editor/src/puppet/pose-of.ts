import { limbJoints, type Mat3, type SolvedPose, type Vec3 } from '@lumiku/pose-kit';
import { apply, column, multiply, partOf, rotationX } from '@lumiku/pose-kit/mat3';
import { add, degreesBetween, scale } from '@lumiku/pose-kit/vec3';
import { outwardSign, type Puppet, type Side } from './puppet.ts';

/** Collar bones start this far from the middle of the shoulders. */
export const COLLAR_START = 0.02;
const COLLAR_LIFT_MAX = 25;
/** Share of the head's turn that happens in the neck. */
const NECK_SHARE = 0.4;

/** Parts of a puppet in the world. */
export interface PuppetFrames {
  readonly pelvis: Mat3;
  readonly waist: Mat3;
  readonly chest: Mat3;
  readonly neck: Mat3;
  readonly head: Mat3;
  readonly shoulderMiddle: Vec3;
  readonly chestAt: Vec3;
}

export interface ArmInWorld {
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly knuckles: Vec3;
  readonly upper: Mat3;
  readonly forearm: Mat3;
  readonly hand: Mat3;
}

export interface LegInWorld {
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly toe: Vec3;
  readonly thigh: Mat3;
  readonly shin: Mat3;
  readonly foot: Mat3;
}

export function framesOf(puppet: Puppet): PuppetFrames {
  const { pelvis, spine, head, measures, at } = puppet;
  const waist = multiply(pelvis, partOf(spine, 0.5));
  const chest = multiply(pelvis, spine);
  const waistAt = add(at, apply(pelvis, measures.offsets.waist));
  const chestAt = add(waistAt, apply(waist, measures.offsets.chest));
  return {
    pelvis,
    waist,
    chest,
    neck: multiply(chest, partOf(head, NECK_SHARE)),
    head: multiply(chest, head),
    chestAt,
    shoulderMiddle: add(chestAt, apply(chest, measures.offsets.shoulderMiddle)),
  };
}

/** Degrees between the upper arm and hanging, in the chest. */
export function elevationOf(upper: Mat3): number {
  return degreesBetween([0, -1, 0], scale(column(upper, 1), -1));
}

/** Beyond the horizontal an upper arm lifts the collar bone by a third of what it rises. */
export function collarLift(upper: Mat3, shrug: number): number {
  return Math.min(COLLAR_LIFT_MAX, Math.max(0, (elevationOf(upper) - 90) / 3) + shrug);
}

/** The shoulder joint in the chest's frame when the collar bone is lifted by `degrees`. */
export function liftedShoulder(rest: Vec3, side: Side, degrees: number): Vec3 {
  const k = outwardSign(side);
  const radians = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(radians), Math.sin(radians)];
  const out = k * rest[0] - COLLAR_START;
  return [k * (COLLAR_START + out * c - rest[1] * s), out * s + rest[1] * c, rest[2]];
}

export function armInWorld(puppet: Puppet, side: Side, frames = framesOf(puppet)): ArmInWorld {
  const arm = puppet.arms[side];
  const { measures } = puppet;
  const local = liftedShoulder(measures.shoulders[side], side, collarLift(arm.upper, arm.shrug));
  const shoulder = add(frames.shoulderMiddle, apply(frames.chest, local));
  const upper = multiply(frames.chest, arm.upper);
  const forearm = multiply(upper, rotationX(-arm.bend));
  const elbow = add(shoulder, scale(column(upper, 1), -measures.upperArm));
  const wrist = add(elbow, scale(column(forearm, 1), -measures.forearm));
  const hand = multiply(forearm, arm.hand);
  const knuckles = add(wrist, apply(hand, measures.ends[side].knuckles));
  return { shoulder, elbow, wrist, knuckles, upper, forearm, hand };
}

export function legInWorld(puppet: Puppet, side: Side): LegInWorld {
  const leg = puppet.legs[side];
  const { measures } = puppet;
  const hip = add(puppet.at, apply(puppet.pelvis, measures.ends[side].hip));
  const thigh = multiply(puppet.pelvis, leg.thigh);
  const shin = multiply(thigh, rotationX(leg.bend));
  const knee = add(hip, scale(column(thigh, 1), -measures.thigh));
  const ankle = add(knee, scale(column(shin, 1), -measures.shank));
  const foot = multiply(shin, leg.foot);
  return {
    hip,
    knee,
    ankle,
    toe: add(ankle, apply(foot, measures.ends[side].toe)),
    thigh,
    shin,
    foot,
  };
}

/** The joints and frames of a puppet: forwards from the pelvis. */
export function poseOf(puppet: Puppet): SolvedPose {
  const frames = framesOf(puppet);
  const { offsets } = puppet.measures;
  const { pelvis, waist, chest, neck, head, shoulderMiddle, chestAt } = frames;
  const left = armInWorld(puppet, 'left', frames);
  const right = armInWorld(puppet, 'right', frames);
  const leftLeg = legInWorld(puppet, 'left');
  const rightLeg = legInWorld(puppet, 'right');
  const neckAt = add(shoulderMiddle, apply(chest, offsets.neck));
  const headBase = add(neckAt, apply(neck, offsets.headBase));
  const headAt = add(headBase, apply(head, offsets.head));
  const onHead = (offset: Vec3): Vec3 => add(headAt, apply(head, offset));
  return {
    joints: {
      pelvis: puppet.at,
      waist: add(puppet.at, apply(pelvis, offsets.waist)),
      chest: chestAt,
      neck: neckAt,
      headBase,
      head: headAt,
      headTop: onHead(offsets.headTop),
      nose: onHead(offsets.nose),
      leftEye: onHead(offsets.leftEye),
      rightEye: onHead(offsets.rightEye),
      leftEar: onHead(offsets.leftEar),
      rightEar: onHead(offsets.rightEar),
      ...limbJoints({ left, right }, { left: leftLeg, right: rightLeg }),
    },
    frames: {
      pelvis,
      waist,
      chest,
      neck,
      head,
      leftHand: left.hand,
      rightHand: right.hand,
      leftFoot: leftLeg.foot,
      rightFoot: rightLeg.foot,
    },
    hands: { left: puppet.arms.left.shape, right: puppet.arms.right.shape },
    support: puppet.support,
    props: puppet.props,
  };
}
