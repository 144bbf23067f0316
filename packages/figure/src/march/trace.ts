import { distanceAt, slopeAtNearest } from '../distance/map-distance.ts';
import { slope } from '../distance/slope.ts';
import { ray, view } from './camera.ts';
import { CRUMBS, crumb, findCrumb } from './crumb-lists.ts';
import {
  CELL,
  CELLS_PER_UNIT,
  distanceAmongNodes,
  LEAF,
  lattice,
  leafEnd,
  leafError,
  leafStart,
} from './lattice.ts';

/** Closer than this is a hit: about half a millimetre on a person, more where a pixel is much larger. */
const HIT_MIN = 0.00035;
const HIT_PIXELS = 0.22;
const STEPS_MAX = 128;
/** Nearer to the surface than this, beyond its error, the lattice is not asked any more. */
const CLEAR_MIN = 0.0006;
/** So far a step may go beyond the distance: nothing that is drawn is as thin. */
const STEP_BEYOND = 0.001;
/** Crumbs along the side of a cell. */
const PER_CELL = CRUMBS / LEAF;

/** Where the last ray hit: distance from the eye and the stretch of `list` that matters there. */
export const hit = { t: 0.5, start: 0, end: 0 };
export const normal = { x: 0.5, y: 0.5, z: 0.5 };

/**
 * Follows `ray` from the eye between `t` and `tEnd`. The lattice only shortens the way; every hit is decided by
 * the exact distance, because glasses and fingers are thinner than a cell.
 * `facing`: a guess at how steeply the ray will meet the surface, 1 for straight on.
 */
export function trace(t: number, tEnd: number, facing: number): boolean {
  const dx = ray.x;
  const dy = ray.y;
  const dz = ray.z;
  const width = LEAF * CELL;
  const near = Math.max(HIT_MIN, (HIT_PIXELS * view.distance) / view.focalPx);
  let at = -1;
  let before = 0;
  let step = 0;
  for (let i = 0; i < STEPS_MAX && t < tEnd; i++) {
    const x = view.eyeX + dx * t;
    const y = view.eyeY + dy * t;
    const z = view.eyeZ + dz * t;
    const gx = (x - lattice.originX) * CELLS_PER_UNIT;
    const gy = (y - lattice.originY) * CELLS_PER_UNIT;
    const gz = (z - lattice.originZ) * CELLS_PER_UNIT;
    if (
      gx < 0 ||
      gy < 0 ||
      gz < 0 ||
      gx >= lattice.nodesX ||
      gy >= lattice.nodesY ||
      gz >= lattice.nodesZ
    ) {
      t += width;
      before = 0;
      continue;
    }
    const cx = (gx * PER_CELL) | 0;
    const cy = (gy * PER_CELL) | 0;
    const cz = (gz * PER_CELL) | 0;
    const here = (cz * 4096 + cy) * 4096 + cx;
    if (here !== at) {
      const bx = (gx | 0) >> 1;
      const by = (gy | 0) >> 1;
      const bz = (gz | 0) >> 1;
      const leaf = (bz * lattice.leavesY + by) * lattice.leavesX + bx;
      if (leafStart[leaf] === leafEnd[leaf]) {
        const leap = distanceAmongNodes(gx, gy, gz) * 0.85 - CELL * 0.8660254;
        t += leap > width ? leap : Math.max(leap, leaveLeaf(gx, gy, gz, bx, by, bz));
        before = 0;
        continue;
      }
      const clear = distanceAmongNodes(gx, gy, gz) - leafError[leaf];
      if (clear > CLEAR_MIN) {
        t += clear;
        before = 0;
        continue;
      }
      findCrumb(leaf, cx, cy, cz);
      at = here;
    }
    const d = distanceAt(x, y, z, crumb.start, crumb.end);
    // How fast the surface comes nearer tells how far it is on a slanting ray, but for something thin in between.
    // A ray that went too far and comes back is not led astray once more: it would go to and fro.
    if (d < 0) facing = 1;
    const steepness = Math.max(before > 0 ? (before - d) / step : facing, 0.2);
    if (d < near && (d > -near || step <= before)) {
      hit.t = t + d / steepness;
      hit.start = crumb.start;
      hit.end = crumb.end;
      return true;
    }
    step = Math.min((d * 0.92) / steepness, Math.max(d * 0.92, 0) + STEP_BEYOND);
    before = d;
    t += step;
  }
  return false;
}

function leaveLeaf(gx: number, gy: number, gz: number, bx: number, by: number, bz: number): number {
  const tx = ((ray.x > 0 ? bx * 2 + 2 : bx * 2) - gx) / ray.x;
  const ty = ((ray.y > 0 ? by * 2 + 2 : by * 2) - gy) / ray.y;
  const tz = ((ray.z > 0 ? bz * 2 + 2 : bz * 2) - gz) / ray.z;
  const least = tx < ty ? Math.min(tx, tz) : Math.min(ty, tz);
  return least * CELL + 1e-4;
}

/** Right after a hit: surface direction into `normal`. */
export function measureNormal(x: number, y: number, z: number): void {
  slopeAtNearest(x, y, z, hit.start, hit.end);
  const { x: a, y: b, z: c } = slope;
  const length = 1 / (Math.sqrt(a * a + b * b + c * c) || 1);
  normal.x = a * length;
  normal.y = b * length;
  normal.z = c * length;
}
