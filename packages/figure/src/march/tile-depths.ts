import { view, viewAxes } from './camera.ts';
import { CELL, LEAF, lattice, leafError, nodes, surfaceLeaves } from './lattice.ts';

/** Side of a screen tile in pixels. */
export const TILE = 4;
const HALF_DIAGONAL = CELL * 0.8660254;
/** A ball around a cell, with a little room for hits before the surface. */
const RADIUS = HALF_DIAGONAL + 0.0012;
/** Safety on "a distance changes by at most one per unit". */
const LIPSCHITZ = 1.25;

/** Nearest and farthest depth of the figure per tile; `near` is infinite where a tile sees only background. */
export const tiles = { across: 0, near: new Float32Array(0), far: new Float32Array(0) };

/** Splats every cell with surface on the screen, so that rays start and end at the figure. */
export function measureTileDepths(): void {
  tiles.across = Math.ceil(view.widthPx / TILE);
  const down = Math.ceil(view.heightPx / TILE);
  if (tiles.near.length !== tiles.across * down) {
    tiles.near = new Float32Array(tiles.across * down);
    tiles.far = new Float32Array(tiles.across * down);
  }
  tiles.near.fill(Number.POSITIVE_INFINITY);
  tiles.far.fill(0);
  for (let q = 0; q < lattice.surfaceLeaves; q++) splatLeaf(surfaceLeaves[q], down);
}

function splatLeaf(leaf: number, down: number): void {
  const bx = (leaf % lattice.leavesX) * LEAF;
  const by = (((leaf / lattice.leavesX) | 0) % lattice.leavesY) * LEAF;
  const bz = ((leaf / (lattice.leavesX * lattice.leavesY)) | 0) * LEAF;
  const reach = HALF_DIAGONAL * LIPSCHITZ + leafError[leaf];
  for (let k = bz; k < bz + LEAF; k++)
    for (let j = by; j < by + LEAF; j++)
      for (let i = bx; i < bx + LEAF; i++)
        if (Math.abs(distanceAmid(i, j, k)) < reach)
          splat(
            lattice.originX + (i + 0.5) * CELL,
            lattice.originY + (j + 0.5) * CELL,
            lattice.originZ + (k + 0.5) * CELL,
            down,
          );
}

/** Interpolated distance in the middle of a cell; 0 (there may be surface) where the lattice ends. */
function distanceAmid(i: number, j: number, k: number): number {
  const { nodesX, nodesY, nodesZ } = lattice;
  if (i + 1 >= nodesX || j + 1 >= nodesY || k + 1 >= nodesZ) return 0;
  const a = (k * nodesY + j) * nodesX + i;
  const b = a + nodesX;
  const c = a + nodesX * nodesY;
  const d = c + nodesX;
  const near = nodes[a] + nodes[a + 1] + nodes[b] + nodes[b + 1];
  return (near + nodes[c] + nodes[c + 1] + nodes[d] + nodes[d + 1]) / 8;
}

function splat(x: number, y: number, z: number, down: number): void {
  const dx = x - view.centreX;
  const dy = y - view.centreY;
  const dz = z - view.centreZ;
  const depth = view.distance - (viewAxes[6] * dx + viewAxes[7] * dy + viewAxes[8] * dz);
  if (depth <= RADIUS * 2) return;
  const s = view.focalPx / depth;
  const sx = view.middleX + (viewAxes[0] * dx + viewAxes[1] * dy + viewAxes[2] * dz) * s;
  const sy = view.middleY - (viewAxes[3] * dx + viewAxes[4] * dy + viewAxes[5] * dz) * s;
  const radius = (RADIUS * view.focalPx) / (depth - RADIUS) + 1;
  const away = Math.hypot(x - view.eyeX, y - view.eyeY, z - view.eyeZ);
  const x0 = Math.max(0, Math.floor((sx - radius) / TILE));
  const x1 = Math.min(tiles.across - 1, Math.floor((sx + radius) / TILE));
  const y0 = Math.max(0, Math.floor((sy - radius) / TILE));
  const y1 = Math.min(down - 1, Math.floor((sy + radius) / TILE));
  for (let ty = y0; ty <= y1; ty++)
    for (let tx = x0; tx <= x1; tx++) {
      const k = ty * tiles.across + tx;
      if (away - RADIUS < tiles.near[k]) tiles.near[k] = away - RADIUS;
      if (away + RADIUS > tiles.far[k]) tiles.far[k] = away + RADIUS;
    }
}
