import { LIMB_STEPS, params } from '../scene/tables.ts';
import { ASIDE, curveAt } from './limb-curve.ts';
import { smoothMax } from './smooth.ts';

export const HEM_ROUNDING = 0.004;

/** Distance to a limb; `px, py, pz` from its first end. The girth is a quadratic spline, so its light has no steps. */
export function limb(o: number, px: number, py: number, pz: number): number {
  const h = px * params[o + 3] + py * params[o + 4] + pz * params[o + 5];
  const length = params[o + 6];
  const on = h < 0 ? 0 : Math.min(h, length);
  const u = on * params[o + 7];
  const i = u >= LIMB_STEPS ? LIMB_STEPS - 1 : u | 0;
  const f = u - i;
  const c = params[o + 8] + i;
  const radius = curveAt(c, f);
  const aside = curveAt(c + ASIDE, f);
  const hem = params[o + 15];
  // A hem is cut from cloth that goes on straight.
  const beyond = h > hem ? 0 : h - on;
  const x = px - params[o + 3] * h - params[o + 9] * aside;
  const y = py - params[o + 4] * h - params[o + 10] * aside;
  const z = pz - params[o + 5] * h - params[o + 11] * aside;
  const v = Math.sqrt(x * x + y * y + z * z + beyond * beyond) - radius;
  const past = h - hem;
  return past > -HEM_ROUNDING ? smoothMax(v, past, HEM_ROUNDING) : v;
}
