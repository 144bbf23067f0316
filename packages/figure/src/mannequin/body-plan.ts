import type { Look } from '@lumiku/contract';
import type { HandShape, Mat3, SolvedPose, Vec3 } from '@lumiku/pose-kit';
import {
  add,
  axisZ,
  type Frame,
  mix,
  normalise,
  perpendicular,
  pointIn,
  rotate,
  scale,
  subtract,
} from '../vector.ts';
import { type BodyMeasures, bodyMeasures } from './body-measures.ts';

/** World size of a head unit, in stature. The head is a little larger than life, as on a figurine. */
export const HEAD_UNIT = 0.0785;

export interface Limb {
  /** 1 for the subject's left, −1 for the right. */
  readonly k: 1 | -1;
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly hand: Frame;
  readonly handLength: number;
  readonly handShape: HandShape;
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly foot: Frame;
  /** Unit vector out of the calf, away from the knee cap. */
  readonly calf: Vec3;
}

/** A pose and a build, worked out to what the drawing functions need. Lengths are fractions of stature. */
export interface BodyPlan {
  readonly measures: BodyMeasures;
  readonly pelvis: Frame;
  readonly waist: Frame;
  readonly chest: Frame;
  readonly neck: Frame;
  readonly headBase: Vec3;
  /** Origin between the ears at eye height; see `head-plan`. */
  readonly head: Frame;
  readonly sides: readonly [Limb, Limb];
}

export function planBody(pose: SolvedPose, look: Look | 'clay'): BodyPlan {
  const j = pose.joints;
  const f = pose.frames;
  const eyes = mix(j.leftEye, j.rightEye, 0.5);
  return {
    measures: bodyMeasures(look),
    pelvis: { origin: j.pelvis, axes: f.pelvis },
    waist: { origin: j.waist, axes: f.waist },
    chest: { origin: j.chest, axes: f.chest },
    neck: { origin: j.neck, axes: f.neck },
    headBase: j.headBase,
    head: {
      origin: add(eyes, rotate(f.head, [0, 0.03 * HEAD_UNIT, -0.62 * HEAD_UNIT])),
      axes: f.head,
    },
    sides: [planSide(pose, 'left'), planSide(pose, 'right')],
  };
}

function planSide(pose: SolvedPose, side: 'left' | 'right'): Limb {
  const j = pose.joints;
  const f = pose.frames;
  const hip = j[`${side}Hip`];
  const knee = j[`${side}Knee`];
  const ankle = j[`${side}Ankle`];
  const wrist = j[`${side}Wrist`];
  const foot = f[`${side}Foot`];
  const hand = j[`${side}Hand`];
  return {
    k: side === 'left' ? 1 : -1,
    shoulder: j[`${side}Shoulder`],
    elbow: j[`${side}Elbow`],
    wrist,
    hand: { origin: wrist, axes: f[`${side}Hand`] },
    handLength: Math.hypot(...subtract(hand, wrist)),
    handShape: pose.hands[side],
    hip,
    knee,
    ankle,
    foot: { origin: ankle, axes: foot },
    calf: calfDirection(hip, knee, ankle, foot),
  };
}

/** Behind the shin: opposite to where the knee points, or to the toes on a straight leg. */
function calfDirection(hip: Vec3, knee: Vec3, ankle: Vec3, foot: Mat3): Vec3 {
  const shin = normalise(subtract(ankle, knee));
  const thigh = normalise(subtract(knee, hip));
  const bend = subtract(thigh, scale(shin, 1));
  const toes = perpendicular(axisZ(foot), shin, [0, 0, 1]);
  const front = normalise(add(scale(bend, 3), scale(toes, 0.6)), toes);
  return scale(perpendicular(front, shin, toes), -1);
}

/** Place on the head, in head units. */
export const onHead = (plan: BodyPlan, v: Vec3): Vec3 => pointIn(plan.head, scale(v, HEAD_UNIT));
