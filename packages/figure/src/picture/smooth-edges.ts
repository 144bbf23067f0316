import { floorLightAlongRay, writeBackdrop } from '../light/floor.ts';
import { lit } from '../light/shade.ts';
import { toneByte } from '../light/tone.ts';
import { aim, view } from '../march/camera.ts';
import { TILE, tiles } from '../march/tile-depths.ts';
import { trace } from '../march/trace.ts';
import type { EdgeMap } from './edge-map.ts';
import { shadeHit } from './render-rows.ts';

/** Four samples on a rotated grid. */
const OFFSETS_X = [0.125, 0.625, 0.375, 0.875];
const OFFSETS_Y = [0.375, 0.125, 0.875, 0.625];
/** Depth bend that counts as an edge, stature units. */
const BEND = 0.007;
/** Difference of paint that counts as an edge: a stripe, a button, a lip. */
const TINT_STEP = 26;

/** Second pass over the rows [from, to): where group, depth or paint jumps, a pixel becomes the mean of four samples. */
export function smoothEdges(
  out: Uint8Array,
  channels: number,
  edges: EdgeMap,
  from: number,
  to: number,
): void {
  const { group, depth, tint } = edges;
  const width = view.widthPx;
  const height = view.heightPx;
  const one = new Uint8Array(4);
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      const l = x > 0 ? p - 1 : p;
      const r = x + 1 < width ? p + 1 : p;
      const u = y > 0 ? p - width : p;
      const d = y + 1 < height ? p + width : p;
      const g = group[p];
      if (g === group[l] && g === group[r] && g === group[u] && g === group[d]) {
        if (g === 0) continue;
        const bendX = Math.abs(depth[l] + depth[r] - 2 * depth[p]);
        const bendY = Math.abs(depth[u] + depth[d] - 2 * depth[p]);
        const tintX = Math.abs(tint[l] - tint[p]) + Math.abs(tint[r] - tint[p]);
        const tintY = Math.abs(tint[u] - tint[p]) + Math.abs(tint[d] - tint[p]);
        if (bendX < BEND && bendY < BEND && tintX < TINT_STEP && tintY < TINT_STEP) continue;
      }
      writeMean(out, p * channels, channels, x, y, one);
    }
}

function writeMean(
  out: Uint8Array,
  o: number,
  channels: number,
  x: number,
  y: number,
  one: Uint8Array,
): void {
  const tile = ((y / TILE) | 0) * tiles.across + ((x / TILE) | 0);
  const near = tiles.near[tile];
  const far = tiles.far[tile];
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (let q = 0; q < 4; q++) {
    const sx = x + OFFSETS_X[q];
    const sy = y + OFFSETS_Y[q];
    aim(sx, sy);
    if (near < 1e8 && trace(near, far)) {
      shadeHit();
      one[0] = toneByte(lit.r);
      one[1] = toneByte(lit.g);
      one[2] = toneByte(lit.b);
      one[3] = 255;
    } else writeBackdrop(one, 0, channels, sx, sy, floorLightAlongRay());
    const weight = channels === 4 ? one[3] : 255;
    red += one[0] * weight;
    green += one[1] * weight;
    blue += one[2] * weight;
    alpha += weight;
  }
  const whole = alpha || 1;
  out[o] = Math.round(red / whole);
  out[o + 1] = Math.round(green / whole);
  out[o + 2] = Math.round(blue / whole);
  if (channels === 4) out[o + 3] = Math.round(alpha / 4);
}
