import type { Coco18Name } from '../coco18.ts';
import { indexOfPoint, type PoseTarget, type ScoredPoints } from './pose-target.ts';

/** Lines this short on the picture tilt with every pixel. */
const SHOWN_LEAST = 0.5;
/** Degrees between shoulder and hip line from which the tilt makes the pose; below it only detectors would judge. */
const TILTED_FROM = 8;
const TILT_MOST = 16;
/** Detectors see about half of a tilt: a picture has it that leans this share of it the same way, less what they waver. */
const TILT_SEEN = { share: 0.25, wavers: 2 };
/** Between the ankles, in statures. */
const FEET_MOST = 0.065;

export interface Tilt {
  /** Degrees the line is off; null where it does not show. */
  readonly shoulders: number | null;
  readonly hips: number | null;
  /** How much more or less than in the target the two lines lean against each other. */
  readonly between: number | null;
  /** False only for poses that are made by their tilt. */
  readonly ok: boolean;
}

export interface Feet {
  /** How far one ankle is off as seen from the other, in statures; null where one does not show. */
  readonly offBy: number | null;
  readonly ok: boolean;
}

type Line = readonly [left: Coco18Name, right: Coco18Name];
const SHOULDERS: Line = ['leftShoulder', 'rightShoulder'];
const HIPS: Line = ['leftHip', 'rightHip'];

/** Slope of a line on the picture in degrees, -180 to 180; undefined where an end is missing. */
function slope(points: ScoredPoints, [left, right]: Line): number | undefined {
  const [a, b] = [points[indexOfPoint(left)], points[indexOfPoint(right)]];
  return a && b ? (Math.atan2(a.y - b.y, a.x - b.x) * 180) / Math.PI : undefined;
}

function wrapped(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function lineOff(target: PoseTarget, found: ScoredPoints, line: Line): number | null {
  const [wanted, seen] = [slope(target.keypoints, line), slope(found, line)];
  if (wanted === undefined || seen === undefined || target.shownOf(...line) < SHOWN_LEAST) {
    return null;
  }
  return wrapped(seen - wanted);
}

/** Shoulder and hip line: what makes a contrapposto, and too little for limbs and similarity to see. */
export function compareTilt(target: PoseTarget, found: ScoredPoints): Tilt {
  const shoulders = lineOff(target, found, SHOULDERS);
  const hips = lineOff(target, found, HIPS);
  const off = shoulders === null || hips === null ? null : wrapped(shoulders - hips);
  return {
    shoulders: shoulders === null ? null : Math.abs(shoulders),
    hips: hips === null ? null : Math.abs(hips),
    between: off === null ? null : Math.abs(off),
    ok: off === null || hasTilt(wantedTilt(target), off),
  };
}

/** Degrees from the hip line to the shoulder line; 0 where one of them does not show. */
function wantedTilt({ keypoints }: PoseTarget): number {
  const [top, bottom] = [slope(keypoints, SHOULDERS), slope(keypoints, HIPS)];
  return top === undefined || bottom === undefined ? 0 : wrapped(top - bottom);
}

/** @param off how much further than wanted the picture leans, with its sign */
function hasTilt(wanted: number, off: number): boolean {
  const degrees = Math.abs(wanted);
  if (degrees < TILTED_FROM) return true;
  const seen = Math.sign(wanted) * (wanted + off);
  const { share, wavers } = TILT_SEEN;
  return Math.abs(off) <= TILT_MOST && seen >= share * degrees - wavers;
}

/** Ankle to ankle: a step towards the camera shows nowhere else. `found` must be aligned with the target. */
export function compareFeet(target: PoseTarget, found: ScoredPoints): Feet {
  const [l, r] = [indexOfPoint('leftAnkle'), indexOfPoint('rightAnkle')];
  const [a, b, c, d] = [target.keypoints[l], target.keypoints[r], found[l], found[r]];
  if (!a || !b || !c || !d) return { offBy: null, ok: true };
  const offBy = Math.hypot(a.x - b.x - (c.x - d.x), a.y - b.y - (c.y - d.y)) / target.staturePx;
  return { offBy, ok: offBy <= FEET_MOST };
}
