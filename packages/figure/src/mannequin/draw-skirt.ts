import type { Vec3 } from '@lumiku/pose-kit';
import { clamp01 } from '../distance/smooth.ts';
import { addCone, addFlatCone, addPleats, cutPlane } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import {
  add,
  axisX,
  axisZ,
  dot,
  lengthOf,
  mix,
  normalise,
  pointIn,
  scale,
  subtract,
} from '../vector.ts';
import type { BodyPlan, Limb } from './body-plan.ts';
import { hipStart } from './draw-limb.ts';
import type { Outfit } from './outfit.ts';

const BLEND = 0.026;
/** What cloth may lie over, and how far outside of it, however tightly it is drawn. */
const CLEAR_OF = { skin: 0.0016, trousers: 0.0085, skirt: 0.009 } as const;
/** Beyond a skirt that hangs loosely. */
const OVER_SKIRT = 0.005;
const STEPS_BELOW_HIP = [0, 1];
/** A lifted ankle this near to the other leg rests on it. */
const FOOT_ON_LEG = 0.11;
/** A hem nearer to the hips than this would cut into them. */
const CLEAR_OF_TRUNK = 0.1;
/** A skirt of this length hides a foot beside the other knee. */
const LONG = 1.5;
/** Skirts that flare more than this fall in folds. */
const WIDE = 0.015;
/** Cosine of the angle between what joins the legs and the way they run, from which one flat tube cannot follow. */
const SLANTED = 0.3;
/** Cosine of the angle between it and the hips: below, one leg is ahead of the other. */
const ASIDE = 0.7;
/** Of the distance between slanted legs, one flat tube fills so much; of the stature. */
const STRIP_WIDTH = 0.08;
const STRIPS_MOST = 6;
/** Cloth between the legs lies a little behind that on them. */
const SLIM = 0.93;

/** Where a skirt ends and which way its hem looks; the paint of borders follows it. */
export interface Hem {
  readonly point: Vec3;
  readonly normal: Vec3;
}

/**
 * Cloth that goes around both legs: one tube along each leg and a web between them, so that it also stretches over
 * the thighs of somebody seated or striding. `length`: 1 knee, 2 ankle.
 */
export function drawSkirt(
  plan: BodyPlan,
  length: number,
  loose: number,
  flare: number,
  over: keyof typeof CLEAR_OF,
): Hem {
  const [left, right] = plan.sides;
  const spread = spreadOnFloor(plan);
  if (spread > 0) {
    // Wide cloth lies over the crossed shins; it neither stands out nor ends in the lap.
    if (flare > WIDE) length = Math.max(length, length + (1.8 - length) * spread);
    flare *= 1 - 0.85 * spread;
  }
  const stops = [...STEPS_BELOW_HIP.filter((t) => t < length - 0.05), length];
  for (let i = 0; i + 1 < stops.length; i++) {
    const ra = radiusAt(plan, stops[i], length, loose, flare, over);
    const rb = radiusAt(plan, stops[i + 1], length, loose, flare, over);
    const last = i + 2 === stops.length;
    const ends = [left, right].map((limb) => {
      const a = legPoint(plan, limb, stops[i]);
      const b = legPoint(plan, limb, stops[i + 1]);
      const past = last ? add(b, scale(normalise(subtract(b, a)), 0.03)) : b;
      addCone(a, past, ra, rb, i === 0 ? BLEND : 0.012, stops[i] < 1 ? Part.leg : Part.shank);
      return [a, past] as const;
    });
    drawWeb(ends[0][0], ends[1][0], ends[0][1], ends[1][1], ra, rb, axisX(plan.pelvis.axes));
  }
  const hem = hemOf(plan, left, right, length);
  cutPlane(hem.point, hem.normal, 0.004);
  return hem;
}

/**
 * The folds of a skirt, from the waist to its hem. They come after everything they melt into: where cloth far off is
 * not worked out, a fold that comes earlier leaves a step.
 */
export function foldSkirt(plan: BodyPlan, hem: Hem, flare: number, pleats: number): void {
  if (flare <= 0.002) return;
  const waist = pointIn(plan.pelvis, [0, 0.02, 0]);
  const count = pleats > 0 ? pleats : 7;
  // Around the way from waist to hem, folds of cloth that lies spread out would run like those of a plate.
  const depth = pleatDepth(flare, pleats) * (1 - 0.8 * spreadOnFloor(plan));
  addPleats(waist, hem.point, axisZ(plan.pelvis.axes), count, depth);
}

/** Sewn pleats are even and shallow, the folds of a wide skirt grow with it. */
const pleatDepth = (flare: number, pleats: number): number =>
  pleats > 0 ? Math.min(0.0012 + flare * 0.09, 0.03 / pleats + 0.0008) : 0.0008 + flare * 0.05;

/**
 * Fills what is between the legs with a flat tube, as wide at its ends as their distance there. Where one leg is ahead
 * of the other, several lie side by side, so that the cloth runs from one to the other like a sail.
 */
function drawWeb(
  la: Vec3,
  ra: Vec3,
  lb: Vec3,
  rb: Vec3,
  radiusA: number,
  radiusB: number,
  side: Vec3,
): void {
  const across = normalise(add(subtract(la, ra), subtract(lb, rb)), side);
  const gapA = lengthOf(subtract(la, ra));
  const gapB = lengthOf(subtract(lb, rb));
  const along = normalise(subtract(mix(lb, rb, 0.5), mix(la, ra, 0.5)));
  const toOther = normalise(subtract(lb, rb), side);
  const isSlanted = Math.abs(dot(toOther, along)) > SLANTED || Math.abs(dot(toOther, side)) < ASIDE;
  const widest = Math.max(gapA, gapB);
  const strips = isSlanted ? Math.min(STRIPS_MOST, Math.ceil(widest / STRIP_WIDTH)) : 1;
  const widthA = SLIM * (radiusA + (0.92 * gapA) / (strips + 1));
  const widthB = SLIM * (radiusB + (0.92 * gapB) / (strips + 1));
  const broad = Math.max(widthA / radiusA, widthB / radiusB) / SLIM;
  for (let strip = 0; strip < strips; strip++) {
    const share = (strip + 1) / (strips + 1);
    const a = mix(la, ra, share);
    const b = mix(lb, rb, share);
    addFlatCone(a, b, widthA / broad, widthB / broad, across, broad, 0.016, Part.leg);
  }
}

function radiusAt(
  plan: BodyPlan,
  t: number,
  length: number,
  loose: number,
  flare: number,
  over: keyof typeof CLEAR_OF,
): number {
  const leg = plan.measures.leg;
  const hip = leg[0].radius * 0.94;
  const thigh = leg[1].radius;
  const body = t < 0.9 ? hip + (thigh - hip) * (t / 0.9) : thigh * 0.92;
  // Cloth lies on the thighs of somebody seated, so that hands in the lap stay on top of it.
  const lap = t <= 1 ? tautness(plan) : tautness(plan) * 0.3;
  const hanging = (loose + flare * (t / length)) * (1 - 0.8 * lap) - 0.003 * lap;
  return body + Math.max(CLEAR_OF[over], hanging + (over === 'skirt' ? OVER_SKIRT : 0));
}

/** 0 … 1 for somebody who sits cross-legged: thighs and shins lie level, the knees apart. */
function spreadOnFloor(plan: BodyPlan): number {
  const [left, right] = plan.sides;
  const thighs = plan.sides.map((limb) => normalise(subtract(limb.knee, limb.hip)));
  const shins = plan.sides.map((limb) => normalise(subtract(limb.ankle, limb.knee)));
  const steep = (bones: readonly Vec3[]): number => Math.max(...bones.map(([, y]) => Math.abs(y)));
  const apart = lengthOf(subtract(left.knee, right.knee)) - lengthOf(subtract(left.hip, right.hip));
  return (
    clamp01(2.75 - steep(shins) * 5) * clamp01(2.5 - steep(thighs) * 5) * clamp01(apart * 10 - 0.5)
  );
}

/** 0 standing … 1 with the thighs straight ahead of the hips. */
function tautness(plan: BodyPlan): number {
  const front = axisZ(plan.pelvis.axes);
  const ahead = plan.sides.map((limb) => dot(normalise(subtract(limb.knee, limb.hip)), front));
  return Math.min(1, Math.max(0, Math.max(ahead[0], ahead[1]) * 1.3 - 0.3));
}

function legPoint(plan: BodyPlan, limb: Limb, t: number): Vec3 {
  const start = hipStart(plan, limb);
  return t <= 1 ? mix(start, limb.knee, t) : mix(limb.knee, hemEnd(plan, limb), t - 1);
}

/** Whether a foot rests on the other leg under cloth that hangs past it. */
export const isFootUnderCloth = (plan: BodyPlan, limb: Limb, { top, bottom }: Outfit): boolean => {
  const length = bottom.kind === 'skirt' ? bottom.length : bottom.kind === 'none' ? top.gown : null;
  return length !== null && length > LONG && hemEnd(plan, limb) !== limb.ankle;
};

/** Cloth follows the shin, but for a foot that rests on the other leg: there it hangs from the knee. */
function hemEnd(plan: BodyPlan, limb: Limb): Vec3 {
  const other = limb.k > 0 ? plan.sides[1] : plan.sides[0];
  const shank = lengthOf(subtract(limb.ankle, limb.knee));
  const isLifted = limb.knee[1] > shank && limb.ankle[1] > other.ankle[1] + 0.5 * shank;
  const away = subtract(limb.ankle, mix(other.knee, other.ankle, 0.3));
  const isResting = isLifted && Math.hypot(away[0], away[2]) < FOOT_ON_LEG;
  return isResting ? add(limb.knee, [0, -shank, 0]) : limb.ankle;
}

/** The hem goes straight from one leg to the other, square to the way the cloth falls. */
function hemOf(plan: BodyPlan, left: Limb, right: Limb, length: number): Hem {
  const from = length > 1 ? 1 : 0;
  const ends = [legPoint(plan, left, length), legPoint(plan, right, length)] as const;
  const along = (limb: Limb, end: Vec3): Vec3 =>
    normalise(subtract(end, legPoint(plan, limb, from)));
  const point = mix(ends[0], ends[1], 0.5);
  const fall = normalise(add(along(left, ends[0]), along(right, ends[1])), [0, -1, 0]);
  const across = normalise(subtract(ends[0], ends[1]), axisX(plan.pelvis.axes));
  const straight = normalise(subtract(fall, scale(across, dot(fall, across))), [0, -1, 0]);
  const isClear = dot(subtract(plan.pelvis.origin, point), straight) < -CLEAR_OF_TRUNK;
  return { point, normal: isClear ? straight : fall };
}
