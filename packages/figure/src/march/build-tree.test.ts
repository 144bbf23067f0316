import { expect, setDefaultTimeout, test } from 'bun:test';
import { HAIR_STYLES } from '@lumiku/contract';
import fc from 'fast-check';
import { distanceAt, listEverything } from '../distance/map-distance.ts';
import { EXAMPLE_LOOKS, EXAMPLE_POSES, examplePose } from '../example-figures.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { addCone, addLimb, clearScene, cutPlane, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { CUTS_MAX, GROUPS_MAX, LIMBS_MAX, PRIMITIVES_MAX } from '../scene/tables.ts';
import { buildTree, SCRATCH } from './build-tree.ts';
import { CRUMBS, crumb, findCrumb } from './crumb-lists.ts';
import {
  CELL,
  LEAF,
  lattice,
  latticeDistance,
  leafEnd,
  leafError,
  leafStart,
  surfaceLeaves,
} from './lattice.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

/** A third of the distance that counts as a hit: blends that chain over more shapes than the margins know. */
const SHARE_OF_A_HIT = 0.0001;

/** A stretch of the scratch area that no query touches while a test runs. */
const EVERYTHING = SCRATCH;

function fullDistance(x: number, y: number, z: number): number {
  return distanceAt(x, y, z, EVERYTHING, listEverything(EVERYTHING));
}

function cornerOf(leaf: number): [number, number, number] {
  const size = LEAF * CELL;
  return [
    lattice.originX + (leaf % lattice.leavesX) * size,
    lattice.originY + (((leaf / lattice.leavesX) | 0) % lattice.leavesY) * size,
    lattice.originZ + ((leaf / (lattice.leavesX * lattice.leavesY)) | 0) * size,
  ];
}

/** A surface leaf and a place in it, each by shares of what there is. */
function placeInLeaf(
  pick: number,
  [u, v, w]: readonly [number, number, number],
): { leaf: number; at: readonly [number, number, number] } {
  const picked = Math.floor(pick * lattice.surfaceLeaves);
  const leaf = surfaceLeaves[Math.min(lattice.surfaceLeaves - 1, picked)];
  const [x, y, z] = cornerOf(leaf);
  const size = LEAF * CELL;
  return { leaf, at: [x + u * size, y + v * size, z + w * size] };
}

/** Below all hair but the longest, in shares of the stature. */
const SHOULDERS = 0.78;

const share = fc.double({ min: 0, max: 1, noNaN: true });

for (const [i, look] of EXAMPLE_LOOKS.entries()) {
  const name = EXAMPLE_POSES[i % EXAMPLE_POSES.length];
  const what = look === 'clay' ? 'clay' : `${look.gender} ${look.outfit} ${look.hairStyle}`;

  test(`the short list of a leaf gives the distance of the whole figure near the surface (${name}, ${what})`, () => {
    buildFigure({ pose: examplePose(name), look, seed: 5 });
    buildTree();
    fc.assert(
      fc.property(share, share, share, share, (pick, u, v, w) => {
        const { leaf, at } = placeInLeaf(pick, [u, v, w]);
        const short = distanceAt(...at, leafStart[leaf], leafEnd[leaf]);
        const full = fullDistance(...at);
        // Only what is near the surface is ever decided by a leaf; far from it a cap of a hat bends the rules.
        return Math.abs(full) > CELL || Math.abs(short - full) < SHARE_OF_A_HIT;
      }),
      { numRuns: 4000 },
    );
  });

  test(`the still shorter list of a crumb does so where rays end (${name}, ${what})`, () => {
    buildFigure({ pose: examplePose(name), look, seed: 5 });
    buildTree();
    const width = (LEAF * CELL) / CRUMBS;
    fc.assert(
      fc.property(share, share, share, share, (pick, u, v, w) => {
        const { leaf, at } = placeInLeaf(pick, [u, v, w]);
        findCrumb(
          leaf,
          Math.floor((at[0] - lattice.originX) / width),
          Math.floor((at[1] - lattice.originY) / width),
          Math.floor((at[2] - lattice.originZ) / width),
        );
        const short = distanceAt(...at, crumb.start, crumb.end);
        const full = fullDistance(...at);
        return Math.abs(full) > width / 2 || Math.abs(short - full) < SHARE_OF_A_HIT;
      }),
      { numRuns: 4000 },
    );
  });

  test(`a lattice step less its error never jumps over the surface (${name}, ${what})`, () => {
    buildFigure({ pose: examplePose(name), look, seed: 5 });
    buildTree();
    fc.assert(
      fc.property(share, share, share, share, (pick, u, v, w) => {
        const { at, leaf } = placeInLeaf(pick, [u, v, w]);
        const full = fullDistance(...at);
        // A flat sole looks near from far along its plane. Two millimetres on a person is what a step may go beyond.
        return full > CELL || latticeDistance(...at) - leafError[leaf] <= full + 0.0012;
      }),
      { numRuns: 8000 },
    );
  });

  test(`no surface lies in a leaf that was left empty (${name}, ${what})`, () => {
    buildFigure({ pose: examplePose(name), look, seed: 5 });
    buildTree();
    fc.assert(
      fc.property(share, share, share, (u, v, w) => {
        const x = lattice.originX + u * (lattice.nodesX - 1) * CELL;
        const y = lattice.originY + v * (lattice.nodesY - 1) * CELL;
        const z = lattice.originZ + w * (lattice.nodesZ - 1) * CELL;
        const leaf = leafAt(x, y, z);
        return leafStart[leaf] !== leafEnd[leaf] || Math.abs(fullDistance(x, y, z)) > 0.0005;
      }),
      { numRuns: 4000 },
    );
  });
}

test.each(HAIR_STYLES)('no surface of %s hair lies in a leaf that was left empty', (hairStyle) => {
  const worn = EXAMPLE_LOOKS.find((look) => look !== 'clay' && look.headCover === 'none');
  if (!worn || worn === 'clay') throw new Error('no example shows its hair');
  buildFigure({ pose: examplePose('standing'), look: { ...worn, hairStyle }, seed: 5 });
  buildTree();
  const size = LEAF * CELL;
  const holes: number[] = [];
  for (let leaf = 0; leaf < lattice.leavesX * lattice.leavesY * lattice.leavesZ; leaf++) {
    const [x, y, z] = cornerOf(leaf);
    if (y < SHOULDERS || leafStart[leaf] !== leafEnd[leaf]) continue;
    const inside = [0, 1, 2, 3, 4, 5, 6, 7].filter(
      (c) => fullDistance(x + (c & 1) * size, y + ((c >> 1) & 1) * size, z + (c >> 2) * size) < 0,
    ).length;
    if (inside > 0 && inside < 8) holes.push(leaf);
  }
  expect(holes).toEqual([]);
});

test('a figure of too many shapes is refused with a sentence that says so', () => {
  clearScene();
  startGroup(Material.clay);
  const draw = (): void => {
    for (let i = 0; i <= PRIMITIVES_MAX; i++)
      addCone([0, 0, 0], [0, 1, 0], 0.1, 0.1, 0, Part.other);
  };
  expect(draw).toThrow(/more than 512 shapes/);
});

test('a figure of too many groups, cuts or limbs is refused with a sentence that says so', () => {
  const many = (times: number, draw: () => void) => () => {
    clearScene();
    startGroup(Material.clay);
    for (let i = 0; i < times; i++) draw();
  };
  const limb = { radius: () => 0.01, aside: () => 0 };
  expect(many(GROUPS_MAX, () => startGroup(Material.clay))).toThrow(/more than 48 groups/);
  expect(many(CUTS_MAX + 1, () => cutPlane([0, 0, 0], [0, 1, 0], 0.01))).toThrow(
    /more than 96 cuts/,
  );
  expect(
    many(LIMBS_MAX + 1, () => addLimb([0, 0, 0], [0, 1, 0], limb, [0, 0, 1], false, 0, Part.other)),
  ).toThrow(/more than 160 limbs/);
});

test('a figure whose shapes all lie in one place fills the lists and is refused, not drawn with holes', () => {
  clearScene();
  startGroup(Material.clay);
  for (let i = 0; i < PRIMITIVES_MAX; i++)
    addCone([0, 0.4, 0], [0, 0.6 + i * 1e-5, 0], 0.1, 0.1, 0.02, Part.other);
  expect(buildTree).toThrow(/lists of its leaves are full/);
});

test('a figure too wide for the lattice is refused with a sentence that says so', () => {
  clearScene();
  startGroup(Material.clay);
  addCone([-3, 0, -3], [3, 3, 3], 0.1, 0.1, 0, Part.other);
  expect(buildTree).toThrow(/too wide to draw/);
});

function leafAt(x: number, y: number, z: number): number {
  const i = Math.floor((x - lattice.originX) / CELL) >> 1;
  const j = Math.floor((y - lattice.originY) / CELL) >> 1;
  const k = Math.floor((z - lattice.originZ) / CELL) >> 1;
  return (k * lattice.leavesY + j) * lattice.leavesX + i;
}
