import type { PoseJoints, Words } from '@lumiku/contract';
import {
  FRAME_NAMES,
  JOINT_NAMES,
  type JointName,
  type Rig,
  rigFor,
  type SolvedPose,
} from '@lumiku/pose-kit';
import { PART_WORDS, sided } from './part-words.ts';
import { frameBent, jointUnderFloor, limbLengthWrong } from './pose-faults.ts';

/** A limb may be this much longer or shorter than the body it is on has it; sliders for proportions stay within. */
const LENGTH_GIVES = 0.15;
const FRAME_GIVES = 0.02;
const LOWEST = -0.12;

const LIMBS: readonly {
  readonly part: Words;
  readonly ends: readonly [JointName, JointName];
  readonly length: (rig: Rig) => number;
}[] = (['left', 'right'] as const).flatMap((side) => [
  {
    part: sided('upper arm', 'lengan atas', side),
    ends: [`${side}Shoulder`, `${side}Elbow`],
    length: (rig: Rig) => rig.upperArm,
  },
  {
    part: sided('forearm', 'lengan bawah', side),
    ends: [`${side}Elbow`, `${side}Wrist`],
    length: (rig: Rig) => rig.forearm,
  },
  {
    part: sided('thigh', 'paha', side),
    ends: [`${side}Hip`, `${side}Knee`],
    length: (rig: Rig) => rig.thigh,
  },
  {
    part: sided('shin', 'tulang kering', side),
    ends: [`${side}Knee`, `${side}Ankle`],
    length: (rig: Rig) => rig.shank,
  },
]);

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
}

function isRotation(m: readonly number[]): boolean {
  const at = (row: number, column: number): number => m[3 * row + column] ?? 0;
  for (const [a, b, wanted] of [
    [0, 0, 1],
    [1, 1, 1],
    [2, 2, 1],
    [0, 1, 0],
    [0, 2, 0],
    [1, 2, 0],
  ] as const) {
    const dot = [0, 1, 2].reduce((sum, row) => sum + at(row, a) * at(row, b), 0);
    if (Math.abs(dot - wanted) > FRAME_GIVES) return false;
  }
  const determinant =
    at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
    at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
    at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0));
  return determinant > 0;
}

/**
 * A pose a body of the rig can be drawn in: limbs of its lengths, parts that are turned and not bent out of shape,
 * nothing far below the floor. @throws Fault POSE_JOINTS_INVALID (422) naming the part
 */
export function checkJoints(input: PoseJoints): SolvedPose {
  const rig = rigFor(input.gender);
  for (const { part, ends, length } of LIMBS) {
    const is = distance(input.joints[ends[0]], input.joints[ends[1]]);
    const wanted = length(rig);
    if (Math.abs(is / wanted - 1) > LENGTH_GIVES) {
      const lengths = { is: is.toFixed(3), wanted: wanted.toFixed(3) };
      throw limbLengthWrong(`joints.joints.${ends[1]}`, part, lengths);
    }
  }
  for (const name of FRAME_NAMES) {
    if (!isRotation(input.frames[name])) {
      throw frameBent(`joints.frames.${name}`, PART_WORDS[name]);
    }
  }
  for (const name of JOINT_NAMES) {
    const [, height] = input.joints[name];
    if (height < LOWEST) {
      throw jointUnderFloor(`joints.joints.${name}`, PART_WORDS[name], (-height).toFixed(2));
    }
  }
  const { joints, frames, hands, support, hidden, props } = input;
  return {
    ...{ joints, frames, hands, support },
    ...(hidden.length > 0 && { hidden }),
    ...(props && { props }),
  };
}
