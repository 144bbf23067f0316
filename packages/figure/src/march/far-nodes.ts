import { BRICK, brickDistance, brickIsNear, FAR, lattice, nodes } from './lattice.ts';

/** Fills the nodes of bricks without surface by interpolating between the middles of the bricks. */
export function fillFarNodes(): void {
  const { bricksX, bricksY, bricksZ, nodesX, nodesY } = lattice;
  for (let z = 0; z < bricksZ; z++)
    for (let y = 0; y < bricksY; y++)
      for (let x = 0; x < bricksX; x++) {
        if (brickIsNear[(z * bricksY + y) * bricksX + x]) continue;
        if (isInTheOpen(x, y, z)) {
          for (let k = 0; k < BRICK; k++)
            for (let j = 0; j < BRICK; j++) {
              const o = ((z * BRICK + k) * nodesY + y * BRICK + j) * nodesX + x * BRICK;
              nodes[o] = nodes[o + 1] = nodes[o + 2] = nodes[o + 3] = FAR;
            }
          continue;
        }
        const xa = x > 0 ? x - 1 : 0;
        const xb = x + 1 < bricksX ? x + 1 : x;
        for (let k = 0; k < BRICK; k++)
          for (let j = 0; j < BRICK; j++) {
            const lowY = j < 2 ? y - 1 : y;
            const lowZ = k < 2 ? z - 1 : z;
            const fy = (j < 2 ? j + 2 : j - 2) / BRICK;
            const fz = (k < 2 ? k + 2 : k - 2) / BRICK;
            const ya = Math.max(lowY, 0);
            const yb = lowY + 1 >= bricksY ? bricksY - 1 : lowY + 1;
            const za = Math.max(lowZ, 0);
            const zb = lowZ + 1 >= bricksZ ? bricksZ - 1 : lowZ + 1;
            const r0 = (za * bricksY + ya) * bricksX;
            const r1 = (za * bricksY + yb) * bricksX;
            const r2 = (zb * bricksY + ya) * bricksX;
            const r3 = (zb * bricksY + yb) * bricksX;
            const w0 = (1 - fy) * (1 - fz);
            const w1 = fy * (1 - fz);
            const w2 = (1 - fy) * fz;
            const w3 = fy * fz;
            const left = column(r0 + xa, r1 + xa, r2 + xa, r3 + xa, w0, w1, w2, w3);
            const here = column(r0 + x, r1 + x, r2 + x, r3 + x, w0, w1, w2, w3);
            const right = column(r0 + xb, r1 + xb, r2 + xb, r3 + xb, w0, w1, w2, w3);
            const o = ((z * BRICK + k) * nodesY + y * BRICK + j) * nodesX + x * BRICK;
            nodes[o] = capped((left + here) * 0.5);
            nodes[o + 1] = capped(left * 0.25 + here * 0.75);
            nodes[o + 2] = capped(here);
            nodes[o + 3] = capped(here * 0.75 + right * 0.25);
          }
      }
}

/** Whether a brick and all around it are farther than `FAR`, so that between them everything is. */
function isInTheOpen(x: number, y: number, z: number): boolean {
  const { bricksX, bricksY, bricksZ } = lattice;
  for (let k = Math.max(z - 1, 0); k <= Math.min(z + 1, bricksZ - 1); k++)
    for (let j = Math.max(y - 1, 0); j <= Math.min(y + 1, bricksY - 1); j++) {
      const row = (k * bricksY + j) * bricksX;
      for (let i = Math.max(x - 1, 0); i <= Math.min(x + 1, bricksX - 1); i++)
        if (brickDistance[row + i] < FAR) return false;
    }
  return true;
}

function column(
  a: number,
  b: number,
  c: number,
  d: number,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
): number {
  return (
    brickDistance[a] * w0 + brickDistance[b] * w1 + brickDistance[c] * w2 + brickDistance[d] * w3
  );
}

const capped = (v: number): number => Math.min(v, FAR);
