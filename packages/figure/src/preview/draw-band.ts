import type { FigureJob } from '../figure-job.ts';
import { createEdgeMap, type EdgeMap } from '../picture/edge-map.ts';
import { channelsOf, preparePicture } from '../picture/prepare-picture.ts';
import { renderRows } from '../picture/render-rows.ts';
import { smoothEdges } from '../picture/smooth-edges.ts';
import type { BandOrder } from './preview-messages.ts';

/** Rows beyond a band that smoothing its edges looks at. */
const EDGE_REACH = 1;

/** What is kept between the bands of one picture. */
let drawing: { id: number; pixels: Uint8Array; edges: EdgeMap | null } | null = null;

function prepare(id: number, job: FigureJob): NonNullable<typeof drawing> {
  if (drawing?.id === id) return drawing;
  preparePicture(job);
  const size = job.widthPx * job.heightPx;
  drawing = {
    id,
    pixels: new Uint8Array(size * channelsOf(job)),
    edges: job.smoothEdges ? createEdgeMap(size) : null,
  };
  return drawing;
}

/**
 * Rows [from, to) of a picture as RGBA: the same bytes that `renderFigure` has there. Draws a row more on either
 * side, so that every band can be drawn without its neighbours.
 */
export function drawBand({ id, job, from, to }: BandOrder): Uint8ClampedArray<ArrayBuffer> {
  const { pixels, edges } = prepare(id, job);
  const channels = channelsOf(job);
  if (edges) {
    renderRows(
      pixels,
      channels,
      Math.max(0, from - EDGE_REACH),
      Math.min(job.heightPx, to + EDGE_REACH),
      edges,
    );
    smoothEdges(pixels, channels, edges, from, to);
  } else renderRows(pixels, channels, from, to, null);
  return withAlpha(pixels, channels, from * job.widthPx, to * job.widthPx);
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
