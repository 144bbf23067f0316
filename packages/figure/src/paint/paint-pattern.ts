import { smoothStep, square } from '../distance/smooth.ts';
import { normal } from '../march/trace.ts';
import { type Colour, fillInk, ink, mixInk } from './ink.ts';

const cloth = { u: 0, v: 0 };

/** Lays the cloth's own coordinates on the side the surface faces, so that a pattern is not drawn out. */
function layCloth(x: number, y: number, z: number, pitch: number): void {
  const nx = Math.abs(normal.x);
  const ny = Math.abs(normal.y);
  const nz = Math.abs(normal.z);
  cloth.v = (ny > nx && ny > nz ? z : y) / pitch + 200;
  cloth.u = (nx > ny && nx > nz ? z : x) / pitch + 200;
}

/** Dots on a staggered grid. */
export function paintDots(x: number, y: number, z: number, dot: Colour): void {
  layCloth(x, y, z, 0.031);
  const row = Math.floor(cloth.v);
  const u = ((cloth.u + (row % 2) * 0.5) % 1) - 0.5;
  if (square(u) + square((cloth.v % 1) - 0.5) < 0.042) fillInk(dot);
}

/** Kawung: four seeds around a point, over and over; one of the oldest batik patterns. */
export function paintKawung(x: number, y: number, z: number, light: Colour, dark: Colour): void {
  layCloth(x, y, z, 0.03);
  const u = ((cloth.u % 1) - 0.5) * 2;
  const v = ((cloth.v % 1) - 0.5) * 2;
  const a = Math.abs(u) + Math.abs(v);
  const b = Math.abs(Math.abs(u) - Math.abs(v));
  const seed = square((a - 0.98) / 0.72) + square(b / 0.3);
  if (seed < 1) {
    fillInk(light, 0.92);
    if (seed < 0.5) fillInk(dark, 0.75);
    if (seed < 0.16) fillInk(light);
  } else if (a < 0.14) fillInk(light);
}

/** Parang: slanting rows of waves between dotted lines. */
export function paintParang(x: number, y: number, z: number, light: Colour, dark: Colour): void {
  layCloth(x, y, z, 0.026);
  const across = (cloth.u + cloth.v) * Math.SQRT1_2;
  const along = (cloth.u - cloth.v) * Math.SQRT1_2;
  const row = across % 1;
  if (row < 0.13) {
    fillInk(light, 0.85);
    return;
  }
  const s = (row - 0.13) / 0.87 - 0.5;
  const wave = (along * 1.6 + 0.35 * Math.sin(s * 5)) % 1;
  const blade = square((wave - 0.5) * 2.4) + square(s * 2.2);
  if (blade < 0.75) fillInk(light, blade < 0.28 ? 0.55 : 0.95);
  if (blade < 0.28) mixInk(dark, 0.65);
}

/** Woven squares of lines in two directions. */
export function paintCheck(x: number, y: number, z: number, line: Colour, share: number): void {
  layCloth(x, y, z, 0.034);
  const u = cloth.u % 1;
  const v = cloth.v % 1;
  const stripe = (t: number): number => smoothStep(0.1, 0.14, t) * smoothStep(0.36, 0.32, t);
  mixInk(line, (stripe(u) + stripe(v)) * 0.5 * share);
  if (u > 0.68 && u < 0.72) mixInk(line, share);
  if (v > 0.68 && v < 0.72) mixInk(line, share);
}

/** Small flowers worked in lace. */
export function paintLace(x: number, y: number, z: number, thread: Colour): void {
  layCloth(x, y, z, 0.021);
  const row = Math.floor(cloth.v);
  const u = ((cloth.u + (row % 2) * 0.5) % 1) - 0.5;
  const v = (cloth.v % 1) - 0.5;
  const r = Math.hypot(u, v);
  const petal = 0.2 + 0.09 * Math.cos(Math.atan2(v, u) * 5);
  if (r < petal && r > 0.06) mixInk(thread, 0.6);
  ink.shine = 0.06;
}

/** Stars of metal thread scattered on the cloth. */
export function paintSongket(x: number, y: number, z: number, thread: Colour): void {
  layCloth(x, y, z, 0.036);
  const row = Math.floor(cloth.v);
  const u = Math.abs(((cloth.u + (row % 2) * 0.5) % 1) - 0.5);
  const v = Math.abs((cloth.v % 1) - 0.5);
  if (u + v < 0.15 || (u < 0.035 && v < 0.24) || (v < 0.035 && u < 0.24)) {
    fillInk(thread);
    ink.shine = 0.25;
    ink.rough = 0.3;
  }
}

/** Ribs of a knit. */
export function paintKnit(x: number, y: number, z: number): void {
  layCloth(x, y, z, 0.0062);
  const u = Math.abs((cloth.u % 1) - 0.5);
  const v = (cloth.v + u) % 1;
  const k = 0.93 + 0.1 * smoothStep(0.5, 0.1, u) + 0.04 * v;
  ink.r *= k;
  ink.g *= k;
  ink.b *= k;
}
