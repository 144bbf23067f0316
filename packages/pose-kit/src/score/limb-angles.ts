import type { Coco18Name } from '../coco18.ts';
import {
  indexOfPoint,
  type PoseTarget,
  type ScoredPoint,
  type ScoredPoints,
} from './pose-target.ts';

export const LIMB_NAMES = [
  'left upper arm',
  'left forearm',
  'right upper arm',
  'right forearm',
  'left thigh',
  'left shin',
  'right thigh',
  'right shin',
] as const;
export type LimbName = (typeof LIMB_NAMES)[number];

const ENDS: Readonly<Record<LimbName, readonly [Coco18Name, Coco18Name]>> = {
  'left upper arm': ['leftShoulder', 'leftElbow'],
  'left forearm': ['leftElbow', 'leftWrist'],
  'right upper arm': ['rightShoulder', 'rightElbow'],
  'right forearm': ['rightElbow', 'rightWrist'],
  'left thigh': ['leftHip', 'leftKnee'],
  'left shin': ['leftKnee', 'leftAnkle'],
  'right thigh': ['rightHip', 'rightKnee'],
  'right shin': ['rightKnee', 'rightAnkle'],
};
/** A limb that points at the camera has no direction on the picture. */
const SHOWN_LEAST = 0.35;

export interface LimbAngle {
  readonly limb: LimbName;
  /** Between where the limb points and where it should, 0 to 180. */
  readonly degrees: number;
}

/** Degrees from one direction on a picture to another, 0 to 180. */
function turnBetween(
  a: readonly [ScoredPoint, ScoredPoint],
  b: readonly [ScoredPoint, ScoredPoint],
): number {
  const angle = ([from, to]: readonly [ScoredPoint, ScoredPoint]): number =>
    Math.atan2(to.y - from.y, to.x - from.x);
  const turn = Math.abs(angle(a) - angle(b)) % (2 * Math.PI);
  return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
}

/** Arms and legs that target and picture both show, the one that is furthest off first. */
export function limbAngles(target: PoseTarget, found: ScoredPoints): LimbAngle[] {
  const angles = LIMB_NAMES.flatMap((limb): LimbAngle[] => {
    const [from, to] = ENDS[limb];
    const [start, end] = [indexOfPoint(from), indexOfPoint(to)];
    const [a, b] = [target.keypoints[start], target.keypoints[end]];
    const [c, d] = [found[start], found[end]];
    if (!a || !b || !c || !d || target.shownOf(from, to) < SHOWN_LEAST) return [];
    return [{ limb, degrees: turnBetween([a, b], [c, d]) }];
  });
  return angles.sort((a, b) => b.degrees - a.degrees);
}
