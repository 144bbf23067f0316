import type { Vec3 } from '@lumiku/pose-kit';
import { addLimb } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { lengthOf, mix, normalise, subtract } from '../vector.ts';

/** A rounded strand from `a` over `middle` to `b` (world), with its girth along the way. */
export function addBow(
  [a, middle, b]: readonly [Vec3, Vec3, Vec3],
  radius: (share: number) => number,
  { blend = 0, part = Part.head, skew = 1 }: { blend?: number; part?: Part; skew?: number } = {},
): void {
  const bow = subtract(middle, mix(a, b, 0.5));
  const rise = lengthOf(bow);
  const aside = (share: number): number => rise * Math.sin(Math.PI * share ** skew);
  addLimb(a, b, { radius, aside }, normalise(bow), false, blend, part);
}

/** Girth that swells from `from` over `middle` to `to`. */
export const swelling =
  (from: number, middle: number, to: number) =>
  (share: number): number => {
    const s = 1 - share;
    const control = 2 * middle - (from + to) / 2;
    return Math.max(0.0004, s * s * from + 2 * s * share * control + share * share * to);
  };
