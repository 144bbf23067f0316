import { LIST_ENTRIES, list } from '../distance/map-distance.ts';
import { claimList } from './build-tree.ts';
import {
  BRICK,
  blockLists,
  brickDistance,
  brickIsNear,
  LEAF,
  lattice,
  leafEnd,
  leafStart,
  nodes,
  surfaceLeaves,
  TOP,
} from './lattice.ts';

/** Where the tree of a thread lies, for the other threads of its team. */
export interface TreeRoom {
  readonly nodes: SharedArrayBuffer;
  readonly brickDistance: SharedArrayBuffer;
  readonly brickIsNear: SharedArrayBuffer;
  readonly leafStart: SharedArrayBuffer;
  readonly leafEnd: SharedArrayBuffer;
  readonly blockLists: SharedArrayBuffer;
  readonly list: SharedArrayBuffer;
}

const shared = ({ buffer }: { readonly buffer: ArrayBufferLike }): SharedArrayBuffer => {
  if (buffer instanceof SharedArrayBuffer) return buffer;
  throw new Error('This platform shares no memory between threads.');
};

/** The room of this thread's own tree. */
export const ownTreeRoom = (): TreeRoom => ({
  nodes: shared(nodes),
  brickDistance: shared(brickDistance),
  brickIsNear: shared(brickIsNear),
  leafStart: shared(leafStart),
  leafEnd: shared(leafEnd),
  blockLists: shared(blockLists),
  list: shared(list),
});

/** Copies blocks from the tree of another thread, which was built for the same figure, into this thread's. */
export function blockTaker(room: TreeRoom): (block: number) => void {
  const other = {
    nodes: new Float32Array(room.nodes),
    brickDistance: new Float32Array(room.brickDistance),
    brickIsNear: new Uint8Array(room.brickIsNear),
    leafStart: new Int32Array(room.leafStart),
    leafEnd: new Int32Array(room.leafEnd),
    blockLists: new Int32Array(room.blockLists),
    list: new Uint16Array(room.list, 0, LIST_ENTRIES),
  };
  return (block) => {
    const from = other.blockLists[2 * block];
    const to = other.blockLists[2 * block + 1];
    const at = claimList(to - from);
    list.set(other.list.subarray(from, to), at);
    const { bricksX, bricksY, leavesX, leavesY } = lattice;
    copyNodes(block, other.nodes);
    overBlock(block, BRICK, bricksX, bricksY, (brick) => {
      brickDistance[brick] = other.brickDistance[brick];
      brickIsNear[brick] = other.brickIsNear[brick];
    });
    overBlock(block, LEAF, leavesX, leavesY, (leaf) => {
      const start = other.leafStart[leaf];
      const end = other.leafEnd[leaf];
      const isEmpty = start === end;
      leafStart[leaf] = isEmpty ? 0 : start - from + at;
      leafEnd[leaf] = isEmpty ? 0 : end - from + at;
      if (!isEmpty) surfaceLeaves[lattice.surfaceLeaves++] = leaf;
    });
  };
}

/** By far the most there is to take over. */
function copyNodes(block: number, from: Float32Array): void {
  const { blocksX, blocksY, nodesX, nodesY, nodesZ } = lattice;
  const x0 = (block % blocksX) * TOP;
  const y0 = (((block / blocksX) | 0) % blocksY) * TOP;
  const z0 = ((block / (blocksX * blocksY)) | 0) * TOP;
  const x1 = Math.min(nodesX, x0 + TOP);
  const y1 = Math.min(nodesY, y0 + TOP);
  const z1 = Math.min(nodesZ, z0 + TOP);
  for (let z = z0; z < z1; z++)
    for (let y = y0; y < y1; y++) {
      const row = (z * nodesY + y) * nodesX;
      for (let x = row + x0; x < row + x1; x++) nodes[x] = from[x];
    }
}

/** Calls with the numbers of what lies in a block, `size` cells a side, `across` by `down` of them in a layer. */
function overBlock(
  block: number,
  size: number,
  across: number,
  down: number,
  visit: (at: number) => void,
): void {
  const { blocksX, blocksY, nodesZ } = lattice;
  const count = TOP / size;
  const x0 = (block % blocksX) * count;
  const y0 = (((block / blocksX) | 0) % blocksY) * count;
  const z0 = ((block / (blocksX * blocksY)) | 0) * count;
  const x1 = Math.min(across, x0 + count);
  const y1 = Math.min(down, y0 + count);
  const z1 = Math.min(nodesZ / size, z0 + count);
  for (let z = z0; z < z1; z++)
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) visit((z * down + y) * across + x);
}
