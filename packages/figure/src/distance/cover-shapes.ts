import { params } from '../scene/tables.ts';
import { ellipsoid, smoothMax, smoothMin, smoothStep } from './smooth.ts';

/** How a hijab is put on: wrapped around the neck, pinned under the chin, sewn as a hood, tied up behind. */
export const HijabWrap = { pashmina: 0, square: 1, instant: 2, turban: 3 } as const;

/** The head cloth with its opening for the face; what falls on the chest is drawn with cones. `params`: wrap. */
export function hijab(o: number, x: number, y: number, z: number): number {
  const wrap = params[o];
  if (wrap === HijabWrap.turban) return turbanHijab(x, y, z);
  let d = ellipsoid(x, y, z, 0, 0.215, -0.09, 0.8, 0.86, 0.92);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.4, 0.02, 0.72, 0.7, 0.7), 0.3);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -1.02, 0.0, 0.58, 0.44, 0.54), 0.3);
  d += wrap === HijabWrap.pashmina ? wrapFolds(x, y, z) : hangingFolds(x, y, z, wrap);
  const low = wrap === HijabWrap.instant ? 0.68 : 0.72;
  const opening = ellipsoid(
    x,
    y,
    z,
    0,
    -0.16,
    1.05,
    0.575,
    low + 0.05 * smoothStep(0, -0.5, y),
    0.95,
  );
  d = smoothMax(d, -opening, 0.075);
  if (wrap !== HijabWrap.instant) return d;
  // A sewn brim that stands a little over the forehead.
  const brim = Math.abs(opening + 0.03) - 0.035;
  const thick = ellipsoid(x, y, z, 0, 0.215, -0.09, 0.835, 0.9, 0.955);
  return smoothMin(d, smoothMax(smoothMax(thick, brim, 0.03), 0.1 - y, 0.1), 0.03);
}

/** Layers that go around the neck and up to the other ear. */
function wrapFolds(x: number, y: number, z: number): number {
  const low = smoothStep(0.15, -0.55, y);
  const slant = y + 0.42 * x * smoothStep(-0.4, 0.5, z);
  const layer = Math.sin(slant * 13 + 0.6 * Math.sin(x * 3));
  const ridge = Math.max(0, layer) ** 0.7;
  return (
    (0.012 - 0.034 * ridge) * low - 0.012 * Math.max(0, Math.sin(slant * 9 + x * 2 - 1)) * (1 - low)
  );
}

function hangingFolds(x: number, y: number, z: number, wrap: number): number {
  const low = smoothStep(-0.2, -0.85, y);
  const turn = Math.atan2(x, z + 0.4);
  const deep = wrap === HijabWrap.square ? 0.026 : 0.018;
  return -deep * low * (Math.sin(turn * 9) + 0.5 * Math.sin(turn * 17 + 1));
}

/** Cloth wound around the head and tied at the back; neck and ears are covered by a cap under it. */
function turbanHijab(x: number, y: number, z: number): number {
  let d = ellipsoid(x, y, z, 0, 0.34, -0.12, 0.79, 0.82, 0.9);
  const slant = y - 0.42 * Math.abs(x) - 0.2 * z;
  d -= 0.032 * Math.max(0, Math.sin(slant * 15)) ** 0.8 * smoothStep(1.3, 0.9, y);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.12, -0.2, 0.74, 0.56, 0.72), 0.12);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.66, -0.06, 0.52, 0.46, 0.52), 0.24);
  return smoothMax(d, -ellipsoid(x, y, z, 0, -0.24, 1.05, 0.62, 0.72, 0.95), 0.06);
}

/** Cloth wound high around the head in bands that cross over the forehead. */
export function turban(x: number, y: number, z: number): number {
  let d = ellipsoid(x, y, z, 0, 0.55, -0.1, 0.86, 0.66, 0.94);
  const lean = 0.55 * Math.abs(x) * smoothStep(-0.6, 0.5, z) + 0.12 * z;
  const slant = y + (z > -0.2 ? lean : 0.12 * z);
  d -= 0.04 * Math.max(0, Math.sin(slant * 14 + 0.5)) ** 0.75 * smoothStep(1.25, 0.95, y);
  const brow = 0.38 - 0.4 * Math.abs(x) * smoothStep(0.1, 0.6, z) - 0.3 * smoothStep(0.1, -0.5, z);
  return smoothMax(d, (brow - y) * 0.75, 0.05);
}

/** A stiff round cap: `params`: height, slope of the wall, roundness of the top. */
export function roundCap(o: number, x: number, y: number, z: number): number {
  const high = params[o];
  const tilt = y - 0.1 * z;
  const wide = params[o + 1] * (tilt - 0.45);
  const around = Math.hypot(x / 0.76, (z + 0.08) / 0.88);
  const wall = (around - 1 + wide) * 0.78;
  const top = params[o + 2];
  return smoothMax(smoothMax(wall, tilt - high, top), (0.36 - tilt) * 0.9, 0.025);
}

/** The crown of a soft cap or beanie: `params`: how far it stands off, lower edge in front and behind, slack on top. */
export function softCap(o: number, x: number, y: number, z: number): number {
  const off = params[o];
  let d = ellipsoid(
    x,
    y,
    z,
    0,
    0.26 + params[o + 3] * 0.5,
    -0.08,
    0.71 + off,
    0.78 + off + params[o + 3],
    0.83 + off,
  );
  const back = smoothStep(0.3, -0.5, z);
  const edge = params[o + 1] + (params[o + 2] - params[o + 1]) * back;
  if (params[o + 4] > 0) {
    // Ribs of a knitted beanie, and its turned-up edge.
    d += 0.01 * Math.sin(Math.atan2(x, z + 0.08) * 46) * smoothStep(1.2, 0.9, y);
    d -= 0.05 * smoothStep(edge + 0.3, edge + 0.27, y);
  } else {
    const seam = Math.abs(Math.sin(Math.atan2(x, z + 0.08) * 3));
    d += 0.012 * Math.exp(-((seam / 0.07) ** 2));
  }
  return smoothMax(d, (edge - y) * 0.8, 0.03);
}
