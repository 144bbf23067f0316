import { scene } from '../scene/tables.ts';
import { sharedRoom } from '../shared-room.ts';

/**
 * The lattice of distances around the figure and the leaves that know which primitives matter there.
 * Written once per picture by `buildTree`, read by tracing and light, and by other threads of a team while they take
 * over what this one built. Stature units.
 */
export const CELL = 0.0096;
export const CELLS_PER_UNIT = 1 / CELL;
/** Cells along the side of a top block, a brick and a leaf. */
export const TOP = 16;
export const BRICK = 4;
export const LEAF = 2;
/** Distances are only needed up to here. */
export const FAR = 0.088;

const NODES_MAX = 1 << 22;
const LEAVES_MAX = 1 << 19;
const BRICKS_MAX = 1 << 16;

/** Blocks of `TOP` cells a side, the pieces in which a tree is built. */
export const BLOCKS_MAX = 1 << 12;

export const nodes = new Float32Array(sharedRoom(NODES_MAX * 4));
export const brickDistance = new Float32Array(sharedRoom(BRICKS_MAX * 4));
export const brickIsNear = new Uint8Array(sharedRoom(BRICKS_MAX));
/** Stretch of `list` per leaf; empty where the leaf holds no surface. */
export const leafStart = new Int32Array(sharedRoom(LEAVES_MAX * 4));
export const leafEnd = new Int32Array(sharedRoom(LEAVES_MAX * 4));
/** Stretch of `list` per block, start and end: the lists of its leaves. */
export const blockLists = new Int32Array(sharedRoom(BLOCKS_MAX * 8));
/** How far the interpolated distance may lie above the true one in this leaf. */
export const leafError = new Float32Array(LEAVES_MAX);
/** Numbers of the leaves that hold surface. */
export const surfaceLeaves = new Int32Array(LEAVES_MAX);

export const lattice = {
  originX: 0,
  originY: 0,
  originZ: 0,
  nodesX: 0,
  nodesY: 0,
  nodesZ: 0,
  bricksX: 0,
  bricksY: 0,
  bricksZ: 0,
  leavesX: 0,
  leavesY: 0,
  leavesZ: 0,
  blocksX: 0,
  blocksY: 0,
  blocks: 0,
  surfaceLeaves: 0,
};

/** As far as distances are needed, so that the light has no step where the lattice ends. */
const MARGIN = FAR;

/** Lays the lattice around the scene's bounds. @throws Error when the figure is too wide for the fixed tables */
export function layLattice(): void {
  lattice.originX = scene.minX - MARGIN;
  lattice.originY = Math.max(scene.minY - MARGIN, -0.03);
  lattice.originZ = scene.minZ - MARGIN;
  lattice.bricksX = bricksFor(scene.maxX + MARGIN - lattice.originX);
  lattice.bricksY = bricksFor(scene.maxY + MARGIN - lattice.originY);
  lattice.bricksZ = bricksFor(scene.maxZ + MARGIN - lattice.originZ);
  lattice.nodesX = lattice.bricksX * BRICK;
  lattice.nodesY = lattice.bricksY * BRICK;
  lattice.nodesZ = lattice.bricksZ * BRICK;
  lattice.leavesX = lattice.nodesX / LEAF;
  lattice.leavesY = lattice.nodesY / LEAF;
  lattice.leavesZ = lattice.nodesZ / LEAF;
  lattice.blocksX = Math.ceil(lattice.nodesX / TOP);
  lattice.blocksY = Math.ceil(lattice.nodesY / TOP);
  lattice.blocks = lattice.blocksX * lattice.blocksY * Math.ceil(lattice.nodesZ / TOP);
  lattice.surfaceLeaves = 0;
  const wanted = lattice.nodesX * lattice.nodesY * lattice.nodesZ;
  if (!(wanted <= NODES_MAX && lattice.blocks <= BLOCKS_MAX))
    throw new Error(
      `The figure is too wide to draw: it needs ${wanted} lattice points, the limit is ${NODES_MAX}.`,
    );
}

const bricksFor = (size: number): number => Math.ceil((Math.ceil(size / CELL) + 1) / BRICK);

/** Distance interpolated between lattice nodes; `FAR` outside. */
export function latticeDistance(x: number, y: number, z: number): number {
  return distanceAmongNodes(
    (x - lattice.originX) * CELLS_PER_UNIT,
    (y - lattice.originY) * CELLS_PER_UNIT,
    (z - lattice.originZ) * CELLS_PER_UNIT,
  );
}

/** The same at a place counted in cells from the lattice's origin. */
export function distanceAmongNodes(gx: number, gy: number, gz: number): number {
  const nx = lattice.nodesX;
  const ny = lattice.nodesY;
  if (!(gx >= 0 && gy >= 0 && gz >= 0 && gx < nx - 1 && gy < ny - 1 && gz < lattice.nodesZ - 1))
    return FAR;
  const ix = gx | 0;
  const iy = gy | 0;
  const iz = gz | 0;
  const fx = gx - ix;
  const fy = gy - iy;
  const a = (iz * ny + iy) * nx + ix;
  const c = a + nx * ny;
  const e = nodes[a] + (nodes[a + 1] - nodes[a]) * fx;
  const f = nodes[a + nx] + (nodes[a + nx + 1] - nodes[a + nx]) * fx;
  const g = nodes[c] + (nodes[c + 1] - nodes[c]) * fx;
  const h = nodes[c + nx] + (nodes[c + nx + 1] - nodes[c + nx]) * fx;
  const near = e + (f - e) * fy;
  return near + (g + (h - g) * fy - near) * (gz - iz);
}
