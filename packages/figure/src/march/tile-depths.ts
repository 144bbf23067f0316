import { view, viewAxes } from './camera.ts';
import { CELL, distanceAmongNodes, LEAF, lattice, leafError, surfaceLeaves } from './lattice.ts';

/** Side of a screen tile in pixels. */
export const TILE = 4;
const HALF_DIAGONAL = CELL * 0.8660254;
/** Room for hits before the surface. */
const BEFORE = 0.0012;
/** Cells that cover more pixels than this are splatted by eighths: that costs less than the rays it saves. */
const COARSE_PX = 6;
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
  const isFine = (CELL * view.focalPx) / view.distance > COARSE_PX;
  for (let q = 0; q < lattice.surfaceLeaves; q++) splatLeaf(surfaceLeaves[q], down, isFine);
}

function splatLeaf(leaf: number, down: number, isFine: boolean): void {
  const bx = (leaf % lattice.leavesX) * LEAF;
  const by = (((leaf / lattice.leavesX) | 0) % lattice.leavesY) * LEAF;
  const bz = ((leaf / (lattice.leavesX * lattice.leavesY)) | 0) * LEAF;
  const error = leafError[leaf];
  for (let k = bz; k < bz + LEAF; k++)
    for (let j = by; j < by + LEAF; j++)
      for (let i = bx; i < bx + LEAF; i++)
        if (mayHoldSurface(i + 0.5, j + 0.5, k + 0.5, HALF_DIAGONAL * LIPSCHITZ + error)) {
          if (isFine) splatEighths(i, j, k, down, (HALF_DIAGONAL / 2) * LIPSCHITZ + error);
          else splat(i + 0.5, j + 0.5, k + 0.5, down, HALF_DIAGONAL + BEFORE);
        }
}

/** Splats the eighths of a cell that are within `reach` of the surface. */
function splatEighths(i: number, j: number, k: number, down: number, reach: number): void {
  for (let w = k + 0.25; w < k + 1; w += 0.5)
    for (let v = j + 0.25; v < j + 1; v += 0.5)
      for (let u = i + 0.25; u < i + 1; u += 0.5)
        if (mayHoldSurface(u, v, w, reach)) splat(u, v, w, down, HALF_DIAGONAL / 2 + BEFORE);
}

/** Whether there may be surface within `reach` of a place counted in cells; there may where the lattice ends. */
function mayHoldSurface(gx: number, gy: number, gz: number, reach: number): boolean {
  const { nodesX, nodesY, nodesZ } = lattice;
  if (gx >= nodesX - 1 || gy >= nodesY - 1 || gz >= nodesZ - 1) return true;
  return Math.abs(distanceAmongNodes(gx, gy, gz)) < reach;
}

/** Widens the depths of the tiles that see a ball around a place counted in cells. */
function splat(gx: number, gy: number, gz: number, down: number, ball: number): void {
  const x = lattice.originX + gx * CELL;
  const y = lattice.originY + gy * CELL;
  const z = lattice.originZ + gz * CELL;
  const dx = x - view.centreX;
  const dy = y - view.centreY;
  const dz = z - view.centreZ;
  const depth = view.distance - (viewAxes[6] * dx + viewAxes[7] * dy + viewAxes[8] * dz);
  if (depth <= ball * 2) return;
  const s = view.focalPx / depth;
  const sx = view.middleX + (viewAxes[0] * dx + viewAxes[1] * dy + viewAxes[2] * dz) * s;
  const sy = view.middleY - (viewAxes[3] * dx + viewAxes[4] * dy + viewAxes[5] * dz) * s;
  const radius = (ball * view.focalPx) / (depth - ball) + 1;
  const ex = x - view.eyeX;
  const ey = y - view.eyeY;
  const ez = z - view.eyeZ;
  const away = Math.sqrt(ex * ex + ey * ey + ez * ez);
  const x0 = Math.max(0, Math.floor((sx - radius) / TILE));
  const x1 = Math.min(tiles.across - 1, Math.floor((sx + radius) / TILE));
  const y0 = Math.max(0, Math.floor((sy - radius) / TILE));
  const y1 = Math.min(down - 1, Math.floor((sy + radius) / TILE));
  for (let ty = y0; ty <= y1; ty++)
    for (let tx = x0; tx <= x1; tx++) {
      const k = ty * tiles.across + tx;
      if (away - ball < tiles.near[k]) tiles.near[k] = away - ball;
      if (away + ball > tiles.far[k]) tiles.far[k] = away + ball;
    }
}
