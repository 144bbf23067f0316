import { readHand } from './hand-frame.ts';
import { column, fromUpAndFront } from './mat3.ts';
import type { Side } from './side.ts';
import type { SolvedArm } from './solve-arm.ts';
import type { FootContact, SolvedLeg } from './solve-leg.ts';
import type { PoseAnatomy } from './solve-pose.ts';
import { shoulderMiddleOf } from './solve-trunk.ts';
import type { SolvedPose, Vec3 } from './solved-pose.ts';
import { across, add, norm, scale, subtract, unit } from './vec3.ts';

/** Joints this near one line say nothing about where the limb bends. */
const STRAIGHT = 0.0005;
/** Ankle above its height on a flat foot, in statures, from which the foot hangs free. */
const FLAT_ANKLE = 0.05;
const HIGHEST_BALL = 0.125;

/** Unit direction in which the middle joint leaves the line of the other two; `fallback` for a straight limb. */
export function bendDirection(root: Vec3, middle: Vec3, end: Vec3, fallback: Vec3): Vec3 {
  const along = unit(subtract(end, root), [0, -1, 0]);
  const out = across(subtract(middle, root), along);
  if (norm(out) > STRAIGHT) return unit(out);
  const fallen = across(fallback, along);
  return norm(fallen) > 1e-6 ? unit(fallen) : unit(across([0, 0, 1], along), [1, 0, 0]);
}

function readArm(pose: SolvedPose, side: Side): SolvedArm {
  const { joints, frames } = pose;
  const [shoulder, elbow, wrist] = [
    joints[`${side}Shoulder`],
    joints[`${side}Elbow`],
    joints[`${side}Wrist`],
  ];
  // An arm that hangs straight folds forward.
  const bends = bendDirection(shoulder, elbow, wrist, scale(column(frames.chest, 2), -1));
  const front = scale(bends, -1);
  const direction = unit(subtract(wrist, elbow));
  const hand = frames[`${side}Hand`];
  const { bend, turn } = readHand(side, direction, front, hand);
  return {
    shoulder,
    elbow,
    wrist,
    knuckles: joints[`${side}Hand`],
    hand,
    shape: pose.hands[side],
    upperArm: fromUpAndFront(subtract(shoulder, elbow), front),
    forearm: fromUpAndFront(scale(direction, -1), front),
    missedBy: 0,
    wristBend: bend,
    pronation: turn,
  };
}

function contactOf(ankle: Vec3, toe: Vec3): FootContact {
  if (ankle[1] < FLAT_ANKLE) return 'flat';
  return ankle[1] < HIGHEST_BALL && toe[1] < 0.03 ? 'ball' : 'free';
}

function readLeg(pose: SolvedPose, side: Side): SolvedLeg {
  const { joints, frames } = pose;
  const [hip, knee, ankle, toe] = [
    joints[`${side}Hip`],
    joints[`${side}Knee`],
    joints[`${side}Ankle`],
    joints[`${side}Toe`],
  ];
  const foot = frames[`${side}Foot`];
  const ahead = add(column(foot, 2), scale(column(frames.pelvis, 2), 0.5));
  const bends = bendDirection(hip, knee, ankle, ahead);
  return {
    hip,
    knee,
    ankle,
    toe,
    foot,
    thigh: fromUpAndFront(subtract(hip, knee), bends),
    shin: fromUpAndFront(subtract(knee, ankle), bends),
    contact: contactOf(ankle, toe),
    missedBy: 0,
  };
}

/** The anatomy behind joints and frames that come from anywhere: an editor, a photo, a file. */
export function readAnatomy(pose: SolvedPose): PoseAnatomy {
  const { joints, frames } = pose;
  return {
    trunk: {
      joints,
      frames,
      shoulderMiddle: shoulderMiddleOf(joints.neck, frames.chest),
    },
    legs: { left: readLeg(pose, 'left'), right: readLeg(pose, 'right') },
    arms: { left: readArm(pose, 'left'), right: readArm(pose, 'right') },
  };
}
