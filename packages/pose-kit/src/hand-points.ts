import { apply } from './mat3.ts';
import { outwardSign, type Side } from './side.ts';
import type { HandShape, SolvedPose, Vec3 } from './solved-pose.ts';
import { add, distance, scale } from './vec3.ts';

/** From the index to the little finger: place across the palm (share of its half width), length in statures. */
const FINGERS = [
  { across: 0.78, length: 0.0445 },
  { across: 0.27, length: 0.049 },
  { across: -0.25, length: 0.046 },
  { across: -0.73, length: 0.037 },
] as const;

interface Curl {
  /** Degrees each finger bends at the knuckle and at its middle joint, from the index on. */
  readonly knuckle: readonly number[];
  readonly middle: readonly number[];
  /** Degrees the thumb is folded towards the palm. */
  readonly thumb: number;
  /** Degrees the fingers fan out. */
  readonly spread: number;
}

const CURLS: Readonly<Record<HandShape, Curl>> = {
  relaxed: { knuckle: [14, 19, 24, 29], middle: [22, 26, 30, 34], thumb: 22, spread: 2.5 },
  flat: { knuckle: [2, 2, 2, 3], middle: [4, 4, 4, 5], thumb: 8, spread: 1 },
  fist: { knuckle: [78, 82, 84, 86], middle: [98, 98, 96, 94], thumb: 62, spread: 0 },
  point: { knuckle: [3, 78, 82, 84], middle: [5, 98, 98, 96], thumb: 55, spread: 0 },
  grip: { knuckle: [42, 46, 50, 54], middle: [52, 54, 56, 58], thumb: 42, spread: 0 },
};
/** Of a finger's length: from the knuckle to its middle joint, on to the last joint, on to the tip. */
const SHARES = [0.46, 0.31, 0.23] as const;
/** The last joint of a finger bends this much of what the middle one does. */
const LAST_JOINT = 0.7;
const PALM_HALF_WIDTH = 0.0215;
/** Wrist to knuckles of the hand these lengths belong to. */
const MEASURED_REACH = 0.055;
const RADIANS = Math.PI / 180;

/** How a hand is built; lengths in statures. */
export interface HandMeasures {
  /** Wrist to knuckles. */
  readonly reach: number;
  /** Breadth and fingers against a hand of this reach; 1 is average. */
  readonly build?: number;
}

/**
 * The 21 points of a hand in its own frame (+z out of the back, -y along the fingers, from the wrist), in OpenPose's
 * order: wrist, then four each of thumb, index, middle, ring and little finger, from the root to the tip.
 */
export function handChain(side: Side, shape: HandShape, measures: HandMeasures): Vec3[] {
  const { reach, build = 1 } = measures;
  const size = (reach / MEASURED_REACH) * build;
  const half = PALM_HALF_WIDTH * size;
  const thumbSide = -outwardSign(side);
  const curl = CURLS[shape];
  const at = (x: number, along: number, z: number): Vec3 => [x * thumbSide, -along, z];
  const fingers = FINGERS.flatMap(({ across, length }, finger): Vec3[] => {
    const knuckle = curl.knuckle[finger] ?? 0;
    const middle = curl.middle[finger] ?? 0;
    const fan = across * curl.spread * RADIANS * 2;
    const chain = [at(across * half * 0.86, reach * (0.97 - 0.05 * Math.abs(across - 0.2)), 0)];
    let bent = 0;
    [knuckle, middle, middle * LAST_JOINT].forEach((bend, joint) => {
      bent += bend * RADIANS;
      const along: Vec3 = [thumbSide * Math.sin(fan), -Math.cos(bent), -Math.sin(bent)];
      const step = length * size * (SHARES[joint] ?? 0);
      chain.push(add(chain[joint] ?? [0, 0, 0], scale(along, step)));
    });
    return chain;
  });
  const folded = Math.sin(curl.thumb * RADIANS);
  return [
    [0, 0, 0],
    at(half * 0.55, reach * 0.22, -0.003 * size),
    at(half * (1.35 - 0.55 * folded), reach * 0.62, -(0.006 + 0.014 * folded) * size),
    at(half * (1.5 - folded), reach * 0.95, -(0.008 + 0.02 * folded) * size),
    at(
      half * (1.45 - 1.5 * folded),
      reach * (1.24 - 0.2 * folded),
      -(0.008 + 0.022 * folded) * size,
    ),
    ...fingers,
  ];
}

/** The 21 points of one hand of a pose in the world, in OpenPose's order: the fingers of the figure's own rig. */
export function handPoints(pose: SolvedPose, side: Side): Vec3[] {
  const wrist = pose.joints[`${side}Wrist`];
  const frame = pose.frames[`${side}Hand`];
  const reach = distance(wrist, pose.joints[`${side}Hand`]);
  return handChain(side, pose.hands[side], { reach }).map((point) =>
    add(wrist, apply(frame, point)),
  );
}
