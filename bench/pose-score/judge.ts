import {
  COCO18_MIRRORED,
  type DetectedPerson,
  type PoseScore,
  type PoseTarget,
  type PoseVerdict,
  poseCamera,
  poseFit,
  poseShape,
  poseShift,
  poseTarget,
  scorePose,
} from '@lumiku/pose-kit';
import { type LibraryPose, solveLibraryPose } from '@lumiku/poses';
import { SEEN_SIZE } from './see-figures.ts';

export type Verdicts = Record<PoseVerdict, number>;

export function targetOf(pose: LibraryPose): PoseTarget {
  const solved = solveLibraryPose(pose);
  return poseTarget(solved, poseCamera({ ...pose.camera, solved, ...SEEN_SIZE }));
}

/** For each figure the number of the target it is nearest to; -1 where nobody was found. */
export function nearestTargets(
  seen: readonly (readonly DetectedPerson[])[],
  targets: readonly PoseTarget[],
): number[] {
  return seen.map(([person]) => {
    if (!person) return -1;
    let best = { index: -1, fit: Number.NEGATIVE_INFINITY };
    targets.forEach((target, index) => {
      const fit = poseFit(scorePose(target, [person]), target, person);
      if (fit > best.fit) best = { index, fit };
    });
    return best.index;
  });
}

export function verdictsOf(scores: readonly PoseScore[]): Verdicts {
  const counts: Verdicts = { pass: 0, review: 0, fail: 0 };
  for (const { verdict } of scores) counts[verdict] += 1;
  return counts;
}

/** Left and right exchanged, as in a picture seen in a mirror. */
export function mirroredPerson(person: DetectedPerson): DetectedPerson {
  return COCO18_MIRRORED.map((from) => {
    const point = person[from];
    return point ? { ...point, x: SEEN_SIZE.widthPx - point.x } : null;
  });
}

/** The picture turned about its middle. */
export function turnedPerson(person: DetectedPerson, degrees: number): DetectedPerson {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [midX, midY] = [SEEN_SIZE.widthPx / 2, SEEN_SIZE.heightPx / 2];
  return person.map((point) => {
    if (!point) return null;
    const [x, y] = [point.x - midX, point.y - midY];
    return { ...point, x: midX + c * x - s * y, y: midY + s * x + c * y };
  });
}

/** The poses of a shape most like each pose, and how far those are, in torso lengths. */
export function nearestPoses(poses: readonly LibraryPose[]): { index: number; shift: number }[] {
  const shapes = poses.map((pose) => poseShape(solveLibraryPose(pose)));
  return shapes.map((shape, at) => {
    let best = { index: -1, shift: Number.POSITIVE_INFINITY };
    shapes.forEach((other, index) => {
      if (index === at) return;
      const shift = poseShift(shape, other, best.shift);
      if (shift < best.shift) best = { index, shift };
    });
    return best;
  });
}
