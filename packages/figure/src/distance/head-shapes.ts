import { params } from '../scene/tables.ts';
import { eyeY, eyeZ, face, lidRadius, lowerLid, upperLid } from './head-plan.ts';
import { ellipsoid, smoothMax, smoothMin, smoothStep } from './smooth.ts';

/** Both eyelids: a shell around each eyeball with an almond-shaped opening. */
export function lids(hx: number, hy: number, hz: number): number {
  const x = Math.abs(hx) - face.eyeX;
  const y = hy - eyeY;
  const z = hz - eyeZ;
  const shell = Math.sqrt(x * x + y * y * 1.05 + z * z) - lidRadius;
  const outside = Math.max(y - upperLid(x), lowerLid(x) - y);
  return smoothMax(shell, -Math.max(outside, -z - 0.02), 0.016);
}

/** `params`: jaw half width, thickness, how far it hangs below the chin. */
export function beard(o: number, x: number, y: number, z: number): number {
  const jaw = params[o];
  const thick = params[o + 1];
  const drop = params[o + 2];
  const ax = Math.abs(x);
  let d = ellipsoid(x, y, z, 0, -0.37, 0.1, jaw + thick * 0.8, 0.6 + thick * 0.6, 0.6 + thick);
  d = smoothMin(
    d,
    ellipsoid(
      x,
      y,
      z,
      0,
      -0.78 - drop * 0.5,
      0.36,
      0.24 + thick * 0.4,
      0.2 + drop * 0.6,
      0.2 + thick,
    ),
    0.16,
  );
  const edge = -0.32 + 0.3 * smoothStep(0.3, 0.6, ax);
  d = smoothMax(d, (y - edge) * 0.7, 0.06);
  d = smoothMax(
    d,
    -ellipsoid(x, y, z, 0, -0.515, 0.85, face.mouthHalfWidth * 0.88, 0.06 + face.gape, 0.4),
    0.04,
  );
  return d + 0.005 * Math.sin(x * 31 + Math.sin(y * 23)) * Math.sin(y * 27 + Math.sin(x * 19));
}

/** The wrapped head cloth with its oval opening; the part on the chest is drawn with cones. */
export function hijab(x: number, y: number, z: number): number {
  let d = ellipsoid(x, y, z, 0, 0.21, -0.09, 0.83, 0.89, 0.93);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.45, 0.02, 0.74, 0.68, 0.72), 0.3);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -1.05, 0.02, 0.6, 0.46, 0.56), 0.3);
  const low = smoothStep(-0.1, -0.8, y);
  if (low > 0) {
    const turn = Math.atan2(x, z + 0.5) * 1.2 + y * 1.5;
    d += (0.018 * Math.sin(turn * 7) + 0.013 * Math.sin(y * 9 + x * 4)) * low;
  }
  return smoothMax(d, -ellipsoid(x, y, z, 0, -0.1, 1.05, 0.55, 0.7, 0.95), 0.1);
}

/**
 * Spectacles without their arms, folded at the nose.
 * `params`: half width, half height, corner radius, middle x, middle y, z at the nose, wrap, wire radius, 1 = filled.
 */
export function rims(o: number, hx: number, hy: number, hz: number): number {
  const corner = params[o + 2];
  const ax = Math.abs(hx);
  const a = Math.abs(ax - params[o + 3]) - params[o] + corner;
  const b = Math.abs(hy - params[o + 4]) - params[o + 1] + corner;
  const ap = Math.max(a, 0);
  const bp = Math.max(b, 0);
  const inside = Math.max(a, b);
  const flat = Math.sqrt(ap * ap + bp * bp) + Math.min(inside, 0) - corner;
  const depth = hz - params[o + 5] + params[o + 6] * ax * ax;
  if (params[o + 8] > 0) return Math.max(flat, Math.abs(depth) - 0.008);
  return Math.sqrt(flat * flat + depth * depth) - params[o + 7];
}
