import { type Mat3, readAnatomy, type SolvedPose, type Vec3 } from '@lumiku/pose-kit';
import {
  apply,
  column,
  fromUpAndFront,
  multiply,
  rotationX,
  transpose,
} from '@lumiku/pose-kit/mat3';
import { degreesBetween, distance, subtract } from '@lumiku/pose-kit/vec3';
import { COLLAR_START, collarLift, liftedShoulder } from './pose-of.ts';
import { outwardSign, type Puppet, type PuppetArm, type PuppetLeg, type Side } from './puppet.ts';

/** A point in a frame that sits at `origin`. */
function inFrame(point: Vec3, origin: Vec3, frame: Mat3): Vec3 {
  return apply(transpose(frame), subtract(point, origin));
}

function bendOf(root: Vec3, middle: Vec3, end: Vec3): number {
  return degreesBetween(subtract(middle, root), subtract(end, middle));
}

function readShoulder(
  pose: SolvedPose,
  side: Side,
  middle: Vec3,
  upper: Mat3,
): { rest: Vec3; shrug: number } {
  const k = outwardSign(side);
  const local = inFrame(pose.joints[`${side}Shoulder`], middle, pose.frames.chest);
  const lift = (Math.atan2(local[1], k * local[0] - COLLAR_START) * 180) / Math.PI;
  const shrug = lift - collarLift(upper, 0);
  return { rest: liftedShoulder(local, side, -lift), shrug };
}

/** Saved frames are rounded; turns need axes of length one at right angles. */
function squared(frames: SolvedPose['frames']): SolvedPose['frames'] {
  const square = (m: Mat3): Mat3 => fromUpAndFront(column(m, 1), column(m, 2));
  return {
    pelvis: square(frames.pelvis),
    waist: square(frames.waist),
    chest: square(frames.chest),
    neck: square(frames.neck),
    head: square(frames.head),
    leftHand: square(frames.leftHand),
    rightHand: square(frames.rightHand),
    leftFoot: square(frames.leftFoot),
    rightFoot: square(frames.rightFoot),
  };
}

/** The turns behind joints and frames. `poseOf` of it gives the same joints back. */
export function puppetOf(given: SolvedPose): Puppet {
  const pose = { ...given, frames: squared(given.frames) };
  const { joints, frames } = pose;
  const anatomy = readAnatomy(pose);
  const { pelvis, waist, chest, neck, head } = frames;
  const { shoulderMiddle } = anatomy.trunk;
  const onHead = (point: Vec3): Vec3 => inFrame(point, joints.head, head);

  const arm = (side: Side): { arm: PuppetArm; rest: Vec3 } => {
    const seen = anatomy.arms[side];
    const upper = multiply(transpose(chest), seen.upperArm);
    const { rest, shrug } = readShoulder(pose, side, shoulderMiddle, upper);
    const bend = bendOf(seen.shoulder, seen.elbow, seen.wrist);
    // By its bend and not as it was seen: a limb that is all but straight may bend elsewhere, its hand must not turn.
    const forearm = multiply(seen.upperArm, rotationX(-bend));
    return {
      rest,
      arm: {
        upper,
        bend,
        hand: multiply(transpose(forearm), seen.hand),
        shape: seen.shape,
        shrug,
      },
    };
  };
  const leg = (side: Side): PuppetLeg => {
    const seen = anatomy.legs[side];
    const bend = bendOf(seen.hip, seen.knee, seen.ankle);
    const shin = multiply(seen.thigh, rotationX(bend));
    return {
      thigh: multiply(transpose(pelvis), seen.thigh),
      bend,
      foot: multiply(transpose(shin), seen.foot),
    };
  };
  const end = (side: Side) => ({
    hip: inFrame(joints[`${side}Hip`], joints.pelvis, pelvis),
    knuckles: inFrame(joints[`${side}Hand`], joints[`${side}Wrist`], frames[`${side}Hand`]),
    toe: inFrame(joints[`${side}Toe`], joints[`${side}Ankle`], frames[`${side}Foot`]),
  });
  const left = arm('left');
  const right = arm('right');
  return {
    measures: {
      upperArm: distance(joints.leftShoulder, joints.leftElbow),
      forearm: distance(joints.leftElbow, joints.leftWrist),
      thigh: distance(joints.leftHip, joints.leftKnee),
      shank: distance(joints.leftKnee, joints.leftAnkle),
      offsets: {
        waist: inFrame(joints.waist, joints.pelvis, pelvis),
        chest: inFrame(joints.chest, joints.waist, waist),
        shoulderMiddle: inFrame(shoulderMiddle, joints.chest, chest),
        neck: inFrame(joints.neck, shoulderMiddle, chest),
        headBase: inFrame(joints.headBase, joints.neck, neck),
        head: inFrame(joints.head, joints.headBase, head),
        headTop: onHead(joints.headTop),
        nose: onHead(joints.nose),
        leftEye: onHead(joints.leftEye),
        rightEye: onHead(joints.rightEye),
        leftEar: onHead(joints.leftEar),
        rightEar: onHead(joints.rightEar),
      },
      ends: { left: end('left'), right: end('right') },
      shoulders: { left: left.rest, right: right.rest },
    },
    at: joints.pelvis,
    pelvis,
    spine: multiply(transpose(pelvis), chest),
    head: multiply(transpose(chest), head),
    arms: { left: left.arm, right: right.arm },
    legs: { left: leg('left'), right: leg('right') },
    support: pose.support,
    props: pose.props,
  };
}
