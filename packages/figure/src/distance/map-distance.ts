import {
  blendAfter,
  blendOf,
  cutBefore,
  FIRST_CUT,
  GROUPS_MAX,
  groupOf,
  Kind,
  kindOf,
  PRIMITIVES_MAX,
  params,
  STRIDE,
  scene,
} from '../scene/tables.ts';
import { sharedRoom } from '../shared-room.ts';
import { cutWithSlope } from './cut-slopes.ts';
import { applyCut } from './cuts.ts';
import { limb } from './limb.ts';
import { otherShape } from './other-shapes.ts';
import { slopeOfShape } from './shape-slopes.ts';
import { mixSlope, setSlope, slope } from './slope.ts';
import { smoothMin } from './smooth.ts';

/** Room for the lists of every leaf plus a stack of temporary ones at the end. */
export const LIST_ENTRIES = 1 << 19;
/** Numbers of primitives and cuts; every list is a stretch of this with the order of the tables kept. */
export const list = new Uint16Array(sharedRoom(LIST_ENTRIES * 2));
/** What the last `distanceAt` met: the nearest group and, inside it, the nearest primitive. -1: nothing. */
export const nearest = { group: -1, primitive: -1, distance: 0 };

/** A group farther behind the best one than this is not cut: a cut only takes away. */
const CUT_MATTERS = 0.03;
/** Blend widths a shape reaches: farther than one, for it may sway the partner of a partner. */
const CHAIN = 1.5;

const primitiveDistance = new Float64Array(PRIMITIVES_MAX);
const groupDistance = new Float64Array(GROUPS_MAX);

/** Lists the whole figure from `list[to]` on. @returns the end of the list */
export function listEverything(to: number): number {
  let cut = 0;
  for (let p = 0; p < scene.primitives; p++) {
    for (; cut < scene.cuts && cutBefore[cut] <= p; cut++) list[to++] = FIRST_CUT + cut;
    list[to++] = p;
  }
  for (; cut < scene.cuts; cut++) list[to++] = FIRST_CUT + cut;
  return to;
}

/**
 * Distance to the figure as far as what stands in `list[start..end)` decides it; negative inside. Stature units.
 * One long function because it is nearly all of the rendering time: a call per primitive costs a fifth of it.
 */
export function distanceAt(x: number, y: number, z: number, start: number, end: number): number {
  let best = 1e9;
  let bestGroup = -1;
  let bestPrimitive = -1;
  let i = start;
  while (i < end) {
    const g = groupOf[list[i]];
    let d = 1e9;
    let closest = 1e9;
    let primitive = -1;
    do {
      const p = list[i];
      if (p >= FIRST_CUT) {
        if (d < best + CUT_MATTERS) d = applyCut(p - FIRST_CUT, x, y, z, d);
        i++;
        continue;
      }
      const o = p * STRIDE;
      const kind = kindOf[p];
      const px = x - params[o];
      const py = y - params[o + 1];
      const pz = z - params[o + 2];
      let v: number;
      if (kind <= Kind.flatCone) {
        const h = px * params[o + 3] + py * params[o + 4] + pz * params[o + 5];
        let q2 = px * px + py * py + pz * pz - h * h;
        if (kind === Kind.flatCone) {
          const u = px * params[o + 11] + py * params[o + 12] + pz * params[o + 13];
          q2 -= u * u * params[o + 14];
        }
        const q = q2 > 0 ? Math.sqrt(q2) : 0;
        const slope = params[o + 9] * q;
        const cosine = params[o + 10];
        const beyond = h - params[o + 6];
        if (cosine * beyond > slope) v = Math.sqrt(q * q + beyond * beyond) - params[o + 8];
        else if (cosine * h < slope) v = Math.sqrt(q * q + h * h) - params[o + 7];
        else v = q * cosine + h * params[o + 9] - params[o + 7];
      } else if (kind === Kind.ellipsoid) {
        const a = params[o + 3] * px + params[o + 4] * py + params[o + 5] * pz;
        const b = params[o + 6] * px + params[o + 7] * py + params[o + 8] * pz;
        const c = params[o + 9] * px + params[o + 10] * py + params[o + 11] * pz;
        const k0 = Math.sqrt(a * a + b * b + c * c);
        const e = a * params[o + 12];
        const f = b * params[o + 13];
        const n = c * params[o + 14];
        const k1 = Math.sqrt(e * e + f * f + n * n);
        v = k1 < 1e-9 ? params[o + 15] : (k0 * (k0 - 1)) / k1;
      } else if (kind === Kind.limb) v = limb(o, px, py, pz);
      else v = otherShape(kind, o, x, y, z);
      primitiveDistance[p] = v;
      if (v < closest) {
        closest = v;
        primitive = p;
      }
      const k = blendOf[p];
      if (v < d + k) {
        const h = k - Math.abs(d - v);
        d = Math.min(d, v);
        if (h > 0) d -= (h * h * 0.25) / k;
      }
      i++;
    } while (i < end && groupOf[list[i]] === g);
    groupDistance[g] = d;
    if (d < best) {
      best = d;
      bestGroup = g;
      bestPrimitive = primitive;
    }
  }
  nearest.group = bestGroup;
  nearest.primitive = bestPrimitive;
  nearest.distance = best;
  return best;
}

/**
 * Right after `distanceAt` at this point with `list[start..end)`: which way the distance to the nearest group grows,
 * into `slope`. Works only on what decides the distance there, with the distances that are known already.
 */
export function slopeAtNearest(x: number, y: number, z: number, start: number, end: number): void {
  let i = start;
  while (i < end && groupOf[list[i]] !== nearest.group) i++;
  let d = 1e9;
  let sx = 0;
  let sy = 1;
  let sz = 0;
  for (; i < end && groupOf[list[i]] === nearest.group; i++) {
    const p = list[i];
    if (p >= FIRST_CUT) {
      setSlope(sx, sy, sz);
      d = cutWithSlope(p - FIRST_CUT, x, y, z, d);
    } else {
      const v = primitiveDistance[p];
      const k = blendOf[p];
      if (v >= d + k) continue;
      slopeOfShape(kindOf[p], p * STRIDE, x, y, z);
      mixSlope(v - d, k, sx, sy, sz);
      d = smoothMin(d, v, k);
    }
    sx = slope.x;
    sy = slope.y;
    sz = slope.z;
  }
}

/**
 * Right after `distanceAt(…, start, end)` = `best`: copies to `list[to..)` what can still matter within `reach`
 * of that point. Adds the width of the blend, else blend partners are lost as square patches.
 * @returns the end of the new list
 */
export function narrowList(
  start: number,
  end: number,
  best: number,
  reach: number,
  to: number,
): number {
  const slack = 2 * reach;
  let i = start;
  while (i < end) {
    const g = groupOf[list[i]];
    const limit = groupDistance[g] + slack;
    const keep = groupDistance[g] <= best + slack;
    const first = to;
    do {
      const p = list[i];
      // A cut takes away from what stands before it.
      if (
        p < FIRST_CUT ? keep && primitiveDistance[p] <= limit + blendAfter[p] * CHAIN : to > first
      )
        list[to++] = p;
      i++;
    } while (i < end && groupOf[list[i]] === g);
  }
  return to;
}
