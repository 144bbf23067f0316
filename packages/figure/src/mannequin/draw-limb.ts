import type { Vec3 } from '@lumiku/pose-kit';
import { addCone, openEnd } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { add, mix, pointIn, rotate, scale, subtract } from '../vector.ts';
import type { Stop } from './body-measures.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

/** How a limb is drawn: bare, or as the cloth around it. */
export interface LimbCover {
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
}

/** Neighbours share a ball, so they hardly need to melt; more would swell into rings. */
const JOINT_BLEND = 0.0015;

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
  const marks = [
    from,
    ...stops.map((s) => s.at).filter((t) => t > from && t < cover.to - 0.02),
    cover.to,
  ];
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
      b <= 1.001 ? upper : lower,
    );
    if (cover.hem && i + 2 === marks.length) openEnd();
  }
}

function stopAt(stops: readonly Stop[], t: number): { radius: number; back: number } {
  for (let i = 0; i + 1 < stops.length; i++) {
    const a = stops[i];
    const b = stops[i + 1];
    if (t > b.at) continue;
    const s = (t - a.at) / (b.at - a.at);
    return {
      radius: a.radius + (b.radius - a.radius) * s,
      back: (a.back ?? 0) + ((b.back ?? 0) - (a.back ?? 0)) * s,
    };
  }
  const last = stops[stops.length - 1];
  return { radius: last.radius, back: last.back ?? 0 };
}
