import { LIMB_ROW, LIMB_STEPS, limbCurves, params } from '../scene/tables.ts';
import { smoothMax } from './smooth.ts';

const HEM_ROUNDING = 0.004;
const ASIDE = LIMB_ROW / 2;

/** Distance to a limb; `px, py, pz` from its first end. The girth is a quadratic spline, so its light has no steps. */
export function limb(o: number, px: number, py: number, pz: number): number {
  const h = px * params[o + 3] + py * params[o + 4] + pz * params[o + 5];
  const length = params[o + 6];
  const on = h < 0 ? 0 : Math.min(h, length);
  const u = on * params[o + 7];
  const i = u >= LIMB_STEPS ? LIMB_STEPS - 1 : u | 0;
  const f = u - i;
  const w2 = 0.5 * f * f;
  const w0 = 0.5 - f + w2;
  const w1 = 1 - w0 - w2;
  const c = params[o + 8] + i;
  const radius = w0 * limbCurves[c] + w1 * limbCurves[c + 1] + w2 * limbCurves[c + 2];
  const b = c + ASIDE;
  const aside = w0 * limbCurves[b] + w1 * limbCurves[b + 1] + w2 * limbCurves[b + 2];
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
