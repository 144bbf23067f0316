import { SceneBackdrop, sceneBackdrop } from '@lumiku/contract';
import { smoothStep } from '../distance/smooth.ts';
import type { Colour } from '../paint/ink.ts';
import type { LightRig } from './rigs.ts';
import { shading } from './shade.ts';
import { hatch } from './shade-drawn.ts';
import { beforeTone, byteAtPlace, toneByte, tonePlace } from './tone.ts';

type Kind = ReturnType<typeof sceneBackdrop>['kind'];

/** What stands behind the figure, in linear light; set once per picture. */
const paper = {
  kind: 'paper' as Kind,
  /** Whether its light changes evenly along a row: nothing is drawn on it. */
  isEven: true,
  widthPx: 1,
  heightPx: 1,
  /** The lit colour and the drawing on it. */
  r: 0.7,
  g: 0.7,
  b: 0.7,
  toR: 0.7,
  toG: 0.7,
  toB: 0.7,
  gain: 1,
  falloff: 0.3,
  leftR: 1,
  leftG: 1,
  leftB: 1,
  rightR: 1,
  rightG: 1,
  rightB: 1,
};

/** Hangs up the backdrop of a picture. `tone` (about 1) varies a paper a little from picture to picture. */
export function hangBackdrop(
  backdrop: string,
  rig: LightRig['backdrop'],
  tone: number,
  widthPx: number,
  heightPx: number,
): void {
  const named = SceneBackdrop.safeParse(backdrop);
  const { kind, colours } = named.success
    ? sceneBackdrop(named.data)
    : { kind: 'paper' as const, colours: [backdrop, backdrop] };
  const [first, second] = backdrop === 'transparent' ? ['#ffffff', '#ffffff'] : colours;
  paper.kind = kind;
  paper.isEven = kind === 'plain' || kind === 'paper' || kind === 'gradient';
  stretch.y = -1;
  const vary = kind === 'paper' ? tone : 1;
  [paper.r, paper.g, paper.b] = linear(first, vary);
  [paper.toR, paper.toG, paper.toB] = linear(second, vary);
  paper.gain = rig.gain;
  paper.falloff = kind === 'plain' ? rig.falloff * Math.max(0, 1 - rig.gain) : rig.falloff;
  [paper.leftR, paper.leftG, paper.leftB] = rig.left;
  [paper.rightR, paper.rightG, paper.rightB] = rig.right;
  paper.widthPx = widthPx;
  paper.heightPx = heightPx;
}

function linear(hex: string, k: number): Colour {
  const channel = (i: number): number => beforeTone(Number.parseInt(hex.slice(i, i + 2), 16)) * k;
  return [channel(1), channel(3), channel(5)];
}

/** Writes one backdrop pixel: lit colour and shadow, or shadow alone (as alpha) on a transparent picture. */
export function writeBackdrop(
  out: Uint8Array,
  o: number,
  channels: number,
  px: number,
  py: number,
  light: number,
): void {
  if (channels === 4) {
    out[o] = out[o + 1] = out[o + 2] = 0;
    out[o + 3] = Math.round(255 * (1 - light) * 0.8);
    return;
  }
  if (shading.style === 'line') {
    const ink = hatch(px, py, 1, (1 - light) * 1.2);
    out[o] = out[o + 1] = out[o + 2] = Math.round(255 * (1 - ink));
    return;
  }
  measurePaper(px, py, light);
  out[o] = toneByte(shown.r);
  out[o + 1] = toneByte(shown.g);
  out[o + 2] = toneByte(shown.b);
}

/** Linear light of the last measured place of the backdrop. */
const shown = { r: 0.5, g: 0.5, b: 0.5 };

function measurePaper(px: number, py: number, light: number): void {
  const x = px / paper.widthPx;
  const y = py / paper.heightPx;
  const u = (x - 0.5) * 1.1;
  const v = (y - 0.42) * 0.8;
  const bright =
    paper.kind === 'plain' && paper.falloff === 0
      ? paper.gain
      : paper.gain * Math.max(0.06, 1.03 - paper.falloff * Math.sqrt(u * u + v * v));
  const k = bright * light;
  const shade = 1 - light;
  const t = paper.kind === 'plain' || paper.kind === 'paper' ? 0 : drawing(x, y);
  const r = paper.r + (paper.toR - paper.r) * t;
  const g = paper.g + (paper.toG - paper.g) * t;
  const b = paper.b + (paper.toB - paper.b) * t;
  shown.r = r * k * (paper.leftR + (paper.rightR - paper.leftR) * x);
  shown.g = g * bright * (light + shade * 0.05) * (paper.leftG + (paper.rightG - paper.leftG) * x);
  shown.b = b * bright * (light + shade * 0.12) * (paper.leftB + (paper.rightB - paper.leftB) * x);
}

/** Pixels of a row whose light is measured at both ends and even in between. */
const STRETCH = 8;
/** The last stretch: where its light stands on the tone curve at its left end, and the step from pixel to pixel. */
const stretch = { x: -1, y: -1, r: 0, g: 0, b: 0, stepR: 0, stepG: 0, stepB: 0 };

/** The same for a whole pixel that nothing shades: most of a picture, so where nothing is drawn it is not measured anew. */
export function writeOpenBackdrop(
  out: Uint8Array,
  o: number,
  channels: number,
  px: number,
  py: number,
): void {
  if (channels === 4 || shading.style === 'line' || !paper.isEven) {
    writeBackdrop(out, o, channels, px, py, 1);
    return;
  }
  const left = px - (px % STRETCH);
  if (stretch.x !== left || stretch.y !== py) {
    stretch.x = left;
    stretch.y = py;
    measurePaper(left, py, 1);
    stretch.r = tonePlace(shown.r);
    stretch.g = tonePlace(shown.g);
    stretch.b = tonePlace(shown.b);
    measurePaper(left + STRETCH, py, 1);
    stretch.stepR = (tonePlace(shown.r) - stretch.r) / STRETCH;
    stretch.stepG = (tonePlace(shown.g) - stretch.g) / STRETCH;
    stretch.stepB = (tonePlace(shown.b) - stretch.b) / STRETCH;
  }
  const on = px - left;
  out[o] = byteAtPlace(stretch.r + on * stretch.stepR);
  out[o + 1] = byteAtPlace(stretch.g + on * stretch.stepG);
  out[o + 2] = byteAtPlace(stretch.b + on * stretch.stepB);
}

/** Share of the second colour at a place of the picture (0..1 across and down). */
function drawing(x: number, y: number): number {
  const aspect = paper.widthPx / paper.heightPx;
  const soft = 0.75 / paper.heightPx;
  const ax = (x - 0.5) * aspect;
  switch (paper.kind) {
    case 'gradient':
      return smoothStep(0, 1, y);
    case 'disc': {
      const radius = Math.min(0.3, aspect * 0.38);
      return smoothStep(radius + soft, radius - soft, Math.hypot(ax, y - 0.36));
    }
    case 'arch': {
      const half = Math.min(0.3, aspect * 0.39);
      const top = 0.1 + half;
      const away = y < top ? Math.hypot(ax, y - top) : Math.abs(ax);
      return smoothStep(half + soft, half - soft, away);
    }
    default:
      return kawung(ax, y, soft);
  }
}

const KAWUNG_TILES = 9;

/** Four pointed ovals around every crossing of a grid, a dot between them; in the manner of the Javanese cloth. */
function kawung(x: number, y: number, soft: number): number {
  const edge = soft * KAWUNG_TILES;
  const u = fold(x * KAWUNG_TILES);
  const v = fold(y * KAWUNG_TILES);
  const along = (u + v) * Math.SQRT1_2;
  const across = Math.abs(u - v) * Math.SQRT1_2;
  // The lens between two circles, laid along the diagonal of the tile.
  const middle = along - 0.354;
  const lens = Math.hypot(middle, across + 0.22) - 0.37;
  const seed = Math.hypot(middle, across) - 0.045;
  const dot = Math.hypot(0.5 - u, 0.5 - v) - 0.05;
  const oval = smoothStep(edge, -edge, lens) * (1 - smoothStep(edge, -edge, seed));
  return 0.85 * Math.max(oval, smoothStep(edge, -edge, dot));
}

/** Way to the nearest whole number. */
const fold = (n: number): number => Math.abs(n - Math.round(n));
