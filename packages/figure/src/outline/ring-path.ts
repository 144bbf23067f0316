import type { Ring } from './contours.ts';
import { type Cubic, directionOf, fitCurve, type Vector } from './fit-curve.ts';

/** Points before and after a corner between which the line's turn is measured. */
const LOOK = 3;
/** A sharper turn than this (cosine) stays a corner. */
const CORNER = Math.cos((52 * Math.PI) / 180);

/** A closed line as smooth curves with its corners kept, as SVG path data; '' for a speck. */
export function ringPath(ring: Ring, tolerance: number, leastArea: number): string {
  const count = ring.length / 2;
  if (count < 6 || Math.abs(areaOf(ring)) < leastArea) return '';
  const corners = cornersOf(ring);
  const first = corners[0] ?? 0;
  // Begun at a corner and ended there, so that no curve goes around one.
  const open = new Float64Array(ring.length + 2);
  for (let i = 0; i <= count; i++) {
    const from = (first + i) % count;
    open[2 * i] = ring[2 * from];
    open[2 * i + 1] = ring[2 * from + 1];
  }
  const isSmooth = corners.length === 0;
  const stops = corners.length > 1 ? corners.map((corner) => corner - first) : [0, count >> 1];
  const curves = stops.flatMap((from, i) => {
    const to = stops[i + 1] ?? count;
    const isCorner = (stop: number): boolean =>
      !isSmooth && (corners.length > 1 || stop % count === 0);
    const ends = [leaving(open, from, to, isCorner(from)), leaving(open, to, from, isCorner(to))];
    return fitCurve(open, [from, to], [ends[0], ends[1]], tolerance);
  });
  return `M${number(open[0])} ${number(open[1])}${curves.map(curveData).join('')}Z`;
}

/** Direction in which a curve leaves point `at` for `towards`: along its own side of a corner, else through the point. */
function leaving(open: Float64Array, at: number, towards: number, isCorner: boolean): Vector {
  const count = open.length / 2 - 1;
  const step = towards > at ? 1 : -1;
  const ahead = at + step * Math.min(isCorner ? LOOK : 2, Math.abs(towards - at));
  const behind = isCorner ? at : (at - step * 2 + count) % count;
  return directionOf(open, behind, ahead);
}

const number = (v: number): string => String(Math.round(v * 100) / 100);
const curveData = ([, , bx, by, cx, cy, dx, dy]: Cubic): string =>
  `C${[bx, by, cx, cy, dx, dy].map(number).join(' ')}`;

/** Signed; twice the shoelace sum is not needed. */
function areaOf(ring: Ring): number {
  let sum = 0;
  const last = ring.length - 2;
  for (let i = 0, j = last; i <= last; j = i, i += 2)
    sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return sum / 2;
}

function cornersOf(ring: Ring): number[] {
  const count = ring.length / 2;
  const cosine = (i: number): number => {
    const at = (k: number): number => 2 * ((i + k + count) % count);
    const a = at(-LOOK);
    const b = at(0);
    const c = at(LOOK);
    const ux = ring[b] - ring[a];
    const uy = ring[b + 1] - ring[a + 1];
    const vx = ring[c] - ring[b];
    const vy = ring[c + 1] - ring[b + 1];
    return (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy) || 1);
  };
  const turns = Array.from({ length: count }, (_, i) => cosine(i));
  return turns.flatMap((turn, i) => {
    const around = [-2, -1, 1, 2].map((k) => turns[(i + k + count) % count]);
    const isSharpest = around.every((other, k) => (k < 2 ? turn < other : turn <= other));
    return turn < CORNER && isSharpest ? [i] : [];
  });
}
