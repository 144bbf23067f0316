import { params } from '../scene/tables.ts';
import { skull, skullY, skullZ } from './head-plan.ts';
import { ellipsoid, smoothMax, smoothStep } from './smooth.ts';

/** How the surface of the hair is worked. */
export const HairTexture = { combed: 0, curls: 1, stubble: 2, pulled: 3 } as const;
/** What bounds the hair against the face: a cropped line around the ears, or a curtain beside the face. */
export const HairEdge = { cropped: 0, curtain: 1 } as const;

/**
 * Hair on the skull. `params`: texture, edge, parting x, hairline y, volume on top, volume at the sides,
 * strand phase, height of the lower edge beside the ears, how much it thins towards its edge (0..1), how far the
 * fringe falls to one side, how far it stands up in front, how far the line goes back at the temples.
 */
export function hairCap(o: number, x: number, y: number, z: number): number {
  const texture = params[o];
  const part = params[o + 2];
  const top = params[o + 4];
  const side = params[o + 5];
  let d = ellipsoid(
    x,
    y,
    z,
    0,
    skullY + top * 0.45,
    skullZ,
    skull[0] + side,
    skull[1] + top * 0.6,
    skull[2] + side,
  );
  if (d > 0.35) return d;
  d += hairRelief(texture, part, params[o + 6], x, y, z);
  if (texture === HairTexture.combed) d += combed(part, params[o + 10], x, y, z);
  if (params[o + 1] === HairEdge.curtain) return smoothMax(d, -curtain(o, x, y, z), 0.06);
  const under = hairline(o, x, z) - y;
  // Hair grows thicker away from its edge, so that it does not sit on the head like a cap.
  d += (0.03 + side) * params[o + 8] * (1 - smoothStep(0.0, 0.32, -under));
  return smoothMax(d, under * 0.42, 0.035);
}

/** Fuller in front on the far side of the parting, with a groove along it. */
function combed(part: number, rise: number, x: number, y: number, z: number): number {
  const over = (x - part) * (part < 0 ? 1 : -1);
  const swell = (0.05 + rise * smoothStep(-0.15, 0.35, over)) * smoothStep(-0.3, 0.5, z);
  const away = (x - part) / 0.035;
  const groove = 0.035 * Math.exp(-away * away) * smoothStep(-0.5, 0, z);
  return (groove - swell) * smoothStep(0.25, 0.85, y);
}

/** Ripples of strands or curls, in head units; also the paint's light and dark. */
export function hairRelief(
  texture: number,
  part: number,
  phase: number,
  x: number,
  y: number,
  z: number,
): number {
  if (texture === HairTexture.stubble) return 0;
  if (texture === HairTexture.curls)
    return (
      0.04 * Math.sin(x * 12 + phase) * Math.sin(y * 12 + 1) * Math.sin(z * 12 + 2) +
      0.014 * Math.sin(x * 27 + y * 9) * Math.sin(z * 25 + phase)
    );
  if (texture === HairTexture.pulled) {
    const turn = Math.atan2(x, y - 0.35);
    return 0.009 * Math.sin(turn * 26 + phase) + 0.005 * Math.sin(turn * 57 + z * 3);
  }
  const px = x - part;
  const py = y - 1.1;
  const pz = z + 0.2;
  const away = smoothStep(0.05, 0.3, Math.sqrt(px * px + pz * pz));
  if (away === 0) return 0;
  const turn = Math.atan2(pz, px) + 0.3 * py;
  return (
    (0.009 * Math.sin(turn * 13 + py * 3 + phase) +
      0.006 * Math.sin(turn * 29 - py * 5) +
      0.003 * Math.sin(turn * 61 + py * 7 + phase)) *
    away
  );
}

/** The chin-long helmet of a bob; same `params` as `hairCap`. */
export function hairBob(o: number, x: number, y: number, z: number): number {
  let d = ellipsoid(x, y, z, 0, -0.16, -0.13, 0.83, 0.84, 0.74);
  if (d > 0.35) return d;
  d = smoothMax(d, -ellipsoid(x, y, z, 0, -0.3, 0.98, 0.68, 1.1, 0.9), 0.08);
  d = smoothMax(d, -0.82 + 0.1 * z - y, 0.1);
  return d + 0.009 * Math.sin(Math.atan2(x, z) * 34 + params[o + 6]);
}

/** > 0 inside the opening for the face: an arch that peaks at the parting, or a straight fringe. */
function curtain(o: number, x: number, y: number, z: number): number {
  const lean = params[o + 9] * Math.abs(x - params[o + 2]);
  return ellipsoid(x, y + lean, z, 0, -0.3, 1.08, 0.76, params[o + 3] + 0.42, 0.92);
}

/** Height of the hair's edge: over the forehead, down the sideburn, around the ear, to the nape. */
function hairline(o: number, x: number, z: number): number {
  const part = params[o + 2];
  const low = params[o + 7];
  const phase = params[o + 6];
  const fringe = params[o + 9] * smoothStep(-0.1, 0.6, (x - part) * (part < 0 ? 1 : -1));
  const temple = (Math.abs(x) - 0.4) / 0.13;
  const front =
    params[o + 3] -
    fringe +
    params[o + 11] * Math.exp(-temple * temple) +
    0.012 * Math.sin(x * 17 + phase) +
    0.009 * Math.sin(x * 41 - phase);
  const line = low + (front - low) * smoothStep(0.12, 0.5, z);
  return line + (-0.55 - low) * smoothStep(-0.02, -0.5, z);
}
