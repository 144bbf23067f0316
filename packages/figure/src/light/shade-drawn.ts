import { clamp01, smoothStep } from '../distance/smooth.ts';
import { ray, view } from '../march/camera.ts';
import { normal } from '../march/trace.ts';
import { ink } from '../paint/ink.ts';
import { lamps } from './lamps.ts';
import { CLOTH_WRAP, FLESH_WRAP, lit, reaching } from './lit.ts';
import { glint } from './shade-clay.ts';

/** The soft rig's own light, so that another rig tints a drawing by how it differs. */
const SOFT_KEY = [1.24, 1.16, 1.05] as const;
const SOFT_AROUND = [0.42, 0.41, 0.42] as const;

/** How strongly the key light falls on the point, 0..1, shadow included. */
function diffuse(): number {
  const wrap = ink.flesh ? FLESH_WRAP : CLOTH_WRAP;
  return clamp01((reaching.facing + wrap) / (1 + wrap)) * reaching.key;
}

/** From 0 (seen flat on) to 1 (seen edge on). */
const grazing = (): number =>
  1 - clamp01(-(normal.x * ray.x + normal.y * ray.y + normal.z * ray.z));

const rimLight = (): number =>
  clamp01(normal.x * lamps.rimX + normal.y * lamps.rimY + normal.z * lamps.rimZ);

/** Colours of a drawing: `bright` of the key light's tint and the rest of the surroundings', on the paint. */
function colour(bright: number, light: number, shade: number, vivid: number): void {
  const shadeLight = shade * (1 - bright);
  const r =
    ink.r * (bright * light * tint(lamps.keyR / SOFT_KEY[0]) + shadeLight * around(0) * 1.02);
  const g =
    ink.g * (bright * light * tint(lamps.keyG / SOFT_KEY[1]) + shadeLight * around(1) * 0.9);
  const b =
    ink.b * (bright * light * tint(lamps.keyB / SOFT_KEY[2]) + shadeLight * around(2) * 1.14);
  const grey = r * 0.3 + g * 0.59 + b * 0.11;
  lit.r = Math.max(0, grey + (r - grey) * vivid);
  lit.g = Math.max(0, grey + (g - grey) * vivid);
  lit.b = Math.max(0, grey + (b - grey) * vivid);
}

/** Flat colour shows the tint of a lamp more than modelled light does. */
const tint = (ratio: number): number => 0.4 + 0.6 * ratio;

function around(channel: 0 | 1 | 2): number {
  const l = lamps;
  const light =
    channel === 0
      ? l.skyR * 0.5 + l.baseR + l.fillR * 0.5
      : channel === 1
        ? l.skyG * 0.5 + l.baseG + l.fillG * 0.5
        : l.skyB * 0.5 + l.baseB + l.fillB * 0.5;
  return 0.25 + (0.75 * light) / SOFT_AROUND[channel];
}

function addLight(r: number, g: number, b: number, share: number): void {
  lit.r += r * share;
  lit.g += g * share;
  lit.b += b * share;
}

/** Rounder and brighter than clay: soft steps of light, strong colour, a bright outline where the rim lamp falls. */
export function shadeCartoon(): void {
  const d = diffuse();
  const bright = 0.42 * smoothStep(0.02, 0.3, d) + 0.58 * smoothStep(0.3, 0.52, d);
  const open = 0.55 + 0.45 * smoothStep(0.25, 0.8, reaching.open);
  colour(bright, 1.6 * open, 0.88 * open, ink.flesh ? 1.06 : 1.24);
  const edge = smoothStep(0.5, 0.8, grazing()) * smoothStep(0.15, 0.5, rimLight());
  addLight(lamps.rimR, lamps.rimG, lamps.rimB, edge * 0.3);
  const shine = ink.shine * smoothStep(0.35, 0.6, glint(normal.x, normal.y, normal.z));
  addLight(1, 1, 1, shine * 0.9 * reaching.key);
}

/** Anime: one flat light, one flat shade, a band of light on the hair. */
export function shadeCel(): void {
  const d = diffuse();
  const bright = smoothStep(0.3, 0.335, d) * smoothStep(0.3, 0.36, reaching.open);
  const deep = 1 - 0.22 * smoothStep(0.42, 0.36, reaching.open);
  colour(bright, 1.58, 0.95 * deep, ink.flesh ? 1.04 : 1.2);
  if (ink.halo > 0)
    addLight(0.1 + ink.r, 0.095 + ink.g, 0.1 + ink.b, ink.halo * (0.35 + 0.65 * bright));
  const edge = smoothStep(0.66, 0.7, grazing()) * smoothStep(0.45, 0.5, rimLight());
  addLight(lamps.rimR * ink.r, lamps.rimG * ink.g, lamps.rimB * ink.b, edge * 1.1);
  if (ink.shine > 0.2)
    addLight(1, 1, 1, smoothStep(0.4, 0.5, glint(normal.x, normal.y, normal.z)) * ink.shine);
}

/** White paper, black ink: dark paint is filled in, shade is hatched. */
export function shadeLine(): void {
  // Strands of one head of hair are not filled in here and hatched there.
  const light = (ink.r * 0.3 + ink.g * 0.59 + ink.b * 0.11) / ink.strand;
  const d = diffuse();
  const isGloss = light < 0.09 && ink.halo > 0.5;
  if (light < 0.045 && !isGloss) {
    lit.r = lit.g = lit.b = 0;
    return;
  }
  const shade = smoothStep(0.26, 0.04, d) * 0.5 + smoothStep(0.5, 0.25, reaching.open) * 0.3;
  const tone = isGloss ? 0 : Math.max(shade, smoothStep(0.16, 0.05, light) * 0.6);
  const ink01 = Math.max(hatch(ray.px, ray.py, 1, tone), hatch(ray.px, ray.py, -1, tone - 0.62));
  lit.r = lit.g = lit.b = WHITE * (1 - ink01) * (1 - ink01);
}

/** Light that the tone curve turns into white. */
const WHITE = 4;

/** Half the width below which a slanting stroke breaks into dots. */
const THINNEST_STROKE_PX = 0.62;

/** Coverage of a point of the picture by parallel strokes that lean by `lean` and grow with `tone`. */
export function hatch(px: number, py: number, lean: 1 | -1, tone: number): number {
  if (tone < 0.08) return 0;
  const period = Math.max(4, view.heightPx * 0.0082);
  const across = (px + lean * py) * Math.SQRT1_2;
  const place = across / period;
  const away = Math.abs(place - Math.round(place)) * period;
  const half = Math.max(THINNEST_STROKE_PX, Math.min(0.42, 0.05 + 0.24 * tone) * period * 0.72);
  return clamp01(half - away + 0.5);
}
