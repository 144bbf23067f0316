import type { FigureJob, FigurePicture } from '../figure-job.ts';
import { drawnJob } from '../pixel-art/pixel-grid.ts';
import { toPixelArt } from '../pixel-art/to-pixel-art.ts';
import { channelsOf } from './channels-of.ts';
import { checkJob } from './check-job.ts';
import { createEdgeMap } from './edge-map.ts';
import { finishRows, hasInk, needsEdges } from './finish-rows.ts';
import { preparePicture } from './prepare-picture.ts';
import { renderRows } from './render-rows.ts';

/**
 * Draws a figure on the calling thread; blocks it for tenths of a second. Servers use `createFigurePool`.
 * @throws Error when the job's size or backdrop is wrong or the figure does not fit the fixed tables
 */
export function renderFigure(job: FigureJob): FigurePicture {
  checkJob(job);
  const drawn = drawnJob(job);
  preparePicture(drawn);
  const channels = channelsOf(drawn);
  const { widthPx, heightPx } = drawn;
  const pixels = new Uint8Array(widthPx * heightPx * channels);
  const edges = needsEdges(drawn) ? createEdgeMap(widthPx * heightPx, hasInk(drawn)) : null;
  renderRows(pixels, channels, 0, heightPx, edges);
  if (edges) finishRows(drawn, pixels, channels, edges, 0, heightPx);
  const picture = { pixels, widthPx, heightPx, channels };
  return edges && job.shading === 'pixel' ? toPixelArt(job, picture, edges) : picture;
}
