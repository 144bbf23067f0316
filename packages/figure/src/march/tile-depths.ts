import { view, viewAxes } from './camera.ts';
import { CELL, LEAF, lattice, surfaceLeaves } from './lattice.ts';

/** Side of a screen tile in pixels. */
export const TILE = 8;
const LEAF_RADIUS = LEAF * CELL * 0.8660254 + 0.0012;

/** Nearest and farthest depth of the figure per tile; `near` is infinite where a tile sees only background. */
export const tiles = { across: 0, near: new Float32Array(0), far: new Float32Array(0) };

/** Splats every surface leaf on the screen, so that rays start and end at the figure. */
export function measureTileDepths(): void {
  tiles.across = Math.ceil(view.widthPx / TILE);
  const down = Math.ceil(view.heightPx / TILE);
  if (tiles.near.length !== tiles.across * down) {
    tiles.near = new Float32Array(tiles.across * down);
    tiles.far = new Float32Array(tiles.across * down);
  }
  tiles.near.fill(Number.POSITIVE_INFINITY);
  tiles.far.fill(0);
  for (let q = 0; q < lattice.surfaceLeaves; q++) splat(surfaceLeaves[q], down);
}

function splat(leaf: number, down: number): void {
  const size = LEAF * CELL;
  const bx = leaf % lattice.leavesX;
  const by = ((leaf / lattice.leavesX) | 0) % lattice.leavesY;
  const bz = (leaf / (lattice.leavesX * lattice.leavesY)) | 0;
  const x = lattice.originX + (bx + 0.5) * size;
  const y = lattice.originY + (by + 0.5) * size;
  const z = lattice.originZ + (bz + 0.5) * size;
  const dx = x - view.centreX;
  const dy = y - view.centreY;
  const dz = z - view.centreZ;
  const depth = view.distance - (viewAxes[6] * dx + viewAxes[7] * dy + viewAxes[8] * dz);
  if (depth <= LEAF_RADIUS * 2) return;
  const s = view.focalPx / depth;
  const sx = view.middleX + (viewAxes[0] * dx + viewAxes[1] * dy + viewAxes[2] * dz) * s;
  const sy = view.middleY - (viewAxes[3] * dx + viewAxes[4] * dy + viewAxes[5] * dz) * s;
  const radius = (LEAF_RADIUS * view.focalPx) / (depth - LEAF_RADIUS) + 1;
  const away = Math.hypot(x - view.eyeX, y - view.eyeY, z - view.eyeZ);
  const x0 = Math.max(0, Math.floor((sx - radius) / TILE));
  const x1 = Math.min(tiles.across - 1, Math.floor((sx + radius) / TILE));
  const y0 = Math.max(0, Math.floor((sy - radius) / TILE));
  const y1 = Math.min(down - 1, Math.floor((sy + radius) / TILE));
  for (let ty = y0; ty <= y1; ty++)
    for (let tx = x0; tx <= x1; tx++) {
      const k = ty * tiles.across + tx;
      if (away - LEAF_RADIUS < tiles.near[k]) tiles.near[k] = away - LEAF_RADIUS;
      if (away + LEAF_RADIUS > tiles.far[k]) tiles.far[k] = away + LEAF_RADIUS;
    }
}
