import type { Chart } from './chart.ts';
import { colourDistance, type Lab, medianColour } from './colour.ts';

export interface ClothesReading {
  /** Of most of the top, as it is in the photo. */
  readonly colour: Lab;
  readonly certainty: number;
}

const SAMPLES_MIN = 120;
const SKIN_LIKE = 14;
const SAME = 20;
const SHADE_WEIGHT = 0.5;

/** The commonest colour of what is worn below the chin; undefined when the photo ends there. */
export function readClothes(
  chart: Chart,
  person: Float32Array,
  hair: Uint8Array | undefined,
  skin: Lab,
): ClothesReading | undefined {
  const chin = chart.place(152);
  const colours: Lab[] = [];
  for (let y = Math.round(chin.y + 0.5 * chart.facePx); y < chart.side - 1; y += 2) {
    for (let x = Math.round(chin.x - chart.facePx); x < chin.x + chart.facePx; x += 2) {
      const i = y * chart.side + x;
      if (x < 0 || x >= chart.side || chart.inside[i] !== 1 || (person[i] ?? 0) < 0.6) continue;
      if (hair?.[i] === 1) continue;
      const colour = chart.colourAt(x, y);
      if (colourDistance(colour, skin, SHADE_WEIGHT) > SKIN_LIKE) colours.push(colour);
    }
  }
  if (colours.length < SAMPLES_MIN) return undefined;
  let best: Lab[] = [];
  for (let i = 0; i < colours.length; i += Math.ceil(colours.length / 24)) {
    const seed = colours[i];
    if (!seed) continue;
    const alike = colours.filter((colour) => colourDistance(colour, seed, SHADE_WEIGHT) < SAME);
    if (alike.length > best.length) best = alike;
  }
  const share = best.length / colours.length;
  return { colour: medianColour(best), certainty: 0.3 + 0.5 * share };
}
