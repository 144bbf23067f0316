import type { FigureJob } from '../figure-job.ts';
import type { TreeRoom } from '../march/take-block.ts';

/** Rows a worker takes at a time: the grain of progress and of cancelling. */
export const BAND_ROWS = 16;

/** Slots of the shared counters. */
export const Slot = {
  /** Next band to draw, bands drawn, next band to finish, bands finished. */
  nextBand: 0,
  drawnBands: 1,
  nextEdgeBand: 2,
  finishedBands: 3,
  /** Not 0: stop at the next band. */
  stop: 4,
  /** Next block of the tree, blocks built, threads that have the whole tree. */
  nextBlock: 5,
  builtBlocks: 6,
  equipped: 7,
  count: 8,
} as const;

/** The threads that draw a picture together, as one of them sees it. */
export interface Team {
  /** Its own place among `trees`. */
  readonly place: number;
  readonly trees: readonly TreeRoom[];
  /** Who built each block of the tree: their place. */
  readonly builders: SharedArrayBuffer;
}

/** One picture as every worker of a pool gets it: all draw into the same memory. */
export interface WorkerJob {
  readonly id: number;
  readonly job: FigureJob;
  readonly pixels: SharedArrayBuffer;
  /** Null when the picture is done after the first pass. */
  readonly edges: {
    readonly group: SharedArrayBuffer;
    readonly depth: SharedArrayBuffer;
    readonly tint: SharedArrayBuffer;
    readonly normals: SharedArrayBuffer | null;
  } | null;
  readonly counters: SharedArrayBuffer;
  /** Null for a thread that draws alone. */
  readonly team: Team | null;
}

/** What a worker tells its pool. */
export type WorkerReport =
  | { readonly kind: 'hired'; readonly tree: TreeRoom }
  | { readonly kind: 'progress'; readonly id: number }
  | { readonly kind: 'finished'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** A waiting thread looks at the stop flag at least this often. */
const LOOK_AGAIN_MS = 20;

/** Sleeps until a counter has come to `count`. @returns false when somebody raised the stop flag before */
export function waitFor(counters: Int32Array, slot: number, count: number): boolean {
  for (;;) {
    if (Atomics.load(counters, Slot.stop) !== 0) return false;
    const now = Atomics.load(counters, slot);
    if (now >= count) return true;
    Atomics.wait(counters, slot, now, LOOK_AGAIN_MS);
  }
}
