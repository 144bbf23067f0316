import type { Vec3 } from '@lumiku/pose-kit';
import { addCone, openEnd } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { add, mix, pointIn, rotate, scale, subtract } from '../vector.ts';
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

/** Neighbours share a ball, so they need not melt; it would swell into rings. */
const JOINT_BLEND = 0;
const CONES_PER_BONE = 5;

export function drawArm(plan: BodyPlan, limb: Limb, cover: LimbCover): void {
  const { shoulder, elbow, wrist } = limb;
  const inward = rotate(plan.chest.axes, [-limb.k * 0.004, -0.004, 0]);
  const start = add(shoulder, inward);
  const at = (t: number): Vec3 => (t <= 1 ? mix(start, elbow, t) : mix(elbow, wrist, t - 1));
  drawStops(plan.measures.arm, at, [0, 0, 0], cover, Part.arm, Part.forearm);
}

export function drawLeg(plan: BodyPlan, limb: Limb, cover: LimbCover): void {
  const start = hipStart(plan, limb);
  const at = (t: number): Vec3 =>
    t <= 1 ? mix(start, limb.knee, t) : mix(limb.knee, limb.ankle, t - 1);
  drawStops(plan.measures.leg, at, limb.calf, cover, Part.leg, Part.shank);
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
): void {
  const from = cover.from ?? 0;
  const loose = (t: number): number =>
    cover.looseStart + ((cover.looseEnd - cover.looseStart) * (t - from)) / (cover.to - from || 1);
  const marks = marksOf(from, cover.to);
  for (let i = 0; i + 1 < marks.length; i++) {
    const a = marks[i];
    const b = marks[i + 1];
    const sa = stopAt(stops, a);
    const sb = stopAt(stops, b);
    addCone(
      add(at(a), scale(back, sa.back)),
      add(at(b), scale(back, sb.back)),
      sa.radius + loose(a),
      sb.radius + loose(b),
      i === 0 ? cover.blend : JOINT_BLEND,
      cover.part ?? (b <= 1.001 ? upper : lower),
    );
    if (cover.hem && i + 2 === marks.length) openEnd();
  }
}

/** Where one cone gives way to the next: close enough that a curved limb shows no rings. */
function marksOf(from: number, to: number): number[] {
  const marks = [from];
  for (let i = 1; i < 2 * CONES_PER_BONE; i++) {
    const t = i / CONES_PER_BONE;
    if (t > from + 0.03 && t < to - 0.03) marks.push(t);
  }
  marks.push(to);
  return marks;
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
