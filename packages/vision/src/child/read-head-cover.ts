import type { Chart } from './chart.ts';
import { colourDistance, type Lab, medianColour } from './colour.ts';

export interface HeadCoverReading {
  /** Left out where it could as well be hair over a collar of its colour. */
  readonly value: 'hijab' | undefined;
  /** Of the cloth, as it is in the photo. */
  readonly colour: Lab;
  readonly certainty: number;
}

const SAME_CLOTH = 17;
const SHADE_WEIGHT = 0.5;
const SKIN_LIKE = 15;
const SHARE_MIN = 0.75;
const DARK_CLOTH = 25;
const BROWN_HAIR = 42;

function visible(
  chart: Chart,
  person: Float32Array,
  box: readonly [number, number, number, number],
) {
  const [fromX, fromY, toX, toY] = box.map(Math.round);
  const colours: Lab[] = [];
  for (let y = Math.max(0, fromY ?? 0); y < Math.min(chart.side, toY ?? 0); y += 2) {
    for (let x = Math.max(0, fromX ?? 0); x < Math.min(chart.side, toX ?? 0); x += 2) {
      const i = y * chart.side + x;
      if (chart.inside[i] === 1 && (person[i] ?? 0) > 0.5) colours.push(chart.colourAt(x, y));
    }
  }
  return colours;
}

/**
 * A cloth that frames the whole face: one colour above the forehead, beside both cheeks and right under the chin,
 * where bare heads show neck. Nothing is said otherwise.
 */
export function readHeadCover(
  chart: Chart,
  person: Float32Array,
  skin: Lab,
): HeadCoverReading | undefined {
  const unit = chart.facePx;
  const top = chart.place(10);
  const chin = chart.place(152);
  const right = chart.place(234);
  const left = chart.place(454);
  const parts = [
    visible(chart, person, [
      top.x - 0.25 * unit,
      top.y - 0.3 * unit,
      top.x + 0.25 * unit,
      top.y - 0.12 * unit,
    ]),
    visible(chart, person, [
      right.x - 0.2 * unit,
      right.y,
      right.x - 0.06 * unit,
      chin.y - 0.2 * unit,
    ]),
    visible(chart, person, [
      left.x + 0.06 * unit,
      left.y,
      left.x + 0.2 * unit,
      chin.y - 0.2 * unit,
    ]),
    visible(chart, person, [
      chin.x - 0.2 * unit,
      chin.y + 0.12 * unit,
      chin.x + 0.2 * unit,
      chin.y + 0.35 * unit,
    ]),
  ];
  if (parts.some((part) => part.length < 6)) return undefined;
  const cloth = medianColour(parts.flat());
  if (colourDistance(cloth, skin, SHADE_WEIGHT) < SKIN_LIKE) return undefined;
  const shares = parts.map(
    (part) =>
      part.filter((colour) => {
        const away = colourDistance(colour, cloth, SHADE_WEIGHT);
        // A neck in shade is not far from brown either.
        return away < SAME_CLOTH && away < colourDistance(colour, skin, SHADE_WEIGHT);
      }).length / part.length,
  );
  const least = Math.min(...shares);
  if (least < SHARE_MIN) return undefined;
  return {
    value: couldBeHair(cloth) ? undefined : 'hijab',
    colour: cloth,
    certainty: couldBeHair(cloth) ? 0 : 0.45 + 0.35 * least,
  };
}

/** Black and brown: hair over a collar of its colour looks the same from here. */
function couldBeHair([l, a, b]: Lab): boolean {
  const chroma = Math.hypot(a, b);
  if (l < DARK_CLOTH && chroma < 12) return true;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return l < BROWN_HAIR && chroma < 26 && hue > 35 && hue < 95;
}
