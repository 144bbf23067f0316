import { apply, column, fromUpAndFront, multiply, rotationX, rotationY } from './mat3.ts';
import type { LegSpec } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import { outwardSign, type Side } from './side.ts';
import type { Mat3, Vec3 } from './solved-pose.ts';
import { solveTwoBone } from './two-bone.ts';
import { add, scale, subtract } from './vec3.ts';

/** Ankle to the tip of the toes on a flat foot. */
const TOE_FORWARD = 0.108;
const TOE_CLEARANCE = 0.014;
/** Lifts beyond this take the toes off the floor. */
const HIGHEST_HEEL = 0.075;

export type FootContact = 'flat' | 'ball' | 'free';

export interface SolvedLeg {
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly toe: Vec3;
  readonly foot: Mat3;
  /** Thigh and shin with +y up the limb and +z to its front; origins at the hip and the knee. */
  readonly thigh: Mat3;
  readonly shin: Mat3;
  readonly contact: FootContact;
  readonly missedBy: number;
}

/** How a foot meets the floor when the pose does not say. */
export function footContact(leg: LegSpec): FootContact {
  if (leg.foot) return leg.foot;
  if (leg.lift <= 0) return 'flat';
  return leg.lift <= HIGHEST_HEEL ? 'ball' : 'free';
}

export function ankleTarget(leg: LegSpec, rig: Rig): Vec3 {
  return [leg.at[0], rig.ankleHeight + leg.lift, leg.at[1]];
}

/** Tilt that keeps the toes on the floor while the ankle is `lift` higher, degrees. */
function heelTilt(lift: number, ankleHeight: number): number {
  const drop = ankleHeight - TOE_CLEARANCE;
  const length = Math.hypot(drop, TOE_FORWARD);
  const sine = Math.min(1, (drop + lift) / length);
  return ((Math.asin(sine) - Math.atan2(drop, TOE_FORWARD)) * 180) / Math.PI;
}

/** Hip to toes: two-bone leg to where the ankle stands, then the foot on the floor or hanging from the shin. */
export function solveLeg(
  side: Side,
  leg: LegSpec,
  rig: Rig,
  pelvis: Vec3,
  pelvisFrame: Mat3,
): SolvedLeg {
  const k = outwardSign(side);
  const hip = add(pelvis, apply(pelvisFrame, [k * rig.hipHalfWidth, 0, 0]));
  const heading = rotationY(k * leg.toeOut);
  const ahead = add(column(heading, 2), scale(column(pelvisFrame, 2), 0.5));
  const pole: Vec3 = leg.knee ? [k * leg.knee[0], leg.knee[1], leg.knee[2]] : ahead;
  const bone = solveTwoBone(hip, ankleTarget(leg, rig), rig.thigh, rig.shank, pole);
  const thigh = fromUpAndFront(subtract(hip, bone.middle), bone.bendsTowards);
  const shin = fromUpAndFront(subtract(bone.middle, bone.end), bone.bendsTowards);
  const contact = footContact(leg);
  const foot =
    contact === 'free'
      ? multiply(shin, rotationX(leg.point))
      : multiply(heading, rotationX(contact === 'ball' ? heelTilt(leg.lift, rig.ankleHeight) : 0));
  const toe = add(bone.end, apply(foot, [0, TOE_CLEARANCE - rig.ankleHeight, TOE_FORWARD]));
  return {
    hip,
    knee: bone.middle,
    ankle: bone.end,
    toe,
    foot,
    thigh,
    shin,
    contact,
    missedBy: bone.missedBy,
  };
}
