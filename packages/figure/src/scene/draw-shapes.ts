import type { Mat3, Vec3 } from '@lumiku/pose-kit';
import { dot, type Frame, lengthOf, normalise, perpendicular, subtract } from '../vector.ts';
import type { Material, Part } from './material.ts';
import {
  blendAfter,
  blendOf,
  CUTS_MAX,
  CutKind,
  cutBefore,
  cutKind,
  cutParams,
  FIRST_CUT,
  GROUPS_MAX,
  groupMaterial,
  groupOf,
  Kind,
  kindOf,
  LIMB_ROW,
  LIMB_STEPS,
  LIMBS_MAX,
  limbCurves,
  PRIMITIVES_MAX,
  params,
  partOf,
  STRIDE,
  scene,
} from './tables.ts';

/** Empties the scene tables. */
export function clearScene(): void {
  scene.primitives = scene.groups = scene.cuts = scene.limbs = 0;
  scene.builtFor = '';
  scene.minX = scene.minY = scene.minZ = 1e9;
  scene.maxX = scene.maxY = scene.maxZ = -1e9;
}

/** Begins a group: shapes that melt into each other and share a material. Every shape goes to the newest group. */
export function startGroup(material: Material): void {
  if (scene.groups >= GROUPS_MAX) throw tooMany('groups', GROUPS_MAX);
  const group = scene.groups++;
  groupMaterial[group] = material;
}

/** Never reached by a cone: it keeps its round end. */
const ROUND_END = 1e9;

/** Round cone from `a` (radius `ra`) to `b` (radius `rb`). Maths: Quilez, "Round cone". */
export function addCone(a: Vec3, b: Vec3, ra: number, rb: number, blend: number, part: Part): void {
  const o = claim(Kind.cone, blend, part);
  writeCone(o, a, b, ra, rb);
  grow(a, ra);
  grow(b, rb);
}

/** Round cone that is `broad` times wider along `side`: a limb or trunk that is not round. */
export function addFlatCone(
  a: Vec3,
  b: Vec3,
  ra: number,
  rb: number,
  side: Vec3,
  broad: number,
  blend: number,
  part: Part,
): void {
  if (broad < 1.001) {
    addCone(a, b, ra, rb, blend, part);
    return;
  }
  const o = claim(Kind.flatCone, blend, part);
  writeCone(o, a, b, ra, rb);
  const axis: Vec3 = [params[o + 3], params[o + 4], params[o + 5]];
  const across = perpendicular(side, axis, perpendicular([0, 0, 1], axis, [1, 0, 0]));
  params.set(across, o + 11);
  params[o + 14] = 1 - 1 / (broad * broad);
  grow(a, ra * broad);
  grow(b, rb * broad);
}

/** How a limb runs between its ends; `share` goes from 0 to 1. */
export interface LimbCurve {
  radius(share: number): number;
  /** How far the middle lies off the straight line, along `aside`. */
  aside(share: number): number;
}

/** Limb from `a` to `b` whose girth follows a smooth curve. `hem`: ends flat at `b` instead of round. */
export function addLimb(
  a: Vec3,
  b: Vec3,
  curve: LimbCurve,
  aside: Vec3,
  hem: boolean,
  blend: number,
  part: Part,
): void {
  if (scene.limbs >= LIMBS_MAX) throw tooMany('limbs', LIMBS_MAX);
  const o = claim(Kind.limb, blend, part);
  const along = subtract(b, a);
  const length = Math.max(lengthOf(along), 1e-4);
  const axis = normalise(along);
  const row = scene.limbs++ * LIMB_ROW;
  const widest = writeCurve(row, curve.radius);
  const farthest = writeCurve(row + LIMB_ROW / 2, curve.aside);
  params.set([a[0], a[1], a[2], axis[0], axis[1], axis[2], length, LIMB_STEPS / length], o);
  params.set([row, aside[0], aside[1], aside[2]], o + 8);
  params[o + 15] = hem ? length : ROUND_END;
  grow(a, widest + farthest);
  grow(b, widest + farthest);
}

/** Control points of a uniform quadratic spline, half a step beyond both ends; returns the largest. */
function writeCurve(at: number, value: (share: number) => number): number {
  const last = LIMB_STEPS + 1;
  for (let i = 1; i < last; i++) limbCurves[at + i] = value((i - 0.5) / LIMB_STEPS);
  limbCurves[at] = 2 * value(0) - limbCurves[at + 1];
  limbCurves[at + last] = 2 * value(1) - limbCurves[at + last - 1];
  let largest = 0;
  for (let i = 0; i <= last; i++) largest = Math.max(largest, limbCurves[at + i]);
  return largest;
}

/** Ellipsoid with half axes `r` along the columns of `axes`. */
export function addEllipsoid(c: Vec3, r: Vec3, axes: Mat3, blend: number, part: Part): void {
  const o = claim(Kind.ellipsoid, blend, part);
  params.set(c, o);
  for (let i = 0; i < 3; i++) {
    const inverse = 1 / r[i];
    for (let j = 0; j < 3; j++) params[o + 3 + i * 3 + j] = axes[j * 3 + i] * inverse;
    params[o + 12 + i] = inverse;
  }
  params[o + 15] = -Math.min(r[0], r[1], r[2]);
  grow(c, Math.max(r[0], r[1], r[2]));
}

/** Box with half sizes `half` and edges rounded by `round` on top of them. */
export function addBox(
  c: Vec3,
  half: Vec3,
  round: number,
  axes: Mat3,
  blend: number,
  part: Part,
): void {
  const o = claim(Kind.box, blend, part);
  params.set(c, o);
  writeRows(o + 3, axes);
  params.set([half[0], half[1], half[2], round], o + 12);
  grow(c, lengthOf(half) + round);
}

/** Upright rounded disc or post. */
export function addCylinder(
  c: Vec3,
  radius: number,
  halfHeight: number,
  round: number,
  part: Part,
): void {
  const o = claim(Kind.cylinder, 0, part);
  params.set([c[0], c[1], c[2], radius - round, halfHeight - round, round], o);
  grow(c, Math.hypot(radius, halfHeight));
}

/** Open ring of cloth around the y axis of `frame`: collar, cuff, waistband. `flare` widens it downwards. */
export function addBand(
  frame: Frame,
  radius: number,
  flare: number,
  halfHeight: number,
  halfThickness: number,
  blend: number,
  part: Part,
): void {
  const o = claim(Kind.band, blend, part);
  params.set(frame.origin, o);
  writeRows(o + 3, frame.axes);
  params.set([radius, flare, halfHeight, halfThickness], o + 12);
  grow(frame.origin, radius + halfHeight * (1 + flare) + halfThickness);
}

/** A shape defined in head units (see `head-shapes`), reaching `reach` head units from `centre` (world). */
export function addHeadShape(
  kind: Kind,
  values: readonly number[],
  centre: Vec3,
  reach: number,
  blend: number,
  part: Part,
): void {
  const o = claim(kind, blend, part);
  params.set(values, o);
  grow(centre, reach * scene.headUnit);
}

/** Takes away from what the newest group has so far what lies beyond the plane through `point` with outward `normal`. */
export function cutPlane(point: Vec3, normal: Vec3, blend: number): void {
  const o = claimCut(CutKind.plane);
  const n = normalise(normal);
  cutParams.set([n[0], n[1], n[2], dot(n, point), blend], o);
}

/** Takes an ellipsoidal hole with half axes `r` out of what the newest group has so far. */
export function cutHole(frame: Frame, r: Vec3, blend: number): void {
  const o = claimCut(CutKind.hole);
  cutParams.set(frame.origin, o);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) cutParams[o + 3 + i * 3 + j] = frame.axes[j * 3 + i] / r[i];
  cutParams[o + 12] = Math.min(r[0], r[1], r[2]);
  cutParams[o + 13] = blend;
}

/** Folds around the axis from `from` to `to`, growing from nothing to `depth`. */
export function addPleats(from: Vec3, to: Vec3, front: Vec3, count: number, depth: number): void {
  const o = claimCut(CutKind.pleats);
  const along = subtract(to, from);
  const length = lengthOf(along) || 1e-3;
  const axis = normalise(along);
  const z = perpendicular(front, axis, [0, 0, 1]);
  cutParams.set([from[0], from[1], from[2], axis[0], axis[1], axis[2], z[0], z[1], z[2]], o);
  cutParams.set([length, count, depth], o + 9);
}

/** Cuts off what lies below a hem that starts at `height` in the middle of `frame` and rises by `slope` per way out. */
export function cutHem(frame: Frame, height: number, slope: number, blend: number): void {
  const o = claimCut(CutKind.hem);
  cutParams.set(frame.origin, o);
  const m = frame.axes;
  cutParams.set([m[0], m[3], m[6], m[1], m[4], m[7]], o + 3);
  cutParams.set([height, slope, blend, 1 / Math.sqrt(1 + slope * slope)], o + 9);
}

/** Cross folds of cloth around a point: `along` the limb, deepest on the side `inside`. */
export function addFoldsAt(
  at: Vec3,
  along: Vec3,
  inside: Vec3,
  { depth, reach, count }: { depth: number; reach: number; count: number },
): void {
  const o = claimCut(CutKind.folds);
  cutParams.set([...at, ...along, ...inside, depth, 1 / (reach * reach), count], o);
}

/** Opens the front of a jacket and works its lapels; `style` is a row of `JACKET_FRONTS`. */
export function cutFront(frame: Frame, style: number): void {
  const o = claimCut(CutKind.front);
  cutParams.set(frame.origin, o);
  const m = frame.axes;
  cutParams.set([m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8], style], o + 3);
}

/** Strands on hair that hangs, below `from` (head units): `flow` 0 straight, 1 waves, 2 curls. */
export function addHairFlow(flow: number, phase: number, from: number): void {
  const o = claimCut(CutKind.hairFlow);
  cutParams.set([flow, phase, from], o);
}

/** Fills one of the `…Space` tables: world point → local coordinates in units of `unit`. */
export function writeSpace(table: Float64Array, frame: Frame, unit: number): void {
  table.set(frame.origin, 0);
  const m = frame.axes;
  const rows = [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
  for (let i = 0; i < 9; i++) table[3 + i] = rows[i] / unit;
}

function claim(kind: Kind, blend: number, part: Part): number {
  if (scene.primitives >= PRIMITIVES_MAX) throw tooMany('shapes', PRIMITIVES_MAX);
  const i = scene.primitives++;
  const group = scene.groups - 1;
  kindOf[i] = kind;
  groupOf[i] = group;
  partOf[i] = part;
  blendOf[i] = Math.max(blend, 1e-5);
  blendAfter[i] = blendOf[i];
  for (let j = i - 1; j >= 0 && groupOf[j] === group && blendAfter[j] < blend; j--)
    blendAfter[j] = blend;
  return i * STRIDE;
}

function claimCut(kind: number): number {
  if (scene.cuts >= CUTS_MAX) throw tooMany('cuts', CUTS_MAX);
  const i = scene.cuts++;
  cutKind[i] = kind;
  cutBefore[i] = scene.primitives;
  groupOf[FIRST_CUT + i] = scene.groups - 1;
  return i * STRIDE;
}

function writeCone(o: number, a: Vec3, b: Vec3, ra: number, rb: number): void {
  const along = subtract(b, a);
  const length = Math.max(lengthOf(along), 1e-4, Math.abs(ra - rb) * 1.001);
  const axis = normalise(along);
  const slope = (ra - rb) / length;
  params.set([a[0], a[1], a[2], axis[0], axis[1], axis[2], length, ra, rb], o);
  params[o + 9] = slope;
  params[o + 10] = Math.sqrt(1 - slope * slope);
  params[o + 15] = ROUND_END;
}

function writeRows(o: number, m: Mat3): void {
  params.set([m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]], o);
}

function grow(c: Vec3, r: number): void {
  scene.minX = Math.min(scene.minX, c[0] - r);
  scene.minY = Math.min(scene.minY, c[1] - r);
  scene.minZ = Math.min(scene.minZ, c[2] - r);
  scene.maxX = Math.max(scene.maxX, c[0] + r);
  scene.maxY = Math.max(scene.maxY, c[1] + r);
  scene.maxZ = Math.max(scene.maxZ, c[2] + r);
}

function tooMany(what: string, max: number): Error {
  return new Error(
    `The figure needs more than ${max} ${what}; raise the limit in scene/tables.ts.`,
  );
}
