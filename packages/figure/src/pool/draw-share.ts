import { channelsOf } from '../picture/channels-of.ts';
import type { EdgeMap } from '../picture/edge-map.ts';
import { finishRows } from '../picture/finish-rows.ts';
import { preparePicture } from '../picture/prepare-picture.ts';
import { renderRows } from '../picture/render-rows.ts';
import { growTogether } from './grow-together.ts';
import { BAND_ROWS, Slot, type WorkerJob, waitFor } from './worker-job.ts';

/**
 * Draws bands of a shared picture until none is left or somebody raised the stop flag. A pixel depends only on the job,
 * so the order of bands cannot change the bytes.
 */
export function drawShare(work: WorkerJob, onBand: () => void): void {
  const { job, team } = work;
  const counters = new Int32Array(work.counters);
  if (Atomics.load(counters, Slot.stop) !== 0) return;
  if (!preparePicture(job, team ? () => growTogether(counters, team) : undefined)) return;
  Atomics.add(counters, Slot.equipped, 1);
  Atomics.notify(counters, Slot.equipped);
  const pixels = new Uint8Array(work.pixels);
  const edges = edgeMapOf(work);
  const channels = channelsOf(job);
  const bands = Math.ceil(job.heightPx / BAND_ROWS);
  takeBands(counters, Slot.nextBand, bands, (band) => {
    const from = band * BAND_ROWS;
    renderRows(pixels, channels, from, Math.min(job.heightPx, from + BAND_ROWS), edges);
    const drawn = Atomics.add(counters, Slot.drawnBands, 1) + 1;
    if (drawn === bands) Atomics.notify(counters, Slot.drawnBands);
    onBand();
  });
  // The second pass looks at neighbour rows, so it waits for the last band of the others.
  if (edges && waitFor(counters, Slot.drawnBands, bands))
    takeBands(counters, Slot.nextEdgeBand, bands, (band) => {
      const from = band * BAND_ROWS;
      finishRows(job, pixels, channels, edges, from, Math.min(job.heightPx, from + BAND_ROWS));
      Atomics.add(counters, Slot.finishedBands, 1);
      onBand();
    });
  // Another thread may still be copying this one's tree, which the next picture overwrites.
  if (team) waitFor(counters, Slot.equipped, team.trees.length);
}

function takeBands(
  counters: Int32Array,
  slot: number,
  bands: number,
  draw: (band: number) => void,
): void {
  while (Atomics.load(counters, Slot.stop) === 0) {
    const band = Atomics.add(counters, slot, 1);
    if (band >= bands) return;
    draw(band);
  }
}

function edgeMapOf({ edges }: WorkerJob): EdgeMap | null {
  if (!edges) return null;
  return {
    group: new Uint8Array(edges.group),
    depth: new Float32Array(edges.depth),
    tint: new Uint8Array(edges.tint),
    normals: edges.normals && new Int8Array(edges.normals),
  };
}
