import { beginTree, buildBlock, finishTree } from '../march/build-tree.ts';
import { lattice } from '../march/lattice.ts';
import { blockTaker } from '../march/take-block.ts';
import { Slot, type Team, waitFor } from './worker-job.ts';

/**
 * Builds the blocks of the tree that no other thread of the team takes, then copies theirs. Every block is built once
 * and depends on nothing else, so whoever built it, the tree is the same.
 * @returns false when somebody raised the stop flag
 */
export function growTogether(counters: Int32Array, { place, trees, builders }: Team): boolean {
  const builtBy = new Uint8Array(builders);
  beginTree();
  const { blocks } = lattice;
  while (Atomics.load(counters, Slot.stop) === 0) {
    const block = Atomics.add(counters, Slot.nextBlock, 1);
    if (block >= blocks) break;
    buildBlock(block);
    builtBy[block] = place;
    if (Atomics.add(counters, Slot.builtBlocks, 1) + 1 === blocks)
      Atomics.notify(counters, Slot.builtBlocks);
  }
  if (!waitFor(counters, Slot.builtBlocks, blocks)) return false;
  const takers = trees.map((tree, i) => (i === place ? null : blockTaker(tree)));
  for (let block = 0; block < blocks; block++) takers[builtBy[block]]?.(block);
  finishTree();
  return true;
}
