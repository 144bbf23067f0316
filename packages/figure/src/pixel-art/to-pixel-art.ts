import type { FigureJob, FigurePicture } from '../figure-job.ts';
import type { EdgeMap } from '../picture/edge-map.ts';
import { fewColours, nearestColour } from './few-colours.ts';
import { type PixelGrid, pixelGrid, SAMPLES } from './pixel-grid.ts';

const COLOURS = 40;
/** Steps between the shades of the backdrop; what lies between is dithered. */
const BACKDROP_STEP = 12;
const SHADOW_STEP = 48;
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
/** Dark features are smaller than a large pixel and count for more in it: darker than this, or than what is around. */
const DARK = 70;
const DARKER = 0.74;
const DARK_WEIGHT = 2.4;
/** A cell this much farther than its neighbour lies behind it, stature units. */
const BEHIND = 0.02;
const OUTLINE_SHADE = 0.26;
const BEHIND_SHADE = 0.72;

interface Cells {
  /** Four bytes a cell. */
  readonly rgba: Uint8Array;
  readonly depth: Float32Array;
}

/** Large pixels of few colours with a dark outline, from the small picture that was drawn (`drawnJob`). */
export function toPixelArt(
  job: FigureJob,
  drawn: FigurePicture,
  edges: Pick<EdgeMap, 'group' | 'depth'>,
): FigurePicture {
  const grid = pixelGrid(job);
  const cells = gatherCells(grid, drawn, edges);
  limitColours(grid, cells);
  const outlined = drawOutlines(grid, cells);
  return enlarge(job, grid, outlined, drawn.channels);
}

function gatherCells(
  { across, down }: PixelGrid,
  drawn: FigurePicture,
  edges: Pick<EdgeMap, 'group' | 'depth'>,
): Cells {
  const rgba = new Uint8Array(across * down * 4);
  const depth = new Float32Array(across * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const samples: number[] = [];
      let figure = 0;
      let near = Number.POSITIVE_INFINITY;
      for (let j = 0; j < SAMPLES; j++)
        for (let i = 0; i < SAMPLES; i++) {
          const p = (y * SAMPLES + j) * drawn.widthPx + x * SAMPLES + i;
          samples.push(p);
          if (edges.group[p] === 0) continue;
          figure++;
          near = Math.min(near, edges.depth[p]);
        }
      const cell = y * across + x;
      const isFigure = figure * 2 >= samples.length;
      depth[cell] = isFigure ? near : 0;
      const kept = samples.filter((p) => edges.group[p] > 0 === isFigure);
      rgba.set(isFigure ? mostSeen(drawn, kept) : meanOf(drawn, kept), cell * 4);
    }
  return { rgba, depth };
}

function meanOf({ pixels, channels }: FigurePicture, at: readonly number[]): number[] {
  const sum = [0, 0, 0, 0];
  for (const p of at)
    for (let c = 0; c < 4; c++) sum[c] += c < channels ? pixels[p * channels + c] : 255;
  return sum.map((v) => v / at.length);
}

/** The colour most of the samples have, rather than a mean nobody has. */
function mostSeen(drawn: FigurePicture, at: readonly number[]): number[] {
  const { pixels, channels } = drawn;
  const lights = at.map((p) => lightOf(pixels, p * channels));
  const dark = Math.max(DARK, (DARKER * lights.reduce((a, b) => a + b, 0)) / lights.length);
  const votes = new Map<number, { weight: number; at: number[] }>();
  for (const [i, p] of at.entries()) {
    const [r, g, b] = pixels.subarray(p * channels, p * channels + 3);
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const vote = votes.get(key) ?? { weight: 0, at: [] };
    vote.weight += (lights[i] ?? 0) < dark ? DARK_WEIGHT : 1;
    vote.at.push(p);
    votes.set(key, vote);
  }
  const [winner] = [...votes.values()].toSorted((a, b) => b.weight - a.weight);
  return meanOf(drawn, winner?.at ?? at);
}

const lightOf = (rgb: Uint8Array, o: number): number =>
  rgb[o] * 0.3 + rgb[o + 1] * 0.59 + rgb[o + 2] * 0.11;

function limitColours({ across, down }: PixelGrid, { rgba, depth }: Cells): void {
  const figure: number[] = [];
  for (let cell = 0; cell < across * down; cell++)
    if (depth[cell] > 0) figure.push(...rgba.subarray(cell * 4, cell * 4 + 3));
  const palette = fewColours(Uint8Array.from(figure), COLOURS);
  for (let cell = 0; cell < across * down; cell++) {
    const o = cell * 4;
    if (depth[cell] > 0) {
      const from = nearestColour(palette, rgba[o], rgba[o + 1], rgba[o + 2]);
      rgba.set(palette.subarray(from, from + 3), o);
      continue;
    }
    const x = cell % across;
    const y = (cell / across) | 0;
    const threshold = (BAYER[(y & 3) * 4 + (x & 3)] + 0.5) / 16;
    dither(rgba, o, threshold);
  }
}

/** Brightness in steps, the colour itself left as it is: else paper gets coloured specks. */
function dither(rgba: Uint8Array, o: number, threshold: number): void {
  const step = (v: number, size: number): number => Math.floor(v / size + threshold) * size;
  const bright = Math.max(1, rgba[o] * 0.3 + rgba[o + 1] * 0.59 + rgba[o + 2] * 0.11);
  const by = step(bright, BACKDROP_STEP) / bright;
  for (let c = 0; c < 3; c++) rgba[o + c] = Math.min(255, Math.round(rgba[o + c] * by));
  if (rgba[o + 3] < 255) rgba[o + 3] = Math.min(255, step(rgba[o + 3], SHADOW_STEP));
}

/** Cells around the figure take a dark shade of it, cells behind a nearer part a darker one of their own. */
function drawOutlines({ across, down }: PixelGrid, { rgba, depth }: Cells): Uint8Array {
  const out = rgba.slice();
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const cell = y * across + x;
      const around = [
        x > 0 ? cell - 1 : cell,
        x + 1 < across ? cell + 1 : cell,
        y > 0 ? cell - across : cell,
        y + 1 < down ? cell + across : cell,
      ];
      const beside = around.find((n) => depth[n] > 0);
      if (depth[cell] === 0 && beside !== undefined) shade(out, cell, rgba, beside, OUTLINE_SHADE);
      else if (
        depth[cell] > 0 &&
        around.some((n) => depth[n] > 0 && depth[cell] - depth[n] > BEHIND)
      )
        shade(out, cell, rgba, cell, BEHIND_SHADE);
    }
  return out;
}

function shade(out: Uint8Array, cell: number, from: Uint8Array, of: number, by: number): void {
  for (let c = 0; c < 3; c++) out[cell * 4 + c] = Math.round(from[of * 4 + c] * by);
  out[cell * 4 + 3] = 255;
}

function enlarge(
  { widthPx, heightPx }: FigureJob,
  { sidePx, across }: PixelGrid,
  rgba: Uint8Array,
  channels: 3 | 4,
): FigurePicture {
  const pixels = new Uint8Array(widthPx * heightPx * channels);
  const row = widthPx * channels;
  for (let y = 0; y < heightPx; y++) {
    const o = y * row;
    if (y % sidePx > 0) {
      pixels.copyWithin(o, o - row, o);
      continue;
    }
    const cells = ((y / sidePx) | 0) * across;
    for (let x = 0; x < widthPx; x++) {
      const from = (cells + ((x / sidePx) | 0)) * 4;
      for (let c = 0; c < channels; c++) pixels[o + x * channels + c] = rgba[from + c];
    }
  }
  return { pixels, widthPx, heightPx, channels };
}
