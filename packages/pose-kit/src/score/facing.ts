import type { Coco18Name } from '../coco18.ts';
import { indexOfPoint, type PoseTarget, type ScoredPoints } from './pose-target.ts';

export type FacingProblem =
  | 'left and right are exchanged'
  | 'the shoulders are turned another way'
  | 'the head is turned another way'
  | 'the face should show'
  | 'the face should not show';

export interface Facing {
  readonly ok: boolean;
  readonly problems: readonly FacingProblem[];
}

/** In shares of the shoulders' breadth seen square on: about 44 degrees of turn from the front; detectors are off by half of that. */
const BREADTH_OFF_MOST = 0.28;
/** Shoulders this narrow on the picture have no order. */
const ORDER_FROM = 0.35;
/** Of the way from the middle of the ears to one ear. */
const NOSE_OFF_MOST = 0.7;

/** Signed breadth of the shoulders over the trunk's length; + when the subject's left is on image right. */
function breadth(points: ScoredPoints): number | undefined {
  const at = (name: Coco18Name) => points[indexOfPoint(name)];
  const [left, right, neck] = [at('leftShoulder'), at('rightShoulder'), at('neck')];
  const [leftHip, rightHip] = [at('leftHip'), at('rightHip')];
  if (!left || !right || !neck || !leftHip || !rightHip) return undefined;
  const trunk = Math.hypot(
    (leftHip.x + rightHip.x) / 2 - neck.x,
    (leftHip.y + rightHip.y) / 2 - neck.y,
  );
  const across = Math.hypot(left.x - right.x, left.y - right.y);
  return (Math.sign(left.x - right.x) * across) / Math.max(1e-9, trunk);
}

/** Where the nose is between the ears: 0 in the middle, 1 over the subject's left one; both must show. */
function noseBetweenEars(points: ScoredPoints): number | undefined {
  const at = (name: Coco18Name) => points[indexOfPoint(name)];
  const [nose, left, right] = [at('nose'), at('leftEar'), at('rightEar')];
  if (!nose || !left || !right) return undefined;
  const half = (left.x - right.x) / 2;
  if (Math.abs(half) < 1e-9) return undefined;
  return (nose.x - (left.x + right.x) / 2) / half;
}

/** Whether body and head of the picture face where those of the target do. */
export function compareFacing(target: PoseTarget, found: ScoredPoints): Facing {
  const problems: FacingProblem[] = [];
  const [wanted, seen] = [breadth(target.keypoints), breadth(found)];
  if (wanted !== undefined && seen !== undefined) {
    const [a, b] = [wanted / target.frontalBreadth, seen / target.frontalBreadth];
    const haveOrder = Math.min(Math.abs(a), Math.abs(b)) > ORDER_FROM;
    if (haveOrder && Math.sign(a) !== Math.sign(b)) problems.push('left and right are exchanged');
    else if (Math.abs(Math.abs(a) - Math.abs(b)) > BREADTH_OFF_MOST) {
      problems.push('the shoulders are turned another way');
    }
  }
  const [noseWanted, noseSeen] = [noseBetweenEars(target.keypoints), noseBetweenEars(found)];
  if (noseWanted !== undefined && noseSeen !== undefined) {
    if (Math.abs(noseWanted - noseSeen) > NOSE_OFF_MOST) {
      problems.push('the head is turned another way');
    }
  }
  const nose = indexOfPoint('nose');
  const isCutOff = target.keypoints[indexOfPoint('neck')] === null;
  if (target.keypoints[nose] && !found[nose]) problems.push('the face should show');
  if (!target.keypoints[nose] && found[nose] && !isCutOff)
    problems.push('the face should not show');
  return { ok: problems.length === 0, problems };
}
