import { COCO18_NAMES, type Coco18Name } from '../coco18.ts';
import { apply, fromColumns, multiply, rotationY } from '../mat3.ts';
import type { Rig } from '../rig.ts';
import type { FlatSkeleton } from '../search/find-views.ts';
import { guessedScale } from '../search/find-views.ts';
import type { Mat3, SolvedPose, Vec3 } from '../solved-pose.ts';
import { add, between, cross, scale, subtract, unit } from '../vec3.ts';
import {
  type BodyPoint,
  type LiftedPose,
  type PointsOfBody,
  poseFromPoints,
} from './pose-from-points.ts';

/** A pose that looks like the skeleton from a side: says which limbs point to the camera and fills what is missing. */
export interface PriorView {
  readonly solved: SolvedPose;
  readonly yaw: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const NOSE_FORWARD = 0.06;
const NOSE_BELOW_EARS = 0.0055;
const EAR_ASIDE = 0.0447;

type At = (name: Coco18Name) => Point | null;

/** The skeleton in statures: y up, at the size at which no bone is longer than it can be. */
function inStatures(skeleton: FlatSkeleton, rig: Rig): At {
  const at: At = (name) => skeleton[COCO18_NAMES.indexOf(name)] ?? null;
  const ratios: number[] = [];
  const measure = (from: Point | null, to: Point | null, length: number): void => {
    if (from && to) ratios.push(Math.hypot(from.x - to.x, from.y - to.y) / length);
  };
  for (const side of ['left', 'right'] as const) {
    measure(at(`${side}Shoulder`), at(`${side}Elbow`), rig.upperArm);
    measure(at(`${side}Elbow`), at(`${side}Wrist`), rig.forearm);
    measure(at(`${side}Hip`), at(`${side}Knee`), rig.thigh);
    measure(at(`${side}Knee`), at(`${side}Ankle`), rig.shank);
    measure(at(`${side}Shoulder`), at(`${side}Hip`), rig.trunk * 1.05);
  }
  const px = Math.max(1e-9, guessedScale(ratios));
  return (name) => {
    const point = at(name);
    return point && { x: point.x / px, y: -point.y / px };
  };
}

/** A bone as long as it is: what the picture does not show of it goes towards or away from the camera, as the prior's. */
function boneTowards(from: Point | null, to: Point | null, length: number, prior: Vec3): Vec3 {
  if (!from || !to) return scale(unit(prior), length);
  const [x, y] = [to.x - from.x, to.y - from.y];
  const shown = Math.hypot(x, y);
  if (shown >= length) return [(x * length) / shown, (y * length) / shown, 0];
  const deep = Math.sqrt(length * length - shown * shown);
  return [x, y, prior[2] < 0 ? -deep : deep];
}

function headFromTurn(yaw: number, down: number, roll: number): Mat3 {
  const forward: Vec3 = unit([Math.sin(yaw) * Math.cos(down), -Math.sin(down), Math.cos(yaw)]);
  const left: Vec3 = [Math.cos(yaw) * Math.cos(roll), Math.sin(roll), -Math.sin(yaw)];
  const z = forward;
  const x = unit(subtract(left, scale(z, left[0] * z[0] + left[1] * z[1] + left[2] * z[2])));
  return fromColumns(x, cross(z, x), z);
}

/** How the head is turned to the camera, by where the nose stands to the ears; the prior's where that is not seen. */
function headOf(at: At, prior: Mat3): Mat3 {
  const nose = at('nose');
  const [left, right] = [at('leftEar'), at('rightEar')];
  const priorYaw = Math.atan2(prior[2], prior[8]);
  if (!nose || (!left && !right)) return prior;
  if (left && right) {
    const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
    const sine = Math.max(-1, Math.min(1, (nose.x - middle.x) / NOSE_FORWARD));
    const drop = (middle.y - nose.y - NOSE_BELOW_EARS) / NOSE_FORWARD;
    const down = Math.asin(Math.max(-0.8, Math.min(0.8, drop)));
    const roll = Math.atan2(left.y - right.y, Math.max(0.02, left.x - right.x));
    return headFromTurn(Math.asin(sine), down, roll);
  }
  const ear = left ?? right ?? nose;
  const k = left ? 1 : -1;
  // nose - ear = forward · sin(yaw) ∓ aside · cos(yaw): two turns fit, the nearer to the prior is taken.
  const reach = Math.hypot(NOSE_FORWARD, EAR_ASIDE);
  const shift = Math.atan2(-k * EAR_ASIDE, NOSE_FORWARD);
  const angle = Math.asin(Math.max(-1, Math.min(1, (nose.x - ear.x) / reach)));
  const [one, other] = [angle - shift, Math.PI - angle - shift];
  const off = (yaw: number): number => Math.abs(Math.sin((yaw - priorYaw) / 2));
  const drop = (ear.y - nose.y - NOSE_BELOW_EARS) / NOSE_FORWARD;
  return headFromTurn(
    off(one) <= off(other) ? one : other,
    Math.asin(Math.max(-0.8, Math.min(0.8, drop))),
    0,
  );
}

/**
 * Gives a flat skeleton its depth: limbs keep the rig's lengths, and whether one points to the camera or away is as in
 * `prior`, which also fills what the skeleton lacks.
 */
export function liftSkeleton(skeleton: FlatSkeleton, prior: PriorView, rig: Rig): LiftedPose {
  const at = inStatures(skeleton, rig);
  const view = rotationY(prior.yaw);
  const joint = (name: BodyPoint): Vec3 => apply(view, prior.solved.joints[name]);
  const middle = (a: Point | null, b: Point | null): Point | null =>
    a && b && { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const hips = middle(at('leftHip'), at('rightHip'));
  const shoulders = middle(at('leftShoulder'), at('rightShoulder')) ?? at('neck');
  const priorHips = between(joint('leftHip'), joint('rightHip'), 0.5);
  const priorShoulders = between(joint('leftShoulder'), joint('rightShoulder'), 0.5);

  const neck = boneTowards(hips, shoulders, rig.trunk, subtract(priorShoulders, priorHips));
  const across = (part: 'Hip' | 'Shoulder', half: number): Vec3 =>
    boneTowards(
      at(`right${part}`),
      at(`left${part}`),
      2 * half,
      subtract(joint(`left${part}`), joint(`right${part}`)),
    );
  const hipLine = across('Hip', rig.hipHalfWidth);
  const shoulderLine = across('Shoulder', rig.shoulderHalfWidth);
  const body: Record<BodyPoint, Vec3> = {
    ...prior.solved.joints,
    leftHip: scale(hipLine, 0.5),
    rightHip: scale(hipLine, -0.5),
    leftShoulder: add(neck, scale(shoulderLine, 0.5)),
    rightShoulder: add(neck, scale(shoulderLine, -0.5)),
  };
  for (const side of ['left', 'right'] as const) {
    const limb = (from: BodyPoint, to: BodyPoint, length: number): void => {
      const bone = boneTowards(at(from), at(to), length, subtract(joint(to), joint(from)));
      body[to] = add(body[from], bone);
    };
    limb(`${side}Shoulder`, `${side}Elbow`, rig.upperArm);
    limb(`${side}Elbow`, `${side}Wrist`, rig.forearm);
    limb(`${side}Hip`, `${side}Knee`, rig.thigh);
    limb(`${side}Knee`, `${side}Ankle`, rig.shank);
  }
  const toes = (side: 'left' | 'right'): Vec3 =>
    apply(view, subtract(prior.solved.joints[`${side}Toe`], prior.solved.joints[`${side}Ankle`]));
  const points: PointsOfBody = {
    body,
    toes: { left: toes('left'), right: toes('right') },
    head: headOf(at, multiply(view, prior.solved.frames.head)),
  };
  return poseFromPoints(points, rig, prior.solved.support);
}
