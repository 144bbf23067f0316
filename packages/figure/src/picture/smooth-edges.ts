import { view } from '../march/camera.ts';
import type { EdgeMap } from './edge-map.ts';
import { smoothPaint } from './smooth-paint.ts';
import { smoothShape } from './smooth-shape.ts';

/** Depth bend that counts as an edge, stature units. */
const BEND = 0.007;
/** Difference of paint that counts as an edge: a stripe, a button, a lip. */
const TINT_STEP = 26;

/** Second pass over the rows [from, to): where group, depth or paint jumps, a pixel becomes the mean of samples. */
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
        if (bendX < BEND && bendY < BEND) {
          if (tintX >= TINT_STEP || tintY >= TINT_STEP)
            smoothPaint(out, p * channels, x, y, depth[p]);
          continue;
        }
      }
      smoothShape(out, p * channels, channels, x, y, edges);
    }
}
