import type { Coco18Name } from '../coco18.ts';
import { COCO18_NAMES } from '../coco18.ts';
import type { ScoredPoint, ScoredPoints } from './pose-target.ts';

/** COCO's per-point constants (cocoapi, `cocoeval.py`); its people have no neck. */
const SIGMAS: Readonly<Partial<Record<Coco18Name, number>>> = {
  nose: 0.026,
  leftEye: 0.025,
  rightEye: 0.025,
  leftEar: 0.035,
  rightEar: 0.035,
  leftShoulder: 0.079,
  rightShoulder: 0.079,
  leftElbow: 0.072,
  rightElbow: 0.072,
  leftWrist: 0.062,
  rightWrist: 0.062,
  leftHip: 0.107,
  rightHip: 0.107,
  leftKnee: 0.087,
  rightKnee: 0.087,
  leftAnkle: 0.089,
  rightAnkle: 0.089,
};

/**
 * Area of the person in COCO's formula, in squared statures: 0.53 of a box 0.35 wide and 1 high. The same for every
 * pose, so that sitting down does not make the score stricter.
 */
export const SCORED_AREA = 0.53 * 0.35;

/**
 * Object keypoint similarity, 0 to 1: the mean over the target's points of exp(-d² / (2 · area · (2σ)²)). A point the
 * detection lacks counts 0. NaN-free: a target without points gives 0.
 */
export function keypointSimilarity(
  target: ScoredPoints,
  found: ScoredPoints,
  staturePx: number,
): number {
  const area = SCORED_AREA * staturePx ** 2;
  let sum = 0;
  let count = 0;
  COCO18_NAMES.forEach((name, index) => {
    const sigma = SIGMAS[name];
    const wanted = target[index];
    if (sigma === undefined || !wanted) return;
    count++;
    const point = found[index];
    if (!point) return;
    const squared = (wanted.x - point.x) ** 2 + (wanted.y - point.y) ** 2;
    sum += Math.exp(-squared / (2 * area * (2 * sigma) ** 2));
  });
  return count === 0 ? 0 : sum / count;
}

/** Share of the target's points that were found within `reachPx`. */
export function pointsWithin(target: ScoredPoints, found: ScoredPoints, reachPx: number): number {
  const wanted = target.flatMap((point, index) => (point ? [{ point, other: found[index] }] : []));
  const near = wanted.filter(
    ({ point, other }) => other && Math.hypot(point.x - other.x, point.y - other.y) < reachPx,
  );
  return wanted.length === 0 ? 0 : near.length / wanted.length;
}

/** Moves and scales `found` onto `target` by least squares over the points both have; never turns it. */
export function aligned(target: ScoredPoints, found: ScoredPoints): ScoredPoints {
  const pairs = target.flatMap((wanted, index): [ScoredPoint, ScoredPoint][] => {
    const point = found[index];
    return wanted && point ? [[wanted, point]] : [];
  });
  if (pairs.length < 2) return found;
  const mean = (which: 0 | 1, axis: 'x' | 'y'): number =>
    pairs.reduce((sum, pair) => sum + pair[which][axis], 0) / pairs.length;
  const to = { x: mean(0, 'x'), y: mean(0, 'y') };
  const from = { x: mean(1, 'x'), y: mean(1, 'y') };
  let across = 0;
  let spread = 0;
  for (const [a, b] of pairs) {
    across += (a.x - to.x) * (b.x - from.x) + (a.y - to.y) * (b.y - from.y);
    spread += (b.x - from.x) ** 2 + (b.y - from.y) ** 2;
  }
  // A scale of 0 or less would fold the figure up: then only its place is fitted.
  const scale = spread > 1e-9 && across > 0 ? across / spread : 1;
  return found.map(
    (point) =>
      point && { x: to.x + scale * (point.x - from.x), y: to.y + scale * (point.y - from.y) },
  );
}
