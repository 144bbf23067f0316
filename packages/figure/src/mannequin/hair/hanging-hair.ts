import type { Vec3 } from '@lumiku/pose-kit';
import { addCone, addEllipsoid, addFlatCone } from '../../scene/draw-shapes.ts';
import { Part } from '../../scene/material.ts';
import {
  add,
  axisX,
  cross,
  fromAxes,
  mix,
  normalise,
  perpendicular,
  pointIn,
  rotate,
  scale,
  subtract,
} from '../../vector.ts';
import { addBow, swelling } from '../add-bow.ts';
import { type BodyPlan, onHead } from '../body-plan.ts';
import { scalp, U } from './scalp.ts';

/**
 * Long hair: it leaves the head with the head and comes to rest on the back and before the shoulders. `length`: how far
 * of that way it goes below the shoulders.
 */
export function drawLongHair(plan: BodyPlan, full: number, isInFront: boolean, length = 1): void {
  const side = axisX(plan.head.axes);
  const backTop = onHead(plan, [0, 0.05, -0.4]);
  const backMiddle = mix(
    onHead(plan, [0, -0.85, -0.5]),
    pointIn(plan.neck, [0, 0.012, -0.052]),
    0.4,
  );
  const backEnd = mix(
    backMiddle,
    mix(onHead(plan, [0, -1.8, -0.6]), pointIn(plan.chest, [0, 0.03, -0.084]), 0.75),
    length,
  );
  addFlatCone(
    backTop,
    backMiddle,
    0.42 * U * full,
    0.36 * U * full,
    side,
    1.7,
    0.12 * U,
    Part.head,
  );
  addFlatCone(backMiddle, backEnd, 0.36 * U * full, 0.19 * U * full, side, 2, 0.1 * U, Part.head);
  for (const k of [1, -1] as const) {
    const lock = sideLock(plan, k, full, isInFront, length);
    const { root, ear, rest, end } = lock;
    addBow([root, ear, rest], swelling(0.17 * U, 0.23 * U * full, 0.22 * U * full), {
      blend: 0.12 * U,
    });
    if (isInFront) drawLockOnChest(plan, k, lock, full);
    else addFlatCone(rest, end, 0.2 * U * full, 0.1 * U, side, 1.8, 0.12 * U, Part.head);
  }
}

/** Strands that run on from beside the face, broad together: one round lock would end like a tusk. */
function drawLockOnChest(plan: BodyPlan, k: 1 | -1, lock: SideLock, full: number): void {
  const { ear, rest, end } = lock;
  const away = (x: number, y: number, z: number): Vec3 =>
    rotate(plan.chest.axes, [k * x * U, y * U, z * U]);
  const collar = add(mix(rest, end, 0.3), away(0.04, 0.1, 0.2));
  for (const [aside, ahead, low] of ON_CHEST) {
    const way = [
      add(ear, away(0.3 * aside, 0, ahead)),
      add(collar, away(0.8 * aside, 0, ahead)),
      add(end, away(aside, -low * lock.length, ahead)),
    ] as const;
    addBow(way, swelling(0.17 * U * full, 0.19 * U * full, 0.05 * U), { blend: 0.13 * U });
  }
}

type SideLock = ReturnType<typeof sideLock>;

/** The way of the hair beside the face: over the ear to where it rests on the neck, then over the shoulder. */
function sideLock(plan: BodyPlan, k: 1 | -1, full: number, isInFront: boolean, length: number) {
  const out = (x: number, y: number, z: number): Vec3 => onHead(plan, [k * x, y, z]);
  const root = out(0.58, 0.35, -0.02);
  const ear = out(0.7 + 0.05 * full, -0.32, -0.06);
  const rest = mix(out(0.62, -1.0, -0.1), pointIn(plan.neck, [k * 0.051, 0.006, 0.002]), 0.45);
  const lowest = isInFront
    ? mix(out(0.5, -1.75, 0.16), pointIn(plan.chest, [k * 0.05, 0.022, 0.0735]), 0.8)
    : mix(out(0.6, -1.6, -0.35), pointIn(plan.chest, [k * 0.052, 0.04, -0.066]), 0.75);
  const end = mix(rest, lowest, length);
  const middle = add(
    mix(rest, end, 0.5),
    scale(normalise(subtract(end, plan.chest.origin)), 0.008),
  );
  return { root, ear, rest, middle, end, length };
}

/** A tail from its tie, over the bend, to its end. */
export function drawTail(plan: BodyPlan, tie: Vec3, bend: Vec3, end: Vec3, girth: number): void {
  addEllipsoid(tie, [0.11 * U, 0.11 * U, 0.11 * U], plan.head.axes, 0.03 * U, Part.head);
  addBow([tie, bend, end], swelling(0.1 * U, girth * U, 0.035 * U), { blend: 0.05 * U, skew: 0.8 });
}

/** A tail that comes around the neck: too long a way for one curve. */
export function drawTailOverShoulder(
  plan: BodyPlan,
  tie: Vec3,
  beside: Vec3,
  end: Vec3,
  girth: number,
): void {
  const outwards = (from: Vec3, to: Vec3, by: Vec3): Vec3 =>
    add(mix(from, to, 0.5), rotate(plan.head.axes, scale(by, U)));
  addEllipsoid(tie, [0.12 * U, 0.12 * U, 0.12 * U], plan.head.axes, 0.03 * U, Part.head);
  addBow(
    [tie, outwards(tie, beside, [-0.24, 0.16, -0.16]), beside],
    swelling(0.1 * U, girth * U, girth * U),
    { blend: 0.05 * U },
  );
  addBow(
    [beside, outwards(beside, end, [-0.1, 0, 0.06]), end],
    swelling(girth * U, girth * 0.92 * U, 0.05 * U),
    { blend: 0.08 * U },
  );
}

/** Where hair that is tied ends before the shoulder of side `k`. */
export const fallInFront = (plan: BodyPlan, k: number): Vec3 =>
  mix(onHead(plan, [k * 0.62, -1.75, 0.1]), pointIn(plan.chest, [k * 0.055, 0.012, 0.066]), 0.85);

/** Three strands woven: pairs of lobes that lean in and down, along the way from `from` over `middle` to `to`. */
export function drawPlait(plan: BodyPlan, way: readonly [Vec3, Vec3, Vec3], girth: number): void {
  const [from, middle, to] = way;
  const at = (t: number): Vec3 => {
    const s = 1 - t;
    const control = subtract(scale(middle, 2), mix(from, to, 0.5));
    return add(add(scale(from, s * s), scale(control, 2 * s * t)), scale(to, t * t));
  };
  const lobes = 12;
  for (let i = 0; i < lobes; i++) {
    const t = i / lobes;
    const here = at(t);
    const along = normalise(subtract(at(t + 0.02), here));
    const side = perpendicular(axisX(plan.head.axes), along, [1, 0, 0]);
    const r = girth * U * (1 - 0.4 * t);
    for (const k of [1, -1]) {
      const lean = normalise(add(along, scale(side, -k * 0.75)));
      const axes = fromAxes(
        perpendicular(side, lean, [1, 0, 0]),
        lean,
        normalise(cross(perpendicular(side, lean, [1, 0, 0]), lean)),
      );
      const centre = add(at(t + (k > 0 ? 0 : 0.5 / lobes)), scale(side, k * r * 0.5));
      addEllipsoid(centre, [r * 0.74, r * 1.25, r * 0.82], axes, 0.008 * U, Part.head);
    }
  }
  const end = at(1);
  const on = normalise(subtract(end, at(0.93)));
  addCone(
    end,
    add(end, scale(on, 0.16 * U)),
    girth * 0.42 * U,
    girth * 0.16 * U,
    0.02 * U,
    Part.head,
  );
}

/**
 * Locs and small braids: a mass of hair that is worked into ropes (see `hairFlow`), and some that hang by themselves
 * around it, so that its outline and its ends are those of ropes too.
 */
export function drawRopes(
  plan: BodyPlan,
  { full, length, girth }: { full: number; length: number; girth: number },
): void {
  drawLongHair(plan, full, true, length);
  const rope = (way: readonly [Vec3, Vec3, Vec3], tip: number): void =>
    addBow(way, swelling(girth * U, girth * 1.05 * U, girth * tip * U), { blend: 0.02 * U });
  for (const k of [1, -1] as const) {
    const lock = sideLock(plan, k, full, true, length);
    for (const [aside, ahead, low] of IN_FRONT) {
      const by = (share: number, down = 0): Vec3 =>
        rotate(plan.chest.axes, [k * aside * share * U, -down * U, ahead * share * U]);
      const rest = add(lock.rest, by(1));
      const root = scalp(plan, k * (64 + 22 * ahead), 22, 0.03);
      rope([root, onHead(plan, [k * (0.82 + aside * 0.3), -0.4, 0.1 + ahead * 0.3]), rest], 1);
      rope([rest, add(lock.middle, by(1)), add(lock.end, by(0.8, low * length))], 0.8);
    }
    for (const [around, drop] of BESIDE) {
      const turn = (around * Math.PI) / 180;
      const at = (out: number, y: number): Vec3 =>
        onHead(plan, [k * out * Math.sin(turn), y, out * Math.cos(turn) - 0.08]);
      rope([scalp(plan, k * around, 14, 0.04), at(0.92, -0.4), at(0.86, drop)], 0.75);
    }
  }
}

/** Strands before the shoulder, head units from their middle: outwards, forwards, how much longer. */
const ON_CHEST = [
  [-0.13, 0.15, 0.0],
  [0.0, 0.14, 0.16],
  [0.15, 0.08, 0.04],
] as const;
/** Ropes before the shoulder, head units from the lock they belong to: outwards, forwards, how much longer. */
const IN_FRONT = [
  [-0.13, 0.13, 0.1],
  [0.06, 0.17, 0.22],
  [0.19, 0.06, -0.06],
] as const;
/** Ropes that end above the shoulder: degrees from the forehead, height of the end. */
const BESIDE = [
  [104, -0.98],
  [124, -1.06],
  [146, -1.0],
] as const;
