import { type PoseCamera, projectPoint } from '../camera.ts';
import { faceTurn, type Keypoint } from '../coco18.ts';
import { CONTACT_PLACES } from '../contact-places.ts';
import { handPoints } from '../hand-points.ts';
import { apply, transpose } from '../mat3.ts';
import { pointToSegment, type Segment, segmentDistance } from '../segment-distance.ts';
import { outwardSign, type Side } from '../side.ts';
import type { SolvedPose, Vec3 } from '../solved-pose.ts';
import { add, between, distance, dot, scale, subtract, unit } from '../vec3.ts';
import { facePointsOf } from './face-points.ts';

/** What a skeleton shows beyond its 18 points; null where the camera sees none of it. */
export interface HandsAndFace {
  /** 21 points in OpenPose's order, pixels; null is hidden or outside. */
  readonly leftHand: readonly (Keypoint | null)[] | null;
  readonly rightHand: readonly (Keypoint | null)[] | null;
  /** 70 points: iBUG's 68 and the pupils. */
  readonly face: readonly (Keypoint | null)[] | null;
}

interface Bulk {
  readonly axis: Segment;
  readonly radius: number;
}

/** A face turned further away shows no more than its cheek. */
const FACE_TURN_MAX = 105;
/** Cosine to the eye below which a point of the face lies behind its outline. */
const LOOKS_AWAY = -0.08;
/** A hand less than this far from a part of the body lies on it, not behind it. */
const LIES_ON = 0.012;
/** Of a hand's points that must be hidden for all of it to be. */
const HIDDEN_SHARE = 0.5;
const POCKETS = [CONTACT_PLACES.pocket, CONTACT_PLACES.back_pocket, CONTACT_PLACES.coat_pocket];
/** A wrist this near to where it is in a pocket is in it, in statures. */
const IN_POCKET = 0.035;
const WRIST = { left: 7, right: 4 } as const;
const NOSE = 0;

/** Hands and face of a pose as its camera sees them. A hand behind the body or in a pocket is not seen, as in a photo. */
export function projectHandsAndFace(pose: SolvedPose, camera: PoseCamera): HandsAndFace {
  return {
    leftHand: hand(pose, camera, 'left'),
    rightHand: hand(pose, camera, 'right'),
    face: face(pose, camera),
  };
}

function hand(pose: SolvedPose, camera: PoseCamera, side: Side): (Keypoint | null)[] | null {
  if (pose.hidden?.includes(WRIST[side]) || isInPocket(pose, side)) return null;
  const points = handPoints(pose, side);
  const eye = eyeOf(camera);
  const bulks = bulksOf(pose, side);
  const hidden = points.filter((point) => isBehind(point, eye, bulks)).length;
  if (hidden > HIDDEN_SHARE * points.length) return null;
  const seen = points.map((point) => onCanvas(camera, point));
  return seen.every((point) => point === null) ? null : seen;
}

/** How much of an arm, from the elbow to the finger tips, the body leaves to the camera: 0 to 1. */
export function armShown(pose: SolvedPose, camera: PoseCamera, side: Side): number {
  const elbow = pose.joints[`${side}Elbow`];
  const wrist = pose.joints[`${side}Wrist`];
  const forearm = [0, 0.2, 0.4, 0.6, 0.8].map((share) => between(elbow, wrist, share));
  const fingers = handPoints(pose, side).filter((_, index) => index % 4 === 0);
  const points = [...forearm, ...fingers];
  const eye = eyeOf(camera);
  const bulks = bulksOf(pose, side);
  const shown = points.filter(
    (point) => onCanvas(camera, point) !== null && !isBehind(point, eye, bulks),
  );
  return shown.length / points.length;
}

function isInPocket({ joints, frames }: SolvedPose, side: Side): boolean {
  const fromPelvis = subtract(joints[`${side}Wrist`], joints.pelvis);
  const [x, y, z] = apply(transpose(frames.pelvis), fromPelvis);
  const wrist: Vec3 = [x * outwardSign(side), y, z];
  return POCKETS.some(({ point }) => distance(wrist, point) < IN_POCKET);
}

function face(pose: SolvedPose, camera: PoseCamera): (Keypoint | null)[] | null {
  if (Math.abs(faceTurn(pose, camera)) > FACE_TURN_MAX || pose.hidden?.includes(NOSE)) return null;
  const eye = eyeOf(camera);
  const seen = facePointsOf(pose).map(({ at, outward }) =>
    dot(outward, unit(subtract(eye, at))) < LOOKS_AWAY ? null : onCanvas(camera, at),
  );
  return seen.every((point) => point === null) ? null : seen;
}

function onCanvas(camera: PoseCamera, point: Vec3): Keypoint | null {
  const { x, y } = projectPoint(camera, point);
  const isInside = x >= 0 && y >= 0 && x < camera.widthPx && y < camera.heightPx;
  return isInside ? { x, y } : null;
}

function eyeOf({ rotation, target, eyeDistance }: PoseCamera): Vec3 {
  return add(target, apply(transpose(rotation), [0, 0, eyeDistance]));
}

/** Parts of the body a hand can be behind: all but its own arm. */
function bulksOf({ joints }: SolvedPose, side: Side): Bulk[] {
  const other = side === 'left' ? 'right' : 'left';
  const trunk = (x: number): Segment => {
    const aside = scale(subtract(joints.leftHip, joints.rightHip), x);
    return [add(joints.pelvis, aside), add(joints.chest, aside)];
  };
  return [
    // A trunk is broader than deep: three bars side by side.
    ...[-0.3, 0, 0.3].map((x): Bulk => ({ axis: trunk(x), radius: 0.055 })),
    { axis: [joints.leftShoulder, joints.rightShoulder], radius: 0.04 },
    { axis: [joints.headBase, between(joints.head, joints.headTop, 0.5)], radius: 0.05 },
    { axis: [joints.leftHip, joints.leftKnee], radius: 0.042 },
    { axis: [joints.rightHip, joints.rightKnee], radius: 0.042 },
    { axis: [joints.leftKnee, joints.leftAnkle], radius: 0.026 },
    { axis: [joints.rightKnee, joints.rightAnkle], radius: 0.026 },
    { axis: [joints[`${other}Elbow`], joints[`${other}Wrist`]], radius: 0.018 },
    { axis: [joints[`${other}Shoulder`], joints[`${other}Elbow`]], radius: 0.024 },
  ];
}

function isBehind(point: Vec3, eye: Vec3, bulks: readonly Bulk[]): boolean {
  const towards = unit(subtract(eye, point));
  return bulks.some(({ axis, radius }) => {
    const inside = radius - pointToSegment(point, axis);
    if (inside > LIES_ON) return true;
    // From just off the skin, so that a hand that lies on the body is not behind what it lies on.
    const start = add(point, scale(towards, LIES_ON + Math.max(0, inside)));
    return segmentDistance([start, eye], axis) < radius - LIES_ON / 2;
  });
}
