import { nearest } from '../distance/map-distance.ts';
import { writeBackdrop, writeOpenBackdrop } from '../light/backdrop.ts';
import { measureFloorRow, room } from '../light/floor.ts';
import { lit } from '../light/lit.ts';
import { shadePoint } from '../light/shade.ts';
import { toneByte } from '../light/tone.ts';
import { aim, ray, view, viewAxes } from '../march/camera.ts';
import { TILE, tiles } from '../march/tile-depths.ts';
import { hit, measureNormal, normal, trace } from '../march/trace.ts';
import { inkTint } from '../paint/ink.ts';
import { paintPoint } from '../paint/paint-point.ts';
import type { EdgeMap } from './edge-map.ts';

/** Draws the rows [from, to) of the prepared picture into `out` (whole picture, `channels` bytes a pixel). */
export function renderRows(
  out: Uint8Array,
  channels: number,
  from: number,
  to: number,
  edges: EdgeMap | null,
): void {
  const width = view.widthPx;
  const step = room.sampleEvery;
  const samples = new Float32Array(Math.ceil(width / step) + 2);
  for (let y = from; y < to; y++) {
    const tileRow = ((y / TILE) | 0) * tiles.across;
    let measured = false;
    let lightVaries = false;
    let facing = 1;
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      const o = p * channels;
      const tile = tileRow + ((x / TILE) | 0);
      if (tiles.near[tile] < 1e8) {
        aim(x + 0.5, y + 0.5);
        if (trace(tiles.near[tile], tiles.far[tile], facing)) {
          const group = nearest.group + 1;
          shadeHit();
          facing = -(normal.x * ray.x + normal.y * ray.y + normal.z * ray.z);
          if (edges) {
            edges.group[p] = group;
            edges.depth[p] = hit.t;
            edges.tint[p] = inkTint();
            if (edges.normals) writeNormal(edges.normals, p * 3);
          }
          out[o] = toneByte(lit.r);
          out[o + 1] = toneByte(lit.g);
          out[o + 2] = toneByte(lit.b);
          if (channels === 4) out[o + 3] = 255;
          continue;
        }
      }
      if (!measured) {
        measured = true;
        lightVaries = measureFloorRow(y, samples);
      }
      let light = 1;
      if (lightVaries) {
        const a = x / step;
        const i = a | 0;
        light = samples[i] + (samples[i + 1] - samples[i]) * (a - i);
      }
      if (light === 1) writeOpenBackdrop(out, o, channels, x, y);
      else writeBackdrop(out, o, channels, x, y, light);
    }
  }
}

/** The direction of the hit as the camera sees it: right, up, towards the eye. */
function writeNormal(out: Int8Array, o: number): void {
  const { x, y, z } = normal;
  for (let i = 0; i < 3; i++)
    out[o + i] = Math.round(
      127 * (viewAxes[i * 3] * x + viewAxes[i * 3 + 1] * y + viewAxes[i * 3 + 2] * z),
    );
}

/** Right after `trace` was true: normal, paint and light of the hit, into `lit`. */
export function shadeHit(): void {
  const x = view.eyeX + ray.x * hit.t;
  const y = view.eyeY + ray.y * hit.t;
  const z = view.eyeZ + ray.z * hit.t;
  measureNormal(x, y, z);
  paintPoint(nearest.group, nearest.primitive, x, y, z);
  shadePoint(x, y, z);
}
