import type { Chart } from './chart.ts';
import { colourDistance, type Lab, medianColour } from './colour.ts';

export interface HairRegion {
  /** 1 where there is hair (or cloth of its colour). */
  readonly area: Uint8Array;
  readonly colour: Lab;
  /** Share of the strip above the forehead that looks like skin, 0..1. */
  readonly bareShare: number;
  /** Share of the strip above the forehead that belongs to the person, 0..1. */
  readonly seenShare: number;
}

const PERSON_MIN = 0.5;
const SKIN_LIKE = 13;
const NEAR_HAIR = 24;
const SHADE_WEIGHT = 0.6;

/** Pixels of the strip right above the forehead that belong to the person. */
function stripAbove(chart: Chart, person: Float32Array): number[] {
  const top = chart.place(10);
  const pixels: number[] = [];
  for (let y = Math.round(top.y - 0.3 * chart.facePx); y < top.y - 0.05 * chart.facePx; y += 1) {
    for (let x = Math.round(top.x - 0.28 * chart.facePx); x < top.x + 0.28 * chart.facePx; x += 1) {
      pixels.push(y * chart.side + x);
    }
  }
  return pixels.filter((i) => chart.inside[i] === 1 && (person[i] ?? 0) >= PERSON_MIN);
}

/** Grows the hair from above the forehead over what has its colour, is the person and is not the face. */
export function growHair(
  chart: Chart,
  person: Float32Array,
  face: Uint8Array,
  skin: Lab,
): HairRegion | undefined {
  const colourOf = (i: number) => chart.colourAt(i % chart.side, Math.floor(i / chart.side));
  const strip = stripAbove(chart, person);
  const stripSize = 0.25 * chart.facePx * 0.56 * chart.facePx;
  if (strip.length < stripSize * 0.1) return undefined;
  const covered = strip.filter((i) => colourDistance(colourOf(i), skin, SHADE_WEIGHT) > SKIN_LIKE);
  const shares = {
    bareShare: 1 - covered.length / strip.length,
    seenShare: Math.min(1, strip.length / stripSize),
  };
  const area = new Uint8Array(chart.side * chart.side);
  if (covered.length < 8) return { area, colour: skin, ...shares };

  const first = medianColour(covered.map(colourOf));
  const core = covered.filter((i) => colourDistance(colourOf(i), first, SHADE_WEIGHT) < NEAR_HAIR);
  const colour = medianColour((core.length > 0 ? core : covered).map(colourOf));
  const open = [...core];
  for (const i of open) area[i] = 1;
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    for (const next of [i - 1, i + 1, i - chart.side, i + chart.side]) {
      if (next < 0 || next >= area.length || area[next] === 1 || face[next] === 1) continue;
      if (chart.inside[next] !== 1 || (person[next] ?? 0) < PERSON_MIN) continue;
      const pixel = colourOf(next);
      const toHair = colourDistance(pixel, colour, SHADE_WEIGHT);
      if (toHair > NEAR_HAIR || toHair > colourDistance(pixel, skin, SHADE_WEIGHT)) continue;
      area[next] = 1;
      open.push(next);
    }
  }
  return { area, colour, ...shares };
}
