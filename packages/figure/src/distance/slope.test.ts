import { expect, test } from 'bun:test';
import { EXAMPLE_LOOKS, EXAMPLE_POSES, examplePose } from '../example-figures.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { buildTree } from '../march/build-tree.ts';
import { CELL, LEAF, lattice, leafEnd, leafStart, surfaceLeaves } from '../march/lattice.ts';
import { distanceAt, nearest, slopeAtNearest } from './map-distance.ts';
import { slope } from './slope.ts';

/** So near that no shape bends in between. */
const NEAR = 1e-6;

/** The direction in which the distance grows, by differences; null on a crease, where it has two. */
function measured(
  [x, y, z]: readonly [number, number, number],
  leaf: number,
): [number, number, number] | null {
  const at = (dx: number, dy: number, dz: number): number =>
    distanceAt(x + dx, y + dy, z + dz, leafStart[leaf], leafEnd[leaf]);
  const middle = 2 * at(0, 0, 0);
  const axes = [
    [NEAR, 0, 0],
    [0, NEAR, 0],
    [0, 0, NEAR],
  ] as const;
  const found: number[] = [];
  for (const [dx, dy, dz] of axes) {
    const ahead = at(dx, dy, dz);
    const behind = at(-dx, -dy, -dz);
    if (Math.abs(ahead + behind - middle) > NEAR * 0.02) return null;
    found.push((ahead - behind) / (2 * NEAR));
  }
  const [a = 0, b = 0, c = 0] = found;
  return [a, b, c];
}

for (const [i, look] of EXAMPLE_LOOKS.entries()) {
  const name = EXAMPLE_POSES[i % EXAMPLE_POSES.length];
  const what = look === 'clay' ? 'clay' : `${look.gender} ${look.outfit} ${look.hairStyle}`;

  test(`the slope of the distance is what differences of it say (${name}, ${what})`, () => {
    buildFigure({ pose: examplePose(name), look, seed: 5 });
    buildTree();
    const size = LEAF * CELL;
    let seen = 0;
    const off: number[] = [];
    for (let q = 0; q < lattice.surfaceLeaves; q++) {
      const leaf = surfaceLeaves[q];
      const share = (k: number): number => ((q + 1) * k) % 1;
      const at = [
        lattice.originX + ((leaf % lattice.leavesX) + share(0.618034)) * size,
        lattice.originY +
          ((((leaf / lattice.leavesX) | 0) % lattice.leavesY) + share(0.754878)) * size,
        lattice.originZ +
          (((leaf / (lattice.leavesX * lattice.leavesY)) | 0) + share(0.56984)) * size,
      ] as const;
      const by = measured(at, leaf);
      const d = distanceAt(...at, leafStart[leaf], leafEnd[leaf]);
      if (!by || nearest.group < 0 || Math.abs(d) > CELL / 2) continue;
      slopeAtNearest(...at, leafStart[leaf], leafEnd[leaf]);
      const apart = Math.hypot(slope.x - by[0], slope.y - by[1], slope.z - by[2]);
      seen++;
      if (apart > 0.1) off.push(apart);
    }
    expect(seen).toBeGreaterThan(500);
    // Shapes and cuts without a formula are measured over half a millimetre, which their finest ripples are not above.
    expect(off.length / seen).toBeLessThan(0.1);
  });
}
