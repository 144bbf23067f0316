import { LIMB_ROW, limbCurves } from '../scene/tables.ts';

/** From a control point of a limb's radius to that of the way its middle moves aside. */
export const ASIDE = LIMB_ROW / 2;

/** A curve of `limbCurves`, a quadratic B-spline, at the share `f` of the step that starts at control point `c`. */
export function curveAt(c: number, f: number): number {
  const w2 = 0.5 * f * f;
  const w0 = 0.5 - f + w2;
  return w0 * limbCurves[c] + (1 - w0 - w2) * limbCurves[c + 1] + w2 * limbCurves[c + 2];
}

/** How fast it rises there per step. */
export const curveSlope = (c: number, f: number): number =>
  (f - 1) * limbCurves[c] + (1 - 2 * f) * limbCurves[c + 1] + f * limbCurves[c + 2];
