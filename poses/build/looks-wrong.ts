import {
  armShown,
  handPoints,
  type JointName,
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
/** Radii of an arm in statures, and how much of a face it may hide. */
const ARM = { upper: 0.03, fore: 0.022, hidesMost: 0.1 };
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
  if (faceBehindArms(solved, camera) > ARM.hidesMost) return 'has an arm before the face';
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
  const { tip, middle, stature } = faceSeen(solved, camera);
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

/** Where the face is in the picture, and how many pixels a stature is there. */
function faceSeen({ joints: { nose, leftEye, rightEye } }: SolvedPose, camera: PoseCamera) {
  const tip = projectPoint(camera, nose);
  const [one, other] = [projectPoint(camera, leftEye), projectPoint(camera, rightEye)];
  const middle = { x: (tip.x + one.x + other.x) / 3, y: (tip.y + one.y + other.y) / 3 };
  return { tip, middle, stature: camera.focalPx / camera.eyeDistance };
}

/** Share of the face, 0..1, that upper arms and forearms nearer to the camera hide; hands are looked at by themselves. */
function faceBehindArms(solved: SolvedPose, camera: PoseCamera): number {
  const { tip, middle, stature } = faceSeen(solved, camera);
  const joint = (name: JointName) => projectPoint(camera, solved.joints[name]);
  const limbs = SIDES.flatMap((side) => [
    { from: joint(`${side}Shoulder`), to: joint(`${side}Elbow`), radius: ARM.upper },
    { from: joint(`${side}Elbow`), to: joint(`${side}Wrist`), radius: ARM.fore },
  ]);
  const isHidden = (x: number, y: number): boolean =>
    limbs.some(({ from, to, radius }) => {
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const along = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(1e-9, dx * dx + dy * dy);
      const k = Math.min(1, Math.max(0, along));
      if (from.depth + (to.depth - from.depth) * k >= tip.depth) return false;
      return Math.hypot(x - from.x - dx * k, y - from.y - dy * k) < radius * stature;
    });
  const hidden = FACE_POINTS.filter(([u, v]) =>
    isHidden(middle.x + u * FACE.halfWidth * stature, middle.y + v * FACE.halfHeight * stature),
  );
  return hidden.length / FACE_POINTS.length;
}

/** A grid over the unit disc. */
const FACE_POINTS = Array.from(
  { length: 121 },
  (_, at) => [((at % 11) - 5) / 5, (Math.floor(at / 11) - 5) / 5] as const,
).filter(([u, v]) => Math.hypot(u, v) < 1);

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
