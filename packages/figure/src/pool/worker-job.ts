import type { FigureJob } from '../figure-job.ts';

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
  count: 5,
} as const;

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
}

/** What a worker tells its pool. */
export type WorkerReport =
  | { readonly kind: 'progress'; readonly id: number }
  | { readonly kind: 'finished'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
