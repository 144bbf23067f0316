import {
  armShown,
  handPoints,
  type PoseCamera,
  poseCamera,
  projectPoint,
  type Segment,
  type SolvedPose,
  segmentDistance,
} from '@lumiku/pose-kit';
import type { LibraryPose } from '../library-pose.ts';
import { type ArmsChoice, inOrder } from '../variation-names.ts';
import type { Action } from '../variation-parts.ts';

const SIZE = { widthPx: 384, heightPx: 512 };
const SIDES = ['left', 'right'] as const;
type Side = (typeof SIDES)[number];

/** From here on an action is what its pose is named for. */
const NAMED_FROM = 2;
/** Of an arm that is named: less of it and nobody sees what it does. */
const SHOWN_LEAST = 0.4;
/** Of a hand before the face; a hand that is meant to be at the face may hide more of it. */
const BEFORE_FACE = { others: 0.35, atFace: 0.7 };
const FACE = { halfWidth: 0.045, halfHeight: 0.056 };
/** Between the middles of an arm and of a thigh, in statures: nearer they go through each other. */
const THROUGH_LEG = { forearm: 0.042, hand: 0.034 };
/** Where the thigh is free of the hip: nearer to it arms hang beside it. */
const THIGH_FROM = 0.3;
const ON_LEGS = new Set(['on_thighs', 'self_hold']);

/** What is wrong with a variation to the eye, though a body could take it; undefined when nothing is. */
export function looksWrong(
  pose: LibraryPose,
  arms: ArmsChoice,
  solved: SolvedPose,
): string | undefined {
  const camera = poseCamera({ ...pose.camera, solved, ...SIZE });
  if (hidesWhatItIsNamedFor(arms, solved, camera)) return 'hides what it is named for';
  if (SIDES.some((side) => isBeforeFace(actionOf(arms, side), solved, camera, side))) {
    return 'has a hand before the face';
  }
  if (SIDES.some((side) => goesThroughLeg(actionOf(arms, side), solved, side))) {
    return 'has an arm through a leg';
  }
  return undefined;
}

type Done = Pick<Action, 'does'>;

function actionOf(arms: ArmsChoice, side: Side): Done {
  return 'together' in arms ? arms.together : arms[side];
}

function hidesWhatItIsNamedFor(arms: ArmsChoice, solved: SolvedPose, camera: PoseCamera): boolean {
  const isHidden = (side: Side): boolean => armShown(solved, camera, side) < SHOWN_LEAST;
  // Hands behind the back are named for not being seen from the front.
  if ('together' in arms) return arms.together.does !== 'hands_behind' && SIDES.every(isHidden);
  const [first] = inOrder(arms);
  if (first.shows < NAMED_FROM) return false;
  const doing = SIDES.filter((side) => arms[side] === first);
  return doing.every(isHidden);
}

function isBeforeFace({ does }: Done, solved: SolvedPose, camera: PoseCamera, side: Side): boolean {
  const { nose, leftEye, rightEye } = solved.joints;
  const [tip, one, other] = [nose, leftEye, rightEye].map((at) => projectPoint(camera, at));
  if (!tip || !one || !other) return false;
  const middle = { x: (tip.x + one.x + other.x) / 3, y: (tip.y + one.y + other.y) / 3 };
  const stature = camera.focalPx / camera.eyeDistance;
  const points = handPoints(solved, side).map((at) => projectPoint(camera, at));
  const before = points.filter(
    ({ x, y, depth }) =>
      depth < tip.depth &&
      Math.hypot(
        (x - middle.x) / (FACE.halfWidth * stature),
        (y - middle.y) / (FACE.halfHeight * stature),
      ) < 1,
  );
  const most = does === 'hand_at_face' ? BEFORE_FACE.atFace : BEFORE_FACE.others;
  return before.length > most * points.length;
}

function goesThroughLeg({ does }: Done, { joints }: SolvedPose, side: Side): boolean {
  const forearm: Segment = [joints[`${side}Elbow`], joints[`${side}Wrist`]];
  const hand: Segment = [joints[`${side}Wrist`], joints[`${side}Hand`]];
  return SIDES.some((leg) => {
    const [hip, knee] = [joints[`${leg}Hip`], joints[`${leg}Knee`]];
    const towards = (axis: 0 | 1 | 2): number => hip[axis] + (knee[axis] - hip[axis]) * THIGH_FROM;
    const thigh: Segment = [[towards(0), towards(1), towards(2)], knee];
    if (segmentDistance(forearm, thigh) < THROUGH_LEG.forearm) return true;
    return !ON_LEGS.has(does) && segmentDistance(hand, thigh) < THROUGH_LEG.hand;
  });
}
