import type { Vec3 } from '@lumiku/pose-kit';
import { addLimb } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { add, lengthOf, mix, pointIn, rotate, subtract } from '../vector.ts';
import type { Stop } from './body-measures.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

/** How a limb is drawn: bare, or as the cloth around it. */
interface LimbCover {
  /** Position where it starts and ends: 0 shoulder or hip, 1 elbow or knee, 2 wrist or ankle. */
  readonly from?: number;
  readonly to: number;
  /** Added to the radius at the start and at the end. */
  readonly looseStart: number;
  readonly looseEnd: number;
  /** Ends flat like a hem instead of round. */
  readonly hem: boolean;
  /** How wide the start melts into what is already in the group. */
  readonly blend: number;
  /** Painted as this part instead of as the limb. */
  readonly part?: Part;
}

/** How wide upper and lower arm or leg melt together at the joint. */
const ELBOW_BLEND = 0.008;
const KNEE_BLEND = 0.013;

export function drawArm(plan: BodyPlan, limb: Limb, cover: LimbCover): void {
  const { shoulder, elbow, wrist } = limb;
  const inward = rotate(plan.chest.axes, [-limb.k * 0.007, -0.01, 0]);
  const start = add(shoulder, inward);
  const at = (t: number): Vec3 => (t <= 1 ? mix(start, elbow, t) : mix(elbow, wrist, t - 1));
  drawStops(plan.measures.arm, at, [0, 0, 0], cover, Part.arm, Part.forearm, ELBOW_BLEND);
}

export function drawLeg(plan: BodyPlan, limb: Limb, cover: LimbCover): void {
  const start = hipStart(plan, limb);
  const at = (t: number): Vec3 =>
    t <= 1 ? mix(start, limb.knee, t) : mix(limb.knee, limb.ankle, t - 1);
  drawStops(plan.measures.leg, at, limb.calf, cover, Part.leg, Part.shank, KNEE_BLEND);
}

/** The thigh begins a little below the joint, where flesh is widest. */
export const hipStart = (plan: BodyPlan, limb: Limb): Vec3 =>
  add(limb.hip, subtract(pointIn(plan.pelvis, [0, -0.012, 0]), plan.pelvis.origin));

function drawStops(
  stops: readonly Stop[],
  at: (t: number) => Vec3,
  back: Vec3,
  cover: LimbCover,
  upper: Part,
  lower: Part,
  jointBlend: number,
): void {
  const { from = 0, to } = cover;
  const loose = (t: number): number =>
    cover.looseStart + ((cover.looseEnd - cover.looseStart) * (t - from)) / (to - from || 1);
  const bends = from < BEND && to > BEND;
  const swelling = bends
    ? jointSwelling(stopAt(stops, BEND).radius + loose(BEND), jointBlend)
    : null;
  const bone = (start: number, end: number, hem: boolean, blend: number, part: Part): void => {
    const a = at(start);
    const b = at(end);
    const length = lengthOf(subtract(b, a));
    const place = (share: number): number => start + (end - start) * share;
    const fromJoint = (share: number): number => length * (end === BEND ? 1 - share : share);
    addLimb(
      a,
      b,
      {
        radius: (share) =>
          stopAt(stops, place(share)).radius +
          loose(place(share)) -
          (swelling?.(fromJoint(share)) ?? 0),
        aside: (share) => stopAt(stops, place(share)).back,
      },
      back,
      hem,
      blend,
      cover.part ?? part,
    );
  };
  if (from < BEND) bone(from, Math.min(to, BEND), cover.hem && !bends, cover.blend, upper);
  if (to > BEND) bone(Math.max(from, BEND), to, cover.hem, bends ? jointBlend : cover.blend, lower);
}

/** Position of the elbow or knee. */
const BEND = 1;

/**
 * How much two bones of the same radius swell where they melt together, by the way from the joint. Solves
 * smooth minimum (quadratic) of the slimmed tube and of the slimmed ball at the end of the other = the wanted radius.
 * Taken off before, the limb stays even.
 */
function jointSwelling(radius: number, k: number): (away: number) => number {
  return (away) => {
    const c = 0.75 * k - (away * away) / (2 * radius);
    return c <= 0 ? 0 : 2 * k - c - 2 * Math.sqrt(k * (k - c));
  };
}

/** Radius and offset at a position: a smooth curve through the stops (monotone cubic, Fritsch and Carlson). */
function stopAt(stops: readonly Stop[], t: number): { radius: number; back: number } {
  const last = stops.length - 1;
  let i = 0;
  while (i + 2 <= last && t > stops[i + 1].at) i++;
  const a = stops[i];
  const b = stops[i + 1];
  const width = b.at - a.at;
  const s = Math.min(1, Math.max(0, (t - a.at) / width));
  const curve = (value: (stop: Stop) => number): number => {
    const rise = (k: number): number =>
      (value(stops[k + 1]) - value(stops[k])) / (stops[k + 1].at - stops[k].at);
    const tangent = (k: number): number => {
      if (k === 0) return rise(0);
      if (k === last) return rise(last - 1);
      const before = rise(k - 1);
      const after = rise(k);
      return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
    };
    const s2 = s * s;
    const s3 = s2 * s;
    return (
      value(a) * (2 * s3 - 3 * s2 + 1) +
      tangent(i) * width * (s3 - 2 * s2 + s) +
      value(b) * (3 * s2 - 2 * s3) +
      tangent(i + 1) * width * (s3 - s2)
    );
  };
  return { radius: curve((stop) => stop.radius), back: curve((stop) => stop.back ?? 0) };
}
