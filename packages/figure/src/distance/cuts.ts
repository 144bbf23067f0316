import { CutKind, cutKind, cutParams, headSpace, STRIDE, scene } from '../scene/tables.ts';
import { hairFlow } from './hair-shapes.ts';
import { jacketFront } from './jacket-front.ts';
import { clamp01, smoothMax, smoothStep } from './smooth.ts';

/** Farther from the surface than this, folds are not worked out: their whole depth is taken off instead. */
const RELIEF_SEEN = 0.021;
/** Where folds have faded away: the square of the way from their middle, in squares of their reach. */
const FOLDS_END = 3;

/** Distance `d` at a point after the plane, hole or folds number `i`. */
export function applyCut(i: number, x: number, y: number, z: number, d: number): number {
  const o = i * STRIDE;
  const kind = cutKind[i];
  if (kind === CutKind.plane) return smoothMax(d, plane(o, x, y, z), cutParams[o + 4]);
  if (kind === CutKind.hole) return smoothMax(d, hole(o, x, y, z), cutParams[o + 13]);
  if (kind === CutKind.folds) return folds(o, x, y, z, d);
  if (kind === CutKind.pleats) return pleats(o, x, y, z, d);
  if (kind === CutKind.front) return jacketFront(o, x, y, z, d);
  if (kind === CutKind.hem) return smoothMax(d, hem(o, x, y, z), cutParams[o + 11]);
  return d + hangingFlow(o, x, y, z);
}

/** Whether cut number `i` changes no distance below `reach` within `reach` of a point. */
export function isIdleCut(i: number, x: number, y: number, z: number, reach: number): boolean {
  const o = i * STRIDE;
  switch (cutKind[i]) {
    case CutKind.plane:
      return plane(o, x, y, z) + cutParams[o + 4] + 2 * reach < 0;
    case CutKind.hole:
      return hole(o, x, y, z) + cutParams[o + 13] + 2 * reach < 0;
    case CutKind.hem:
      return hem(o, x, y, z) + cutParams[o + 11] + 2 * reach < 0;
    case CutKind.folds: {
      const away = Math.hypot(x - cutParams[o], y - cutParams[o + 1], z - cutParams[o + 2]) - reach;
      return away > 0 && away * away * cutParams[o + 10] > FOLDS_END;
    }
    case CutKind.pleats:
      return along(o, x, y, z) + reach < 0;
    default:
      return false;
  }
}

const plane = (o: number, x: number, y: number, z: number): number =>
  cutParams[o] * x + cutParams[o + 1] * y + cutParams[o + 2] * z - cutParams[o + 3];

/** Way from the origin of a cut along its axis. */
const along = (o: number, x: number, y: number, z: number): number =>
  (x - cutParams[o]) * cutParams[o + 3] +
  (y - cutParams[o + 1]) * cutParams[o + 4] +
  (z - cutParams[o + 2]) * cutParams[o + 5];

/** Slanting ridges that fade with the way from the joint, in stature units. */
function folds(o: number, x: number, y: number, z: number, d: number): number {
  const dx = x - cutParams[o];
  const dy = y - cutParams[o + 1];
  const dz = z - cutParams[o + 2];
  const far = (dx * dx + dy * dy + dz * dz) * cutParams[o + 10];
  if (far > FOLDS_END) return d;
  if (d >= RELIEF_SEEN) return d - cutParams[o + 9];
  const way = dx * cutParams[o + 3] + dy * cutParams[o + 4] + dz * cutParams[o + 5];
  const inside = dx * cutParams[o + 6] + dy * cutParams[o + 7] + dz * cutParams[o + 8];
  const fade = 1 - far / FOLDS_END;
  const ridge = Math.sin(cutParams[o + 11] * (way + 0.35 * Math.abs(inside)) + 40 * inside);
  const deep = 0.22 + 0.78 * clamp01(inside * 45 + 0.25);
  return d + cutParams[o + 9] * ridge * fade * fade * deep;
}

/** > 0 below a hem that rises or falls away from the middle. */
function hem(o: number, x: number, y: number, z: number): number {
  const dx = x - cutParams[o];
  const dy = y - cutParams[o + 1];
  const dz = z - cutParams[o + 2];
  const across = Math.abs(dx * cutParams[o + 3] + dy * cutParams[o + 4] + dz * cutParams[o + 5]);
  const up = dx * cutParams[o + 6] + dy * cutParams[o + 7] + dz * cutParams[o + 8];
  return (cutParams[o + 9] + cutParams[o + 10] * across - up) * cutParams[o + 12];
}

/** Strands of hair that hangs, in the world: straight, wavy or curly. */
function hangingFlow(o: number, x: number, y: number, z: number): number {
  const dx = x - headSpace[0];
  const dy = y - headSpace[1];
  const dz = z - headSpace[2];
  const hy = headSpace[6] * dx + headSpace[7] * dy + headSpace[8] * dz;
  if (hy > cutParams[o + 2]) return 0;
  const hx = headSpace[3] * dx + headSpace[4] * dy + headSpace[5] * dz;
  const hz = headSpace[9] * dx + headSpace[10] * dy + headSpace[11] * dz;
  const share = smoothStep(cutParams[o + 2], cutParams[o + 2] - 0.4, hy);
  return share * hairFlow(cutParams[o], cutParams[o + 1], hx, hy, hz) * scene.headUnit;
}

function hole(o: number, x: number, y: number, z: number): number {
  const dx = x - cutParams[o];
  const dy = y - cutParams[o + 1];
  const dz = z - cutParams[o + 2];
  const a = cutParams[o + 3] * dx + cutParams[o + 4] * dy + cutParams[o + 5] * dz;
  const b = cutParams[o + 6] * dx + cutParams[o + 7] * dy + cutParams[o + 8] * dz;
  const c = cutParams[o + 9] * dx + cutParams[o + 10] * dy + cutParams[o + 11] * dz;
  return (1 - Math.sqrt(a * a + b * b + c * c)) * cutParams[o + 12];
}

function pleats(o: number, x: number, y: number, z: number, d: number): number {
  const dx = x - cutParams[o];
  const dy = y - cutParams[o + 1];
  const dz = z - cutParams[o + 2];
  const share = clamp01(along(o, x, y, z) / cutParams[o + 9]);
  if (share === 0) return d;
  if (d >= RELIEF_SEEN) return d - cutParams[o + 11] * 1.4;
  const front = dx * cutParams[o + 6] + dy * cutParams[o + 7] + dz * cutParams[o + 8];
  const sx = cutParams[o + 4] * cutParams[o + 8] - cutParams[o + 5] * cutParams[o + 7];
  const sy = cutParams[o + 5] * cutParams[o + 6] - cutParams[o + 3] * cutParams[o + 8];
  const sz = cutParams[o + 3] * cutParams[o + 7] - cutParams[o + 4] * cutParams[o + 6];
  const side = dx * sx + dy * sy + dz * sz;
  const turn = Math.atan2(side, front) * cutParams[o + 10];
  return d + cutParams[o + 11] * share * (Math.sin(turn) + 0.4 * Math.sin(turn * 2.13 + 1));
}
