import { nearest } from '../distance/map-distance.ts';
import { writeBackdrop } from '../light/backdrop.ts';
import { floorLightAlongRay } from '../light/floor.ts';
import { lit } from '../light/lit.ts';
import { toneByte } from '../light/tone.ts';
import { aim, view } from '../march/camera.ts';
import { TILE, tiles } from '../march/tile-depths.ts';
import { hit, trace } from '../march/trace.ts';
import type { EdgeMap } from './edge-map.ts';
import { shadeHit } from './render-rows.ts';
import { SUB_PIXELS } from './sub-pixels.ts';

/** How far before and behind the depths around a pixel its samples may hit. */
const BEFORE = 0.012;
const BEHIND = 0.03;
/** Bytes by which samples may differ and still agree. */
const AGREE = 6;

/** Samples of one part this near to each other in depth have one colour. */
const SAME_PLACE = 0.004;

/** What the pixel's own ray hit. */
const own = { group: 0, depth: 0 };
const sums = { red: 0, green: 0, blue: 0, alpha: 0 };
const sample = new Uint8Array(4);

/**
 * Smooths a pixel where shapes meet or end: the mean of four samples, or of three where the first two change nothing.
 * `isPlain`: its paint is that of its neighbours, so samples of its own part need no light of their own.
 */
export function smoothShape(
  out: Uint8Array,
  o: number,
  channels: number,
  x: number,
  y: number,
  edges: EdgeMap,
  isPlain: boolean,
): void {
  const tile = ((y / TILE) | 0) * tiles.across + ((x / TILE) | 0);
  const around = depthsAround(edges, x, y);
  const near = Math.max(tiles.near[tile], around.near - BEFORE);
  const far = around.isOpen ? Math.min(tiles.far[tile], around.far + BEHIND) : tiles.far[tile];
  const isAlone = tiles.near[tile] >= 1e8;
  const p = y * view.widthPx + x;
  own.group = isPlain ? edges.group[p] : -1;
  own.depth = edges.depth[p];
  sums.red = sums.green = sums.blue = sums.alpha = 0;
  let agreeing = 0;
  for (let q = 0; q < 4; q++) {
    if (q === 2 && agreeing === 2) {
      // The pixel's own sample stands in for the other two.
      for (let i = 0; i < channels; i++) sample[i] = out[o + i];
      addSample(channels);
      addSample(channels);
      break;
    }
    const [dx, dy] = SUB_PIXELS[q];
    if (!takeSample(x + dx, y + dy, isAlone ? 1e9 : near, far, channels))
      for (let i = 0; i < channels; i++) sample[i] = out[o + i];
    addSample(channels);
    if (agrees(out, o, channels)) agreeing++;
  }
  const whole = sums.alpha || 1;
  out[o] = Math.round(sums.red / whole);
  out[o + 1] = Math.round(sums.green / whole);
  out[o + 2] = Math.round(sums.blue / whole);
  if (channels === 4) out[o + 3] = Math.round(sums.alpha / 4);
}

function takeSample(x: number, y: number, near: number, far: number, channels: number): boolean {
  aim(x, y);
  if (near < far && trace(near, far, 1)) {
    // The pixel's own sample hit the same part right here: its colour is known.
    if (nearest.group + 1 === own.group && Math.abs(hit.t - own.depth) < SAME_PLACE) return false;
    shadeHit();
    sample[0] = toneByte(lit.r);
    sample[1] = toneByte(lit.g);
    sample[2] = toneByte(lit.b);
    sample[3] = 255;
  } else writeBackdrop(sample, 0, channels, x, y, floorLightAlongRay());
  return true;
}

function addSample(channels: number): void {
  const weight = channels === 4 ? sample[3] : 255;
  sums.red += sample[0] * weight;
  sums.green += sample[1] * weight;
  sums.blue += sample[2] * weight;
  sums.alpha += weight;
}

function agrees(out: Uint8Array, o: number, channels: number): boolean {
  for (let i = 0; i < channels; i++) if (Math.abs(out[o + i] - sample[i]) > AGREE) return false;
  return true;
}

const found = { near: 0, far: 0, isOpen: false };

/** Nearest and farthest hit among a pixel and its eight neighbours; open where one of them saw the backdrop. */
function depthsAround(edges: EdgeMap, x: number, y: number): typeof found {
  const { group, depth } = edges;
  const width = view.widthPx;
  found.near = 1e9;
  found.far = 0;
  found.isOpen = false;
  const x1 = Math.min(x + 1, width - 1);
  const y1 = Math.min(y + 1, view.heightPx - 1);
  for (let v = Math.max(0, y - 1); v <= y1; v++)
    for (let u = Math.max(0, x - 1); u <= x1; u++) {
      const p = v * width + u;
      if (group[p] === 0) found.isOpen = true;
      else {
        found.near = Math.min(found.near, depth[p]);
        found.far = Math.max(found.far, depth[p]);
      }
    }
  return found;
}
