import type { Chart } from './chart.ts';
import { type Lab, quantile } from './colour.ts';

/** Lid lines from the outer to the inner corner, by mesh point. */
const EYES = [
  { upper: [33, 160, 159, 158, 133], lower: [33, 144, 145, 153, 133] },
  { upper: [263, 387, 386, 385, 362], lower: [263, 373, 374, 380, 362] },
] as const;

/** Less open than this (pixels of the chart), lashes and lids cover the white. */
const OPEN_MIN = 5;
const SHARE_FROM = 0.08;
const SHARE_TO = 0.92;
/** The white has less colour than skin or a coloured iris. */
const CHROMA_MAX = 22;

/**
 * L* of the white of the eyes, of the eye in better light: about the same in everybody, so it tells a dim photo from
 * dark skin. Undefined where the eyes are shut, too small or behind dark lenses.
 * @param face drawn with `FACE_LAYOUT`.
 */
export function eyeWhite(face: Chart): number | undefined {
  const seen = EYES.map(({ upper, lower }) => whiteBetween(face, upper, lower)).filter(
    (light) => light !== undefined,
  );
  return seen.length === 0 ? undefined : Math.max(...seen);
}

function whiteBetween(
  face: Chart,
  upper: readonly number[],
  lower: readonly number[],
): number | undefined {
  const lids = [upper, lower].map((line) => line.map((point) => face.place(point)));
  const [above = [], below = []] = lids;
  const outer = above[0];
  const inner = above.at(-1);
  if (!outer || !inner) return undefined;
  const lights: number[] = [];
  let open = 0;
  for (let share = SHARE_FROM; share <= SHARE_TO; share += 0.02) {
    const x = outer.x + (inner.x - outer.x) * share;
    const from = heightAt(above, x);
    const to = heightAt(below, x);
    open = Math.max(open, to - from);
    for (let y = from + 0.2 * (to - from); y <= to - 0.15 * (to - from); y += 1) {
      const [l, a, b]: Lab = face.colourAt(x, y);
      if (Math.hypot(a, b) < CHROMA_MAX) lights.push(l);
    }
  }
  return open < OPEN_MIN || lights.length < 40 ? undefined : quantile(lights, 0.85);
}

/** Height of a line of points at `x`. */
function heightAt(line: readonly { readonly x: number; readonly y: number }[], x: number): number {
  for (const [i, b] of line.entries()) {
    const a = line[i - 1];
    if (!a || (x - a.x) * (x - b.x) > 0) continue;
    return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x || 1);
  }
  return line[0]?.y ?? 0;
}
