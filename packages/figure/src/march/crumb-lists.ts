import { dropIdleCuts } from '../distance/idle-cuts.ts';
import { distanceAt, narrowList } from '../distance/map-distance.ts';
import { LIST_MAX } from '../scene/tables.ts';
import { CELL, LEAF, lattice, leafEnd, leafStart } from './lattice.ts';

/**
 * Leaves broken into crumbs: each gets its own, much shorter list when the first ray comes to its piece of surface.
 * Private to a thread; a list only leaves out what decides nothing, so it does not matter which ray came first.
 */
export const CRUMBS = 4;
const WIDTH = (LEAF * CELL) / CRUMBS;
/** From the middle of a crumb to its corner and a little on, with safety for distances that change by more than one. */
const REACH = WIDTH * 0.8660254 * 1.25 + 0.0012;

const SLOTS = 1 << 16;
/** More than this and looking one up would take long. */
const CRUMBS_MAX = SLOTS * 0.75;
const keys = new Int32Array(SLOTS).fill(-1);
const starts = new Int32Array(SLOTS);
const ends = new Int32Array(SLOTS);

const crumbs = { count: 0, listEnd: 0, listMax: 0 };
/** The list found by the last `findCrumb`. */
export const crumb = { start: 0, end: 0 };

/** Begins anew for another tree; the lists go to `list[from..to)`. */
export function forgetCrumbs(from: number, to: number): void {
  keys.fill(-1);
  crumbs.count = 0;
  crumbs.listEnd = from;
  crumbs.listMax = Math.max(from, to - 2 * LIST_MAX);
}

/** Finds the list of the crumb `(i, j, k)`, counted in crumbs from the lattice's origin, of the surface leaf `leaf`. */
export function findCrumb(leaf: number, i: number, j: number, k: number): void {
  const last = CRUMBS - 1;
  const key = leaf * CRUMBS ** 3 + ((k & last) * CRUMBS + (j & last)) * CRUMBS + (i & last);
  let slot = Math.imul(key, 0x9e3779b1) >>> 16;
  for (; keys[slot] !== key; slot = (slot + 1) & (SLOTS - 1)) {
    if (keys[slot] !== -1) continue;
    const isFull = crumbs.count >= CRUMBS_MAX || crumbs.listEnd > crumbs.listMax;
    const at = isFull ? crumbs.listMax : crumbs.listEnd;
    const end = writeCrumb(at, leaf, i, j, k);
    if (isFull) {
      // Not kept, but the same: what is drawn must not depend on which rays came before.
      crumb.start = at;
      crumb.end = end;
      return;
    }
    crumbs.count++;
    keys[slot] = key;
    starts[slot] = at;
    ends[slot] = crumbs.listEnd = end;
    break;
  }
  crumb.start = starts[slot];
  crumb.end = ends[slot];
}

/** Writes the list of a crumb to `list[at..)`. @returns its end */
function writeCrumb(at: number, leaf: number, i: number, j: number, k: number): number {
  const x = lattice.originX + (i + 0.5) * WIDTH;
  const y = lattice.originY + (j + 0.5) * WIDTH;
  const z = lattice.originZ + (k + 0.5) * WIDTH;
  const d = distanceAt(x, y, z, leafStart[leaf], leafEnd[leaf]);
  const end = narrowList(leafStart[leaf], leafEnd[leaf], d, REACH, at);
  return dropIdleCuts(at, end, x, y, z, REACH);
}
