import { params } from '../scene/tables.ts';
import { skull, skullY, skullZ } from './head-plan.ts';
import { ellipsoid, smoothMax, smoothStep } from './smooth.ts';

/** How the surface of the hair is worked. */
export const HairTexture = {
  combed: 0,
  curls: 1,
  stubble: 2,
  pulled: 3,
  coils: 4,
  rows: 5,
  waves: 6,
} as const;
/** What bounds the hair against the face: a cropped line around the ears, or a curtain beside the face. */
export const HairEdge = { cropped: 0, curtain: 1 } as const;

/** By how much strands, curls and a parting together may stand out, head units. */
const RELIEF_MOST = 0.08;

/**
 * Hair on the skull. `params`: texture, edge, parting x, hairline y, volume on top, volume at the sides,
 * strand phase, height of the lower edge beside the ears, how much it thins towards its edge (0..1), how far the
 * fringe falls to one side, how far it stands up in front, how far the line goes back at the temples,
 * height above which it is full and below which the sides are shaved (0: none), how deep the nape goes,
 * how the front line bows (straight fringe 0, heart > 0).
 */
export function hairCap(o: number, x: number, y: number, z: number): number {
  const texture = params[o];
  const part = params[o + 2];
  const top = params[o + 4];
  const shaved = params[o + 12];
  // An undercut is full on top and close to the skin below.
  const side =
    shaved > 0 ? params[o + 5] * smoothStep(shaved - 0.1, shaved + 0.14, y) + 0.016 : params[o + 5];
  let d = ellipsoid(
    x,
    y,
    z,
    0,
    skullY + top * 0.45,
    skullZ,
    skull[0] + side,
    skull[1] + top * 0.6,
    skull[2] + side * (shaved > 0 ? 0.6 : 1),
  );
  // Too far to tell strands apart: as near as they and what stands up in front may come.
  if (d > 0.35) return d - RELIEF_MOST - params[o + 10];
  const relief = hairRelief(texture, part, params[o + 6], x, y, z);
  d += shaved > 0 ? relief * smoothStep(shaved, shaved + 0.2, y) : relief;
  if (texture === HairTexture.combed || texture === HairTexture.waves)
    d += combed(part, params[o + 10], x, y, z);
  else if (texture === HairTexture.pulled && part !== 0) d += parting(part, x, y, z);
  else if (params[o + 10] > 0)
    d -= params[o + 10] * smoothStep(-0.2, 0.5, z) * smoothStep(0.5, 0.95, y);
  if (params[o + 1] === HairEdge.curtain) return smoothMax(d, -curtain(o, x, y, z), 0.06);
  const under = hairline(o, x, z) - y;
  // Hair grows thicker away from its edge, so that it does not sit on the head like a cap.
  d += (0.03 + side) * params[o + 8] * (1 - smoothStep(0.0, 0.3 + 1.6 * side, -under));
  return smoothMax(d, under * 0.42, 0.03);
}

/** Fuller in front on the far side of the parting, with a groove along it. */
function combed(part: number, rise: number, x: number, y: number, z: number): number {
  const over = (x - part) * (part < 0 ? 1 : -1);
  const swell = (0.05 + rise * smoothStep(-0.15, 0.35, over)) * smoothStep(-0.3, 0.5, z);
  return parting(part, x, y, z) - swell * smoothStep(0.25, 0.85, y);
}

/** The groove between what is combed to one side and to the other. */
function parting(part: number, x: number, y: number, z: number): number {
  const away = (x - part) / 0.035;
  return 0.035 * Math.exp(-away * away) * smoothStep(-0.5, 0, z) * smoothStep(0.25, 0.85, y);
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
  switch (texture) {
    case HairTexture.stubble:
      return 0;
    case HairTexture.curls:
      return (
        0.045 * Math.sin(x * 11 + phase) * Math.sin(y * 11 + 1 + x * 2) * Math.sin(z * 11 + 2) +
        0.02 * Math.sin(x * 23 + y * 9) * Math.sin(z * 21 + phase + y * 6)
      );
    case HairTexture.coils:
      return (
        0.022 * Math.sin(x * 27 + phase) * Math.sin(y * 27 + 1) * Math.sin(z * 27 + 2) +
        0.012 * Math.sin(x * 52 + y * 11) * Math.sin(z * 47 + phase)
      );
    case HairTexture.rows:
      return rows(x, y, z);
    case HairTexture.pulled: {
      const turn = Math.atan2(x, y - 0.35);
      return 0.011 * Math.sin(turn * 24 + phase) + 0.005 * Math.sin(turn * 57 + z * 3);
    }
    default:
      return strands(texture, part, phase, x, y, z);
  }
}

/** Plaits laid close to the head from the forehead to the nape, with the bumps of their weave. */
function rows(x: number, y: number, z: number): number {
  const across = Math.atan2(x, Math.abs(y + 0.35) + 0.001) * 9.5;
  const along = Math.atan2(z + 0.06, y + 0.2) * 26;
  const ridge = Math.abs(Math.sin(across));
  return (
    0.045 -
    0.075 * Math.sqrt(ridge) -
    0.012 * ridge * Math.abs(Math.sin(along + Math.floor(across / Math.PI)))
  );
}

function strands(
  texture: number,
  part: number,
  phase: number,
  x: number,
  y: number,
  z: number,
): number {
  const px = x - part;
  const py = y - 1.1;
  const pz = z + 0.2;
  const away = smoothStep(0.05, 0.3, Math.sqrt(px * px + pz * pz));
  if (away === 0) return 0;
  const wave = texture === HairTexture.waves ? 0.22 * Math.sin(py * 7 + 2 * Math.abs(x)) : 0;
  const turn = Math.atan2(pz, px) + 0.3 * py + wave;
  return (
    (0.014 * Math.sin(turn * 11 + py * 3 + phase) +
      0.007 * Math.sin(turn * 25 - py * 5) +
      0.003 * Math.sin(turn * 61 + py * 7 + phase)) *
    away
  );
}

/** Ripples of hair that hangs below the ears, in head units. `flow`: 0 straight, 1 waves, 2 curls, 3 small braids, 4 locs. */
export function hairFlow(flow: number, phase: number, x: number, y: number, z: number): number {
  if (flow === 2)
    return (
      0.07 * Math.sin(x * 8 + phase) * Math.sin(y * 8 + 1) * Math.sin(z * 8 + 2) +
      0.035 * Math.sin(x * 17 + y * 6) * Math.sin(z * 16 + phase + y * 9)
    );
  const around = Math.atan2(x, z + 0.15);
  // What lies on the chest goes straight down: strands that went on around the head would twist it like a drill.
  const lying = smoothStep(-0.4, -1.5, y) * smoothStep(-0.4, 0.1, z);
  const turn = around + (x * 1.35 - around) * lying;
  if (flow === 3) return ropes(turn * 29, 0.03, y * 24);
  if (flow === 4) return ropes(turn * 11, 0.05, y * 13);
  if (flow === 1) {
    const wave = Math.sin(y * 6.2 + 1.3 * Math.sin(turn * 2) + phase);
    return (
      0.035 * wave +
      0.016 * Math.sin(turn * 19 + wave * 1.5) +
      0.006 * Math.sin(turn * 47 + wave * 2)
    );
  }
  return 0.014 * Math.sin(turn * 19 + 0.4 * y + phase) + 0.007 * Math.sin(turn * 43 - y * 0.5);
}

/** Round ropes side by side, `deep` from ridge to groove, with the bumps of their weave. */
function ropes(turn: number, deep: number, along: number): number {
  const ridge = Math.abs(Math.sin(turn));
  const weave = Math.abs(Math.sin(along + 1.7 * Math.floor(turn / Math.PI)));
  return deep * (0.4 - ridge * (0.8 + 0.2 * weave));
}

/** The chin-long helmet of a bob. `params` as `hairCap`; the volume on top tells how far it reaches down. */
export function hairBob(o: number, x: number, y: number, z: number): number {
  const long = params[o + 13];
  let d = ellipsoid(x, y, z, 0, -0.16 - long * 0.4, -0.13, 0.8, 0.84 + long * 0.6, 0.76);
  if (d > 0.35) return d;
  d = smoothMax(d, -ellipsoid(x, y, z, 0, -0.3 - long * 0.4, 0.98, 0.66, 1.1 + long, 0.9), 0.08);
  d = smoothMax(d, -0.8 - long + 0.12 * z - y, 0.1);
  const wave = params[o] === HairTexture.waves ? 0.1 * Math.sin(y * 8) : 0;
  const turn = Math.atan2(x, z) + wave;
  return d + 0.012 * Math.sin(turn * 26 + params[o + 6]) + 0.006 * Math.sin(turn * 55);
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
    fringe -
    params[o + 14] * x * x +
    params[o + 11] * Math.exp(-temple * temple) +
    0.012 * Math.sin(x * 17 + phase) +
    0.009 * Math.sin(x * 41 - phase);
  const line = low + (front - low) * smoothStep(0.12, 0.5, z);
  return line + (-0.55 - low) * smoothStep(-0.02, -0.5, z);
}
