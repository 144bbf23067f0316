import { channelsOf } from '../picture/channels-of.ts';
import { finishRows } from '../picture/finish-rows.ts';
import { preparePicture } from '../picture/prepare-picture.ts';
import { renderRows } from '../picture/render-rows.ts';
import { BAND_ROWS, Slot, type WorkerJob } from './worker-job.ts';

/** A waiting worker looks at the stop flag at least this often. */
const LOOK_AGAIN_MS = 20;

/**
 * Draws bands of a shared picture until none is left or somebody raised the stop flag. Every worker sets itself up
 * alone and a pixel depends only on the job, so the order of bands cannot change the bytes.
 */
export function drawShare(work: WorkerJob, onBand: () => void): void {
  const { job } = work;
  const counters = new Int32Array(work.counters);
  const pixels = new Uint8Array(work.pixels);
  const edges = work.edges
    ? {
        group: new Uint8Array(work.edges.group),
        depth: new Float32Array(work.edges.depth),
        tint: new Uint8Array(work.edges.tint),
        normals: work.edges.normals && new Int8Array(work.edges.normals),
      }
    : null;
  const bands = Math.ceil(job.heightPx / BAND_ROWS);
  const stopped = (): boolean => Atomics.load(counters, Slot.stop) !== 0;
  if (stopped()) return;
  preparePicture(job);
  const channels = channelsOf(job);
  while (!stopped()) {
    const band = Atomics.add(counters, Slot.nextBand, 1);
    if (band >= bands) break;
    const from = band * BAND_ROWS;
    renderRows(pixels, channels, from, Math.min(job.heightPx, from + BAND_ROWS), edges);
    const drawn = Atomics.add(counters, Slot.drawnBands, 1) + 1;
    if (drawn === bands) Atomics.notify(counters, Slot.drawnBands);
    onBand();
  }
  if (!edges) return;
  // The second pass looks at neighbour rows, so it waits for the last band of the others.
  for (;;) {
    const drawn = Atomics.load(counters, Slot.drawnBands);
    if (drawn >= bands || stopped()) break;
    Atomics.wait(counters, Slot.drawnBands, drawn, LOOK_AGAIN_MS);
  }
  while (!stopped()) {
    const band = Atomics.add(counters, Slot.nextEdgeBand, 1);
    if (band >= bands) break;
    const from = band * BAND_ROWS;
    finishRows(job, pixels, channels, edges, from, Math.min(job.heightPx, from + BAND_ROWS));
    Atomics.add(counters, Slot.finishedBands, 1);
    onBand();
  }
}
