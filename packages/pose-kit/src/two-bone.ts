import type { Vec3 } from './solved-pose.ts';
import { across, add, anyAcross, norm, scale, subtract, unit } from './vec3.ts';

export interface TwoBone {
  readonly middle: Vec3;
  readonly end: Vec3;
  /** Unit vector from the straight line towards the bent joint. */
  readonly bendsTowards: Vec3;
  /** How far the end stayed from its target. */
  readonly missedBy: number;
}

/** A limb folds no tighter than this angle between its bones, degrees. */
const TIGHTEST_DEGREES = 30;
const LONGEST_SHARE = 0.9995;

/**
 * Elbow or knee by the law of cosines: keeps both lengths exactly, bends towards `pole`.
 * A target out of reach is approached along its own direction.
 */
export function solveTwoBone(
  root: Vec3,
  target: Vec3,
  upper: number,
  lower: number,
  pole: Vec3,
): TwoBone {
  const wanted = subtract(target, root);
  const direction = unit(wanted, [0, -1, 0]);
  const fold = Math.cos((TIGHTEST_DEGREES * Math.PI) / 180);
  const shortest = Math.sqrt(upper * upper + lower * lower - 2 * upper * lower * fold);
  const reach = Math.min((upper + lower) * LONGEST_SHARE, Math.max(shortest, norm(wanted)));
  const sideways = across(pole, direction);
  const bendsTowards = norm(sideways) < 1e-6 ? anyAcross(direction) : unit(sideways);
  const along = (upper * upper + reach * reach - lower * lower) / (2 * reach);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  return {
    middle: add(root, add(scale(direction, along), scale(bendsTowards, out))),
    end: add(root, scale(direction, reach)),
    bendsTowards,
    missedBy: Math.abs(norm(wanted) - reach),
  };
}

/** Distance between the ends of a limb flexed by `degrees` (0 = straight). */
export function reachAtFlexion(upper: number, lower: number, degrees: number): number {
  const inner = Math.PI - (degrees * Math.PI) / 180;
  return Math.sqrt(upper * upper + lower * lower - 2 * upper * lower * Math.cos(inner));
}
