import { dropIdleCuts } from '../distance/idle-cuts.ts';
import {
  distanceAt,
  LIST_ENTRIES,
  listEverything,
  narrowList,
  nearest,
} from '../distance/map-distance.ts';
import { LIST_MAX } from '../scene/tables.ts';
import { forgetCrumbs } from './crumb-lists.ts';
import { fillFarNodes } from './far-nodes.ts';
import {
  BRICK,
  blockLists,
  brickDistance,
  brickIsNear,
  CELL,
  FAR,
  LEAF,
  lattice,
  layLattice,
  leafEnd,
  leafStart,
  nodes,
  surfaceLeaves,
  TOP,
} from './lattice.ts';
import { measureLeafErrors } from './leaf-errors.ts';

/** Safety on "a distance changes by at most one per unit": ellipsoids and folds bend that rule a little. */
const LIPSCHITZ = 1.25;
const HALF_DIAGONAL = 0.8660254;
/** Where the temporary lists begin: one per tree level, the last for the rays. */
export const SCRATCH = LIST_ENTRIES - LIST_MAX * 8;

/** Where the list of everything and the lists of the leaves end. */
const building = { everything: 0, listEnd: 0 };

/**
 * Halves blocks of 16 cells down to leaves of 2, keeping in every block only the primitives that can matter there,
 * and fills the distance lattice on the way.
 * @throws Error when the figure needs more room than the fixed tables have
 */
export function buildTree(): void {
  beginTree();
  for (let block = 0; block < lattice.blocks; block++) buildBlock(block);
  finishTree();
}

/** Lays an empty lattice of `lattice.blocks` blocks. @throws Error when the figure is too wide for it */
export function beginTree(): void {
  layLattice();
  building.everything = building.listEnd = listEverything(0);
}

/** Builds one block, which depends on no other. @throws Error when the lists are full */
export function buildBlock(block: number): void {
  const { blocksX, blocksY } = lattice;
  const x = (block % blocksX) * TOP;
  const y = (((block / blocksX) | 0) % blocksY) * TOP;
  const z = ((block / (blocksX * blocksY)) | 0) * TOP;
  blockLists[2 * block] = building.listEnd;
  split(x, y, z, TOP, 0, building.everything, 0);
  blockLists[2 * block + 1] = building.listEnd;
}

/** Room for `entries` behind the lists there are. @throws Error when there is none left */
export function claimList(entries: number): number {
  const at = building.listEnd;
  if (!(entries >= 0 && at + entries <= SCRATCH))
    throw new Error('The figure is too detailed to draw: the lists of its leaves are full.');
  building.listEnd += entries;
  return at;
}

/** When every block is there: fills what lies far from the figure and measures how far the lattice can be trusted. */
export function finishTree(): void {
  fillFarNodes();
  measureLeafErrors();
  forgetCrumbs(building.listEnd, SCRATCH);
  nearest.group = -1;
}

function split(
  x: number,
  y: number,
  z: number,
  size: number,
  start: number,
  end: number,
  depth: number,
): void {
  const h = size / 2;
  const d = distanceAt(
    lattice.originX + (x + h) * CELL,
    lattice.originY + (y + h) * CELL,
    lattice.originZ + (z + h) * CELL,
    start,
    end,
  );
  const toCorner = size * CELL * HALF_DIAGONAL;
  const reach = toCorner * LIPSCHITZ;
  if (size === LEAF) {
    writeLeaf(x, y, z, start, end, d, reach, depth);
    return;
  }
  if (size === BRICK) {
    const b = ((z / BRICK) * lattice.bricksY + y / BRICK) * lattice.bricksX + x / BRICK;
    brickDistance[b] = d;
    const isNear = d < reach + 0.007 && d > -reach - 0.007;
    brickIsNear[b] = isNear ? 1 : 0;
    if (!isNear) {
      emptyLeaves(x, y, z);
      return;
    }
  }
  if (size === 2 * BRICK && d - toCorner > FAR) {
    leaveOpen(x, y, z, d - toCorner);
    return;
  }
  const at = SCRATCH + depth * LIST_MAX;
  const to = shorten(start, end, d, x + h, y + h, z + h, reach, at);
  const step = size / 2;
  const endX = Math.min(x + size, lattice.nodesX);
  const endY = Math.min(y + size, lattice.nodesY);
  const endZ = Math.min(z + size, lattice.nodesZ);
  for (let k = z; k < endZ; k += step)
    for (let j = y; j < endY; j += step)
      for (let i = x; i < endX; i += step) split(i, j, k, step, at, to, depth + 1);
}

/** Right after `distanceAt` = `d` at this place of the lattice: copies what can matter within `reach` to `list[at..)`. */
function shorten(
  start: number,
  end: number,
  d: number,
  i: number,
  j: number,
  k: number,
  reach: number,
  at: number,
): number {
  return dropIdleCuts(
    at,
    narrowList(start, end, d, reach, at),
    lattice.originX + i * CELL,
    lattice.originY + j * CELL,
    lattice.originZ + k * CELL,
    reach,
  );
}

function writeLeaf(
  x: number,
  y: number,
  z: number,
  start: number,
  end: number,
  d: number,
  reach: number,
  depth: number,
): void {
  const isNear = d < reach && d > -reach;
  const at = isNear ? building.listEnd : SCRATCH + depth * LIST_MAX;
  if (isNear && at + LIST_MAX > SCRATCH)
    throw new Error('The figure is too detailed to draw: the lists of its leaves are full.');
  const h = LEAF / 2;
  const to = shorten(start, end, d, x + h, y + h, z + h, reach, at);
  const leaf = leafNumber(x, y, z);
  if (isNear) {
    building.listEnd = to;
    leafStart[leaf] = at;
    leafEnd[leaf] = to;
    surfaceLeaves[lattice.surfaceLeaves++] = leaf;
  } else leafStart[leaf] = leafEnd[leaf] = 0;
  for (let k = z; k < z + LEAF; k++)
    for (let j = y; j < y + LEAF; j++)
      for (let i = x; i < x + LEAF; i++) {
        const v = distanceAt(
          lattice.originX + i * CELL,
          lattice.originY + j * CELL,
          lattice.originZ + k * CELL,
          at,
          to,
        );
        nodes[(k * lattice.nodesY + j) * lattice.nodesX + i] = Math.min(v, FAR);
      }
}

/** Two bricks a side of which every place is farther from the figure than anybody asks. */
function leaveOpen(x: number, y: number, z: number, distance: number): void {
  const { bricksX, bricksY, nodesX, nodesY, nodesZ } = lattice;
  for (let k = z; k < Math.min(z + 2 * BRICK, nodesZ); k += BRICK)
    for (let j = y; j < Math.min(y + 2 * BRICK, nodesY); j += BRICK)
      for (let i = x; i < Math.min(x + 2 * BRICK, nodesX); i += BRICK) {
        const b = ((k / BRICK) * bricksY + j / BRICK) * bricksX + i / BRICK;
        brickDistance[b] = distance;
        brickIsNear[b] = 0;
        emptyLeaves(i, j, k);
      }
}

function emptyLeaves(x: number, y: number, z: number): void {
  for (let k = z; k < z + BRICK; k += LEAF)
    for (let j = y; j < y + BRICK; j += LEAF)
      for (let i = x; i < x + BRICK; i += LEAF) {
        const leaf = leafNumber(i, j, k);
        leafStart[leaf] = leafEnd[leaf] = 0;
      }
}

const leafNumber = (x: number, y: number, z: number): number =>
  ((z / LEAF) * lattice.leavesY + y / LEAF) * lattice.leavesX + x / LEAF;
