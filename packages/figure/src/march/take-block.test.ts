import { expect, setDefaultTimeout, test } from 'bun:test';
import { list } from '../distance/map-distance.ts';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { beginTree, buildBlock, buildTree, finishTree } from './build-tree.ts';
import { lattice, leafEnd, leafError, leafStart, nodes, surfaceLeaves } from './lattice.ts';
import { blockTaker, ownTreeRoom, type TreeRoom } from './take-block.ts';

/** Building shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

/** What drawing reads of the tree: distances, and of every leaf its primitives and its error. */
function treeAsRead() {
  const leaves = surfaceLeaves.slice(0, lattice.surfaceLeaves).sort();
  return {
    nodes: nodes.slice(0, lattice.nodesX * lattice.nodesY * lattice.nodesZ),
    leaves,
    lists: [...leaves].map((leaf) => list.slice(leafStart[leaf], leafEnd[leaf]).join()),
    errors: [...leaves].map((leaf) => leafError[leaf]),
  };
}

const copyOf = (room: TreeRoom): TreeRoom => ({
  nodes: room.nodes.slice(0),
  brickDistance: room.brickDistance.slice(0),
  brickIsNear: room.brickIsNear.slice(0),
  leafStart: room.leafStart.slice(0),
  leafEnd: room.leafEnd.slice(0),
  blockLists: room.blockLists.slice(0),
  list: room.list.slice(0),
});

test('a tree of which another thread built every other block is the tree one thread builds', () => {
  buildFigure({ pose: examplePose('crossedArms'), look: EXAMPLE_LOOKS[2], seed: 5 });
  buildTree();
  const whole = treeAsRead();
  const others = copyOf(ownTreeRoom());
  // Another figure in between, so that nothing is left over by chance.
  buildFigure({ pose: examplePose('seated'), look: EXAMPLE_LOOKS[3], seed: 6 });
  buildTree();
  buildFigure({ pose: examplePose('crossedArms'), look: EXAMPLE_LOOKS[2], seed: 5 });
  beginTree();
  const take = blockTaker(others);
  for (let block = 0; block < lattice.blocks; block += 2) buildBlock(block);
  for (let block = 1; block < lattice.blocks; block += 2) take(block);
  finishTree();
  expect(treeAsRead()).toEqual(whole);
});
