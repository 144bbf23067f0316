import { beforeTone } from '../light/tone.ts';

/** Linear colour, three numbers. */
export type Colour = readonly [r: number, g: number, b: number];

/**
 * The paint of the point being shaded. `rough` 0 mirror … 1 chalk; `flesh` lets light travel under the surface; `halo`
 * 0..1 is the bright band that drawn styles put on hair; `strand` is how much darker or lighter than the hair's own
 * colour its strand is.
 */
export const ink = {
  r: 0.5,
  g: 0.5,
  b: 0.5,
  shine: 0.04,
  rough: 0.8,
  flesh: false,
  halo: 0,
  strand: 1,
};

/** How bright the studio lights a surface that faces it. */
const STUDIO_LIGHT = 1.5;
/** No paint throws back more light than this. */
const BRIGHTEST_PAINT = 0.86;

/** The paint that looks like `#rrggbb` in the studio's light and through the picture's tone curve. */
export function pigment(hex: string): Colour {
  const channel = (i: number): number =>
    Math.min(BRIGHTEST_PAINT, beforeTone(Number.parseInt(hex.slice(i, i + 2), 16)) / STUDIO_LIGHT);
  return [channel(1), channel(3), channel(5)];
}

export function fillInk(c: Colour, k = 1): void {
  ink.r = c[0] * k;
  ink.g = c[1] * k;
  ink.b = c[2] * k;
}

/** Mixes the share `t` of `c` into the ink. */
export function mixInk(c: Colour, t: number): void {
  ink.r += (c[0] - ink.r) * t;
  ink.g += (c[1] - ink.g) * t;
  ink.b += (c[2] - ink.b) * t;
}

/** Multiplies the ink by the three factors, as far as the share `t`. */
export function stainInk(r: number, g: number, b: number, t: number): void {
  ink.r += ink.r * (r - 1) * t;
  ink.g += ink.g * (g - 1) * t;
  ink.b += ink.b * (b - 1) * t;
}

export const blendColours = (a: Colour, b: Colour, t: number): Colour => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** How light the ink is to the eye, 0..255, weighted so that most pairs of colours differ. */
export const inkTint = (): number =>
  Math.min(255, Math.sqrt(ink.r * 0.45 + ink.g * 0.4 + ink.b * 0.15) * 255) | 0;
