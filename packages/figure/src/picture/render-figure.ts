import type { FigureJob, FigurePicture } from '../figure-job.ts';
import { createEdgeMap } from './edge-map.ts';
import { channelsOf, preparePicture } from './prepare-picture.ts';
import { renderRows } from './render-rows.ts';
import { smoothEdges } from './smooth-edges.ts';

/**
 * Draws a figure on the calling thread; blocks it for tenths of a second. Servers use `createFigurePool`.
 * @throws Error when the job's size or backdrop is wrong or the figure does not fit the fixed tables
 */
export function renderFigure(job: FigureJob): FigurePicture {
  preparePicture(job);
  const channels = channelsOf(job);
  const size = job.widthPx * job.heightPx;
  const pixels = new Uint8Array(size * channels);
  const edges = job.smoothEdges ? createEdgeMap(size) : null;
  renderRows(pixels, channels, 0, job.heightPx, edges);
  if (edges) smoothEdges(pixels, channels, edges, 0, job.heightPx);
  return { pixels, widthPx: job.widthPx, heightPx: job.heightPx, channels };
}
