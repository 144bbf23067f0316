import { RIGS } from '../rig.ts';
import type { SolvedPose, Vec3 } from '../solved-pose.ts';
import { BONES, boneDirections, mirroredDirections, placeOf } from './bones.ts';

/** A skeleton on a picture: 18 points in COCO order, y down, any unit; null is missing. */
export type FlatSkeleton = readonly ({ readonly x: number; readonly y: number } | null)[];

/** A pose and the side it shows by itself, in degrees as of `poseCamera`. */
export interface ViewedPose {
  readonly solved: SolvedPose;
  readonly yaw: number;
}

/** A pose seen from where it looks most like a skeleton. */
export interface PoseView {
  /** Place of the pose in the list. */
  readonly index: number;
  readonly mirror: boolean;
  /** Degrees, as of `poseCamera`. */
  readonly yaw: number;
  /** Whether the pose looks clearly less like it from the side it shows by itself. */
  readonly isTurned: boolean;
  /** 0 is the same picture; below 0.15 alike, above 0.35 different. */
  readonly distance: number;
}

export interface ViewSearch {
  /** The nearest poses, each once, from its best side; none when the skeleton has too few bones. */
  nearest(skeleton: FlatSkeleton, limit: number): PoseView[];
}

const YAW_STEP = 15;
const YAWS = Array.from({ length: 360 / YAW_STEP }, (_, index) => index * YAW_STEP - 165);
const TURNS = YAWS.map((yaw) => {
  const radians = (yaw * Math.PI) / 180;
  return { yaw, c: Math.cos(radians), s: Math.sin(radians) };
});
/** How far from the scale that the longest bones suggest a match may be. */
const SCALE_GIVES = 1.35;
/** Distance below which a turn is not worth it: people know a pose by the side it shows. */
const TURN_GAINS = 0.08;
/** Fewer bones say nothing about a pose. */
export const BONES_LEAST = 3;

interface Query {
  /** Bones of the skeleton over their true lengths, at the guessed scale. */
  readonly bones: readonly { readonly index: number; readonly x: number; readonly y: number }[];
  readonly square: number;
  readonly weights: number;
}

/** Bones on the picture in statures times a scale that is guessed from the longest ones. */
function queryOf(skeleton: FlatSkeleton): Query | null {
  const middle = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
  });
  const bones = BONES.flatMap(({ from, to, length }, index) => {
    const a = placeOf(skeleton, from, middle);
    const b = placeOf(skeleton, to, middle);
    if (!a || !b) return [];
    const over = length(RIGS.neutral);
    return [{ index, x: (b.x - a.x) / over, y: (a.y - b.y) / over }];
  });
  if (bones.length < BONES_LEAST) return null;
  const scale = guessedScale(bones.map(({ x, y }) => Math.hypot(x, y)));
  if (scale <= 0) return null;
  const scaled = bones.map(({ index, x, y }) => ({ index, x: x / scale, y: y / scale }));
  let square = 0;
  let weights = 0;
  for (const { index, x, y } of scaled) {
    const weight = BONES[index]?.weight ?? 0;
    square += weight * (x * x + y * y);
    weights += weight;
  }
  return { bones: scaled, square, weights };
}

/** Pixels a stature is long: no bone can look longer than it is, but one may be measured wrongly. */
export function guessedScale(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => b - a);
  const longest = sorted[0] ?? 0;
  const second = sorted[1] ?? longest;
  return Math.min(longest, second * 1.15);
}

/** Least distance over the camera's turns, with the size that fits best, and the distance from `ownTurn`. */
function bestTurn(
  query: Query,
  bones: Float64Array,
  at: number,
  ownTurn: number,
): { yaw: number; square: number; ownSquare: number } {
  // x of a turned bone is c·x + s·z: all sums that do not change with the turn are taken once.
  let [qx, qz, qy, xx, xz, zz, yy] = [0, 0, 0, 0, 0, 0, 0];
  for (const { index, x, y } of query.bones) {
    const weight = BONES[index]?.weight ?? 0;
    const bx = bones[at + 3 * index] ?? 0;
    const by = bones[at + 3 * index + 1] ?? 0;
    const bz = bones[at + 3 * index + 2] ?? 0;
    qx += weight * x * bx;
    qz += weight * x * bz;
    qy += weight * y * by;
    xx += weight * bx * bx;
    xz += weight * bx * bz;
    zz += weight * bz * bz;
    yy += weight * by * by;
  }
  let best = { yaw: 0, square: Number.POSITIVE_INFINITY };
  let ownSquare = Number.POSITIVE_INFINITY;
  for (const [index, { yaw, c, s }] of TURNS.entries()) {
    const product = c * qx + s * qz + qy;
    const own = c * c * xx + 2 * c * s * xz + s * s * zz + yy;
    const scale = Math.max(
      1 / SCALE_GIVES,
      Math.min(SCALE_GIVES, product / Math.max(1e-9, query.square)),
    );
    const square = own - 2 * scale * product + scale * scale * query.square;
    if (index === ownTurn) ownSquare = square;
    if (square < best.square) best = { yaw, square };
  }
  return { ...best, ownSquare };
}

/** Place in `TURNS` of the camera nearest to a yaw. */
function turnNear(yaw: number): number {
  const steps = Math.round(yaw / YAW_STEP) - Math.round((YAWS[0] ?? 0) / YAW_STEP);
  return ((steps % YAWS.length) + YAWS.length) % YAWS.length;
}

/** Looks poses up by a skeleton on a picture, from every side and mirrored; ten thousand take some ten milliseconds. */
export function createViewSearch(poses: readonly ViewedPose[]): ViewSearch {
  const perPose = 3 * BONES.length;
  const bones = new Float64Array(2 * poses.length * perPose);
  const store = (slot: number, directions: readonly Vec3[]): void => {
    for (const [index, direction] of directions.entries()) {
      bones.set(direction, slot * perPose + 3 * index);
    }
  };
  for (const [index, { solved }] of poses.entries()) {
    const directions = boneDirections(solved);
    store(2 * index, directions);
    store(2 * index + 1, mirroredDirections(directions));
  }
  return {
    nearest(skeleton, limit) {
      const query = queryOf(skeleton);
      if (!query) return [];
      const distanceOf = (square: number) => Math.sqrt(Math.max(0, square) / query.weights);
      const views = poses.map((pose, index): PoseView => {
        const plain = bestTurn(query, bones, 2 * index * perPose, turnNear(pose.yaw));
        const mirrored = bestTurn(query, bones, (2 * index + 1) * perPose, turnNear(-pose.yaw));
        const mirror = mirrored.square < plain.square;
        const { yaw, square, ownSquare } = mirror ? mirrored : plain;
        const distance = distanceOf(square);
        return {
          index,
          mirror,
          yaw,
          isTurned: distanceOf(ownSquare) > distance + TURN_GAINS,
          distance,
        };
      });
      return views.sort((a, b) => a.distance - b.distance).slice(0, limit);
    },
  };
}
