import { CELL, LEAF, lattice, leafError, nodes, surfaceLeaves } from './lattice.ts';

/** Share of the second differences taken as interpolation error, on top of a floor. */
const BEND_SHARE = 0.15;
/** And of how much they differ: even bends are a round surface, uneven ones an edge between the nodes. */
const UNEVEN_SHARE = 0.2;
const ERROR_FLOOR = 0.00047;
const ERROR_MAX = CELL * 0.8660254;

/**
 * How far the interpolated distance may lie above the truth in each surface leaf, judged by how much its nodes
 * bend (second differences). Lets rays take lattice steps down to a few millimetres without deciding a hit by them.
 */
export function measureLeafErrors(): void {
  const rowY = lattice.nodesX;
  const rowZ = lattice.nodesX * lattice.nodesY;
  for (let q = 0; q < lattice.surfaceLeaves; q++) {
    const leaf = surfaceLeaves[q];
    const x = (leaf % lattice.leavesX) * LEAF;
    const y = (((leaf / lattice.leavesX) | 0) % lattice.leavesY) * LEAF;
    const z = ((leaf / (lattice.leavesX * lattice.leavesY)) | 0) * LEAF;
    if (x + 2 >= lattice.nodesX || y + 2 >= lattice.nodesY || z + 2 >= lattice.nodesZ) {
      leafError[leaf] = ERROR_MAX;
      continue;
    }
    const a = z * rowZ + y * rowY + x;
    const bend =
      worstBend(a, 1, rowY, rowZ) + worstBend(a, rowY, 1, rowZ) + worstBend(a, rowZ, 1, rowY);
    leafError[leaf] = Math.min(ERROR_FLOOR + bend, ERROR_MAX);
  }
}

function worstBend(a: number, along: number, u: number, v: number): number {
  let worst = 0;
  let least = 1e9;
  for (let j = 0; j < 3; j++)
    for (let i = 0; i < 3; i++) {
      const p = a + j * u + i * v;
      const bend = Math.abs(nodes[p] - 2 * nodes[p + along] + nodes[p + 2 * along]);
      if (bend > worst) worst = bend;
      if (bend < least) least = bend;
    }
  return worst * BEND_SHARE + (worst - least) * UNEVEN_SHARE;
}
