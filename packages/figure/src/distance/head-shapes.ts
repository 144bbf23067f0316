import { params } from '../scene/tables.ts';
import {
  eyeY,
  eyeZ,
  face,
  lidRadius,
  lowerLid,
  mouthBend,
  mouthLine,
  mouthZ,
  upperLid,
} from './head-plan.ts';
import { ellipsoid, smoothMax, smoothMin, smoothStep } from './smooth.ts';

/** Both eyelids: a shell around each eyeball with an almond-shaped opening. */
export function lids(hx: number, hy: number, hz: number): number {
  const side = hx < 0 ? -1 : 1;
  const x = hx * side - face.eyeX;
  const y = hy - eyeY;
  const z = hz - eyeZ;
  const shell = Math.sqrt(x * x + y * y * 1.05 + z * z) - lidRadius;
  const outside = Math.max(y - upperLid(x, side), lowerLid(x) - y);
  return smoothMax(shell, -Math.max(outside, -z - 0.02), 0.014);
}

/** Both lips: two tapering rolls along the line of the mouth. */
export function lips(x: number, y: number, z: number): number {
  const w = face.mouthHalfWidth;
  const on = x < -w ? -w : Math.min(x, w);
  const u = (on / w) ** 2;
  const beyond = x - on;
  const line = mouthLine(on);
  const depth = (z - mouthZ + mouthBend * on * on + 0.012) * 0.66;
  const open = face.gape * (1 - u);
  const bow = 1 - 0.2 * Math.exp(-((on / 0.045) ** 2));
  const taper = Math.sqrt(1.02 - u);
  const ru = (0.008 + 0.02 * face.lips * taper * bow) * (1 - open * 1.2);
  const rl = (0.008 + 0.026 * face.lips * taper) * (1 - open * 1.2);
  const a = y - line - ru * 0.8;
  const b = y - line + open * 1.9 + rl * 0.85;
  const far = beyond * beyond + depth * depth;
  return smoothMin(Math.sqrt(far + a * a) - ru, Math.sqrt(far + b * b) - rl, 0.004);
}

/** `params`: jaw half width, thickness, how far it hangs below the chin, 1 = only around the mouth. */
export function beard(o: number, x: number, y: number, z: number): number {
  const jaw = params[o];
  const thick = params[o + 1];
  const drop = params[o + 2];
  const ax = Math.abs(x);
  const low = -0.765 - face.chinDrop;
  const chin = ellipsoid(
    x,
    y,
    z,
    0,
    low - drop * 0.5,
    0.37,
    0.25 + thick * 0.4,
    0.19 + drop * 0.6,
    0.2 + thick,
  );
  let d = chin;
  if (params[o + 3] === 0) {
    d = ellipsoid(x, y, z, 0, -0.36, 0.1, jaw + thick * 0.8, 0.6 + thick * 0.6, 0.575 + thick);
    d = smoothMin(d, chin, 0.16);
    const edge = -0.35 + 0.34 * smoothStep(0.34, 0.58, ax) - 0.1 * smoothStep(0.1, 0.3, ax);
    d = smoothMax(d, (y - edge) * 0.7, 0.05);
  } else {
    d = smoothMax(d, (y + 0.58 + 0.5 * ax) * 0.8, 0.04);
  }
  const mouth = ellipsoid(
    x,
    y,
    z,
    0,
    mouthLine(0) - 0.01 - face.gape,
    0.8,
    face.mouthHalfWidth + 0.015,
    0.082 + face.gape * 1.3,
    0.4,
  );
  d = smoothMax(d, -mouth, 0.03);
  const strands = Math.sin(x * 34 + Math.sin(y * 19) * 1.4) * Math.sin(y * 13 + Math.sin(x * 17));
  return d + 0.006 * strands + 0.003 * Math.sin(x * 71 + y * 23);
}

/**
 * Spectacles without their arms, folded at the nose.
 * `params`: half width, half height, corner radius, middle x, middle y, z at the nose, wrap, wire radius, 1 = filled,
 * how much the outer top corner rises, how much the lower half narrows towards the nose.
 */
export function rims(o: number, hx: number, hy: number, hz: number): number {
  const corner = params[o + 2];
  const ax = Math.abs(hx);
  const across = ax - params[o + 3];
  const y =
    hy - params[o + 4] - params[o + 9] * Math.max(0, across) * (hy > params[o + 4] ? 1 : 0.3);
  const pinch = params[o + 10] * Math.max(0, -y);
  const a = Math.abs(across - pinch * 0.5) - params[o] + corner + pinch * 0.5;
  const b = Math.abs(y) - params[o + 1] + corner;
  const ap = Math.max(a, 0);
  const bp = Math.max(b, 0);
  const inside = Math.max(a, b);
  const flat = Math.sqrt(ap * ap + bp * bp) + Math.min(inside, 0) - corner;
  const depth = hz - params[o + 5] + params[o + 6] * ax * ax;
  if (params[o + 8] > 0) return Math.max(flat, Math.abs(depth) - 0.008);
  return Math.sqrt(flat * flat + depth * depth) - params[o + 7];
}
