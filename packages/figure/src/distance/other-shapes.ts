import { headSpace, Kind, params, scene } from '../scene/tables.ts';
import { hijab, roundCap, softCap, turban } from './cover-shapes.ts';
import { hairBob, hairCap } from './hair-shapes.ts';
import { beard, lids, lips, rims } from './head-shapes.ts';

/** Distance to every kind that is not a cone or an ellipsoid; `o` is where its numbers start in `params`. */
export function otherShape(kind: number, o: number, x: number, y: number, z: number): number {
  if (kind === Kind.box) return box(o, x, y, z);
  if (kind === Kind.band) return band(o, x, y, z);
  if (kind === Kind.cylinder) return cylinder(o, x, y, z);
  const dx = x - headSpace[0];
  const dy = y - headSpace[1];
  const dz = z - headSpace[2];
  const hx = headSpace[3] * dx + headSpace[4] * dy + headSpace[5] * dz;
  const hy = headSpace[6] * dx + headSpace[7] * dy + headSpace[8] * dz;
  const hz = headSpace[9] * dx + headSpace[10] * dy + headSpace[11] * dz;
  return inHeadUnits(kind, o, hx, hy, hz) * scene.headUnit;
}

function inHeadUnits(kind: number, o: number, x: number, y: number, z: number): number {
  switch (kind) {
    case Kind.lids:
      return lids(x, y, z);
    case Kind.hairCap:
      return hairCap(o, x, y, z) * 0.8;
    case Kind.bob:
      return hairBob(o, x, y, z) * 0.85;
    case Kind.beard:
      return beard(o, x, y, z) * 0.85;
    case Kind.hijab:
      return hijab(o, x, y, z) * 0.85;
    case Kind.lips:
      return lips(x, y, z) * 0.85;
    case Kind.turban:
      return turban(x, y, z) * 0.75;
    case Kind.roundCap:
      return roundCap(o, x, y, z) * 0.85;
    case Kind.softCap:
      return softCap(o, x, y, z) * 0.85;
    default:
      return rims(o, x, y, z) * 0.9;
  }
}

function box(o: number, x: number, y: number, z: number): number {
  const dx = x - params[o];
  const dy = y - params[o + 1];
  const dz = z - params[o + 2];
  const a = Math.abs(params[o + 3] * dx + params[o + 4] * dy + params[o + 5] * dz) - params[o + 12];
  const b = Math.abs(params[o + 6] * dx + params[o + 7] * dy + params[o + 8] * dz) - params[o + 13];
  const c =
    Math.abs(params[o + 9] * dx + params[o + 10] * dy + params[o + 11] * dz) - params[o + 14];
  const e = Math.max(a, 0);
  const f = Math.max(b, 0);
  const g = Math.max(c, 0);
  const inside = Math.max(a, b, c);
  return Math.sqrt(e * e + f * f + g * g) + Math.min(inside, 0) - params[o + 15];
}

function cylinder(o: number, x: number, y: number, z: number): number {
  const dx = x - params[o];
  const dz = z - params[o + 2];
  const out = Math.sqrt(dx * dx + dz * dz) - params[o + 3];
  const up = Math.abs(y - params[o + 1]) - params[o + 4];
  const inside = Math.max(out, up);
  const e = Math.max(out, 0);
  const f = Math.max(up, 0);
  return Math.sqrt(e * e + f * f) + Math.min(inside, 0) - params[o + 5];
}

function band(o: number, x: number, y: number, z: number): number {
  const dx = x - params[o];
  const dy = y - params[o + 1];
  const dz = z - params[o + 2];
  const a = params[o + 3] * dx + params[o + 4] * dy + params[o + 5] * dz;
  const b = params[o + 6] * dx + params[o + 7] * dy + params[o + 8] * dz;
  const c = params[o + 9] * dx + params[o + 10] * dy + params[o + 11] * dz;
  const half = params[o + 14];
  const ring = Math.sqrt(a * a + c * c) - params[o + 12] + b * params[o + 13];
  const e = Math.abs(ring) - params[o + 15] * 0.4;
  const f = Math.abs(b) - half;
  const ep = Math.max(e, 0);
  const fp = Math.max(f, 0);
  const inside = Math.max(e, f);
  return (Math.sqrt(ep * ep + fp * fp) + Math.min(inside, 0) - params[o + 15] * 0.6) * 0.85;
}
