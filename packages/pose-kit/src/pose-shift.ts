import type { JointName, SolvedPose } from './solved-pose.ts';
import { between, norm, subtract } from './vec3.ts';

interface Pair {
  readonly joints: readonly [right: JointName, left: JointName];
  readonly weight: number;
}

/** Joints that make a pose; what the hands do is what people look at. */
const PAIRS: readonly Pair[] = [
  { joints: ['rightShoulder', 'leftShoulder'], weight: 1 },
  { joints: ['rightElbow', 'leftElbow'], weight: 1 },
  { joints: ['rightWrist', 'leftWrist'], weight: 1.2 },
  { joints: ['rightHip', 'leftHip'], weight: 1 },
  { joints: ['rightKnee', 'leftKnee'], weight: 1 },
  { joints: ['rightAnkle', 'leftAnkle'], weight: 1 },
];
const WEIGHTS: readonly number[] = [1, ...PAIRS.flatMap(({ weight }) => [weight, weight])];
const WEIGHT_SUM = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const POINTS = WEIGHTS.length;
/** Rounds in which the turn settles on the least mean shift. */
const ROUNDS = 4;

/** Poses whose joints lie at least this far apart are different poses, not one pose seen twice. */
export const DISTINCT_POSE_SHIFT = 0.13;

/** Nose and twelve joints of a pose as x, y, z from the middle of the shoulders, in torso lengths. */
export type PoseShape = readonly number[];

/** The shape of a pose for `poseShift`: free of place and size. */
export function poseShape(pose: SolvedPose): PoseShape {
  const { joints } = pose;
  const neck = between(joints.leftShoulder, joints.rightShoulder, 0.5);
  const torso = norm(subtract(between(joints.leftHip, joints.rightHip, 0.5), neck));
  const names: JointName[] = ['nose', ...PAIRS.flatMap(({ joints: pair }) => pair)];
  return names.flatMap((name) => subtract(joints[name], neck).map((value) => value / torso));
}

function mirrored(shape: PoseShape): PoseShape {
  const flipped: number[] = [];
  for (let point = 0; point < POINTS; point++) {
    const from = 3 * (point === 0 ? 0 : point % 2 === 1 ? point + 1 : point - 1);
    flipped.push(-(shape[from] ?? 0), shape[from + 1] ?? 0, shape[from + 2] ?? 0);
  }
  return flipped;
}

/** No turn about the upright axis brings two points nearer than their heights and radii are. */
function leastShift(a: PoseShape, b: PoseShape): number {
  let sum = 0;
  for (let point = 0; point < POINTS; point++) {
    const at = 3 * point;
    const radii = Math.hypot(a[at] ?? 0, a[at + 2] ?? 0) - Math.hypot(b[at] ?? 0, b[at + 2] ?? 0);
    sum += (WEIGHTS[point] ?? 0) * Math.hypot(radii, (a[at + 1] ?? 0) - (b[at + 1] ?? 0));
  }
  return sum / WEIGHT_SUM;
}

/** Least mean shift over all turns, by turns that fit ever better (iteratively reweighted least squares). */
function turnedShift(a: PoseShape, b: PoseShape): number {
  const shifts = new Array<number>(POINTS).fill(1);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    let sine = 0;
    let cosine = 0;
    for (let point = 0; point < POINTS; point++) {
      const at = 3 * point;
      const [ax = 0, az = 0, bx = 0, bz = 0] = [a[at], a[at + 2], b[at], b[at + 2]];
      const weight = (WEIGHTS[point] ?? 0) / Math.max(0.02, shifts[point] ?? 1);
      sine += weight * (ax * bz - az * bx);
      cosine += weight * (ax * bx + az * bz);
    }
    const length = Math.hypot(sine, cosine);
    const [s, c] = length < 1e-12 ? [0, 1] : [sine / length, cosine / length];
    let sum = 0;
    for (let point = 0; point < POINTS; point++) {
      const at = 3 * point;
      const [bx = 0, by = 0, bz = 0] = [b[at], b[at + 1], b[at + 2]];
      const dx = (a[at] ?? 0) - (c * bx + s * bz);
      const dz = (a[at + 2] ?? 0) - (c * bz - s * bx);
      const shift = Math.hypot(dx, (a[at + 1] ?? 0) - by, dz);
      shifts[point] = shift;
      sum += (WEIGHTS[point] ?? 0) * shift;
    }
    least = Math.min(least, sum / WEIGHT_SUM);
  }
  return least;
}

/**
 * How far the joints of two poses lie apart on average, in torso lengths, wrists counting 1.2: the least over all
 * turns about the upright axis and over mirroring, so neither another camera nor left and right make a new pose.
 * With `within`, the search ends as soon as the distance is sure to be no less; what comes back is then no less either.
 */
export function poseShift(
  a: PoseShape,
  b: PoseShape,
  within: number = Number.POSITIVE_INFINITY,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of [b, mirrored(b)]) {
    const bound = leastShift(a, other);
    least = Math.min(least, bound >= Math.min(within, least) ? bound : turnedShift(a, other));
  }
  return least;
}
