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
  scale,
  subtract,
} from '../../vector.ts';
import { addBow, swelling } from '../add-bow.ts';
import { type BodyPlan, onHead } from '../body-plan.ts';
import { scalp, U } from './scalp.ts';

/** Long hair: it leaves the head with the head and comes to rest on the back and before the shoulders. */
export function drawLongHair(plan: BodyPlan, full: number, isInFront: boolean): void {
  const side = axisX(plan.head.axes);
  const backTop = onHead(plan, [0, 0.05, -0.4]);
  const backMiddle = mix(
    onHead(plan, [0, -0.85, -0.5]),
    pointIn(plan.neck, [0, 0.012, -0.052]),
    0.4,
  );
  const backEnd = mix(onHead(plan, [0, -1.8, -0.6]), pointIn(plan.chest, [0, 0.03, -0.084]), 0.75);
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
    const out = (x: number, y: number, z: number): Vec3 => onHead(plan, [k * x, y, z]);
    const root = out(0.58, 0.35, -0.02);
    const ear = out(0.7 + 0.05 * full, -0.32, -0.06);
    const rest = mix(out(0.62, -1.0, -0.1), pointIn(plan.neck, [k * 0.05, 0.002, -0.002]), 0.45);
    addBow([root, ear, rest], swelling(0.17 * U, 0.23 * U * full, 0.22 * U * full), {
      blend: 0.12 * U,
    });
    const end = isInFront
      ? mix(out(0.5, -1.75, 0.16), pointIn(plan.chest, [k * 0.05, 0.022, 0.062]), 0.8)
      : mix(out(0.6, -1.6, -0.35), pointIn(plan.chest, [k * 0.052, 0.04, -0.066]), 0.75);
    const middle = add(
      mix(rest, end, 0.5),
      scale(normalise(subtract(end, plan.chest.origin)), 0.008),
    );
    addBow([rest, middle, end], swelling(0.22 * U * full, 0.19 * U * full, 0.07 * U), {
      blend: 0.1 * U,
    });
  }
}

/** A tail from its tie, over the bend, to its end. */
export function drawTail(plan: BodyPlan, tie: Vec3, bend: Vec3, end: Vec3, girth: number): void {
  addEllipsoid(tie, [0.11 * U, 0.11 * U, 0.11 * U], plan.head.axes, 0.03 * U, Part.head);
  addBow([tie, bend, end], swelling(0.1 * U, girth * U, 0.035 * U), { blend: 0.05 * U, skew: 0.8 });
}

/** Where a tail that starts at `from` (head units) falls on the back or, with `k`, before that shoulder. */
export const fallBehind = (plan: BodyPlan, k: number): Vec3 =>
  mix(onHead(plan, [k * 0.3, -1.5, -0.95]), pointIn(plan.chest, [k * 0.03, 0.04, -0.085]), 0.6);
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

/** Ropes of hair from all over the scalp that hang around the head: locs and small braids. */
export function drawRopes(
  plan: BodyPlan,
  { count, girth, drop }: { count: number; girth: number; drop: number },
): void {
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const around = 66 + (294 - 66) * t;
    const inner = i % 2;
    const k = around < 180 ? 1 : -1;
    const isFront = around < 100 || around > 260;
    const root = scalp(plan, around, 52 - 14 * inner, 0.02);
    const edge = scalp(plan, around, -2, 0.13 - 0.05 * inner);
    const x = Math.sin((around * Math.PI) / 180);
    const z = Math.cos((around * Math.PI) / 180);
    const low = onHead(plan, [
      x * 0.78,
      -0.3 - drop * (0.85 + 0.15 * Math.sin(i * 2.4)),
      z * 0.7 - 0.1,
    ]);
    const onChest = isFront
      ? pointIn(plan.chest, [k * (0.04 + 0.02 * inner), 0.03, 0.06])
      : pointIn(plan.chest, [x * 0.07, 0.04, -0.078]);
    const end = drop > 0.9 ? mix(low, onChest, 0.55) : low;
    addBow([root, scalp(plan, around, 30, 0.16), edge], swelling(girth * U, girth * U, girth * U), {
      blend: 0.015 * U,
    });
    const out = mix(edge, end, 0.5);
    const away = normalise(subtract(out, plan.neck.origin));
    addBow(
      [edge, add(out, scale([away[0], 0, away[2]], 0.05 * U)), end],
      swelling(girth * U, girth * 1.02 * U, girth * 0.35 * U),
      { blend: 0.015 * U },
    );
  }
}
