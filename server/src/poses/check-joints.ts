import type { PoseJoints } from '@lumiku/contract';
import { type JointName, type Rig, rigFor, type SolvedPose } from '@lumiku/pose-kit';
import { jointsInvalid } from './pose-faults.ts';

/** A limb may be this much longer or shorter than the body it is on has it; sliders for proportions stay within. */
const LENGTH_GIVES = 0.15;
const FRAME_GIVES = 0.02;
const LOWEST = -0.12;

const LIMBS: readonly {
  readonly part: string;
  readonly ends: readonly [JointName, JointName];
  readonly length: (rig: Rig) => number;
}[] = (['left', 'right'] as const).flatMap((side) => [
  {
    part: `${side} upper arm`,
    ends: [`${side}Shoulder`, `${side}Elbow`],
    length: (rig: Rig) => rig.upperArm,
  },
  {
    part: `${side} forearm`,
    ends: [`${side}Elbow`, `${side}Wrist`],
    length: (rig: Rig) => rig.forearm,
  },
  { part: `${side} thigh`, ends: [`${side}Hip`, `${side}Knee`], length: (rig: Rig) => rig.thigh },
  { part: `${side} shin`, ends: [`${side}Knee`, `${side}Ankle`], length: (rig: Rig) => rig.shank },
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
      throw jointsInvalid(
        `joints.joints.${ends[1]}`,
        `The ${part} is ${is.toFixed(3)} statures long; this body has it ${wanted.toFixed(3)}.`,
      );
    }
  }
  for (const [name, frame] of Object.entries(input.frames)) {
    if (!isRotation(frame)) {
      throw jointsInvalid(`joints.frames.${name}`, `The axes of the ${name} are no rotation.`);
    }
  }
  for (const [name, [, height]] of Object.entries(input.joints)) {
    if (height < LOWEST) {
      throw jointsInvalid(
        `joints.joints.${name}`,
        `The ${name} is ${(-height).toFixed(2)} statures below the floor.`,
      );
    }
  }
  const { joints, frames, hands, support, hidden, props } = input;
  return {
    ...{ joints, frames, hands, support },
    ...(hidden.length > 0 && { hidden }),
    ...(props && { props }),
  };
}
