import { footingProblems } from './footing.ts';
import { jointLimitProblems } from './joint-limits.ts';
import { type PoseProblem, statureProblem } from './pose-problem.ts';
import type { PoseSpec } from './pose-spec.ts';
import { readAnatomy } from './read-anatomy.ts';
import type { Rig } from './rig.ts';
import { selfContactProblems } from './self-contact.ts';
import { SIDES } from './side.ts';
import { type PoseAnatomy, solveAnatomy } from './solve-pose.ts';
import type { SolvedPose } from './solved-pose.ts';

/** A hand or foot this near its place is there. */
const REACHED = 0.012;

function reachProblems(anatomy: PoseAnatomy): PoseProblem[] {
  const limbs = SIDES.flatMap((side) => [
    { part: `${side} hand`, missedBy: anatomy.arms[side].missedBy },
    { part: `${side} foot`, missedBy: anatomy.legs[side].missedBy },
  ]);
  return limbs
    .filter(({ missedBy }) => missedBy > REACHED)
    .map(({ part, missedBy }) =>
      statureProblem(
        'out_of_reach',
        part,
        missedBy,
        (much) => `The ${part} stays ${much} away from its place.`,
      ),
    );
}

/**
 * What a body of this rig could not do in this pose: places out of reach, joints turned too far, parts inside one
 * another, the floor, the seat, the balance. An empty list is a pose a person can take.
 */
export function checkPose(spec: PoseSpec, rig: Rig): PoseProblem[] {
  const anatomy = solveAnatomy(spec, rig);
  return [...reachProblems(anatomy), ...bodyProblems(spec, anatomy, rig)];
}

/** The same for a pose that is joints already; its reach is what it is. */
export function checkSolvedPose(pose: SolvedPose, rig: Rig): PoseProblem[] {
  return bodyProblems(pose, readAnatomy(pose), rig);
}

function bodyProblems(
  pose: Pick<PoseSpec, 'support'>,
  anatomy: PoseAnatomy,
  rig: Rig,
): PoseProblem[] {
  return [
    ...jointLimitProblems(pose, anatomy, rig),
    ...selfContactProblems(anatomy, rig),
    ...footingProblems(pose, anatomy),
  ];
}
