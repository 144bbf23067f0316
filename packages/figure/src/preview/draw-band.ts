import type { FigureJob } from '../figure-job.ts';
import { channelsOf } from '../picture/channels-of.ts';
import { createEdgeMap, type EdgeMap } from '../picture/edge-map.ts';
import { finishReach, finishRows, hasInk, needsEdges } from '../picture/finish-rows.ts';
import { preparePicture } from '../picture/prepare-picture.ts';
import { renderFigure } from '../picture/render-figure.ts';
import { renderRows } from '../picture/render-rows.ts';
import type { BandOrder } from './preview-messages.ts';

/** What is kept between the bands of one picture. */
let drawing: { id: number; pixels: Uint8Array; edges: EdgeMap | null } | null = null;

function prepare(id: number, job: FigureJob): NonNullable<typeof drawing> {
  if (drawing?.id === id) return drawing;
  preparePicture(job);
  const size = job.widthPx * job.heightPx;
  drawing = {
    id,
    pixels: new Uint8Array(size * channelsOf(job)),
    edges: needsEdges(job) ? createEdgeMap(size, hasInk(job)) : null,
  };
  return drawing;
}

/**
 * Rows [from, to) of a picture as RGBA: the same bytes that `renderFigure` has there. Draws rows more on either
 * side where edges and lines need them, so that every band can be drawn without its neighbours.
 */
export function drawBand({ id, job, from, to }: BandOrder): Uint8ClampedArray<ArrayBuffer> {
  if (job.shading === 'pixel') return pixelArt(job, from, to);
  const { pixels, edges } = prepare(id, job);
  const channels = channelsOf(job);
  if (edges) {
    const reach = finishReach(job);
    const last = Math.min(job.heightPx, to + reach);
    renderRows(pixels, channels, Math.max(0, from - reach), last, edges);
    finishRows(job, pixels, channels, edges, from, to);
  } else renderRows(pixels, channels, from, to, null);
  return withAlpha(pixels, channels, from * job.widthPx, to * job.widthPx);
}

/** Its colours are chosen from the whole picture, which is a small one. */
function pixelArt(job: FigureJob, from: number, to: number): Uint8ClampedArray<ArrayBuffer> {
  const { pixels, channels, widthPx } = renderFigure(job);
  return withAlpha(pixels, channels, from * widthPx, to * widthPx);
}

function withAlpha(
  pixels: Uint8Array,
  channels: 3 | 4,
  from: number,
  to: number,
): Uint8ClampedArray<ArrayBuffer> {
  if (channels === 4) return new Uint8ClampedArray(pixels.slice(from * 4, to * 4));
  const out = new Uint8ClampedArray((to - from) * 4);
  for (let p = from, o = 0; p < to; p++, o += 4) {
    out[o] = pixels[p * 3];
    out[o + 1] = pixels[p * 3 + 1];
    out[o + 2] = pixels[p * 3 + 2];
    out[o + 3] = 255;
  }
  return out;
}
