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
        if (bendX < BEND && bendY < BEND) {
          if (paintSteps(tint, p, l, r, u, d)) smoothPaint(out, p * channels, x, y, depth[p]);
          continue;
        }
      }
      const isPlain = !paintStepsWithin(edges, p, l, r, u, d);
      smoothShape(out, p * channels, channels, x, y, edges, isPlain);
    }
}

/** Whether the paint of a pixel differs from that of its neighbours. */
const paintSteps = (
  tint: Uint8Array,
  p: number,
  l: number,
  r: number,
  u: number,
  d: number,
): boolean =>
  Math.abs(tint[l] - tint[p]) + Math.abs(tint[r] - tint[p]) >= TINT_STEP ||
  Math.abs(tint[u] - tint[p]) + Math.abs(tint[d] - tint[p]) >= TINT_STEP;

/** The same among the neighbours of its own part. */
function paintStepsWithin(
  { group, tint }: EdgeMap,
  p: number,
  l: number,
  r: number,
  u: number,
  d: number,
): boolean {
  const g = group[p];
  return paintSteps(
    tint,
    p,
    group[l] === g ? l : p,
    group[r] === g ? r : p,
    group[u] === g ? u : p,
    group[d] === g ? d : p,
  );
}
