import { eyeY, face, irisRadius, mouthY, upperLid } from '../distance/head-plan.ts';
import { smoothStep, square } from '../distance/smooth.ts';
import { canvas, local } from './canvas.ts';
import { type Colour, fillInk, ink, mixInk, stainInk } from './ink.ts';
import { eyeWhite } from './palette.ts';

const LASH: Colour = [0.018, 0.011, 0.009];
const MOUTH: Colour = [0.09, 0.018, 0.018];
const TONGUE: Colour = [0.42, 0.12, 0.11];
const PUPIL: Colour = [0.008, 0.006, 0.006];
const GLINT: Colour = [1.5, 1.5, 1.5];

/** Skin of the face at `local` (head units): cheeks, lips, nostrils, age, stubble. */
export function paintFace(isLid: boolean): void {
  const { palette, look } = canvas.now;
  if (look === 'clay' || local.z < 0.1) return;
  const x = local.x;
  const y = local.y;
  const ax = Math.abs(x);
  const female = look.gender === 'female' ? 1 : look.gender === 'male' ? 0 : 0.5;
  const blush = Math.exp(-(square((ax - 0.38) / 0.2) + square((y + 0.24) / 0.16)));
  stainInk(1.02, 0.68, 0.66, blush * (0.1 + 0.14 * female));
  stainInk(
    1,
    0.78,
    0.76,
    Math.exp(-(square(x / 0.12) + square((y + 0.22 + face.noseDrop) / 0.12))) * 0.2,
  );
  if (!isLid) paintMouth(x, y, ax, female, palette.lip);
  const nostril =
    square((ax - 0.062 * face.nose) / 0.026) + square((y + 0.282 + face.noseDrop) / 0.018);
  if (nostril < 12) stainInk(0.35, 0.26, 0.24, Math.exp(-nostril) * 0.5);
  if (isLid) paintLid(ax, y, female);
  if (look.ageRange === 'mature') paintAge(ax, y);
  if (look.beard === 'stubble') {
    const grain = 0.7 + 0.3 * speckle(x * 85, y * 85);
    const lip = 1 - Math.exp(-(square(x / 0.19) + square((y - mouthY) / 0.06)));
    const cover =
      smoothStep(-0.2, -0.42, y - 0.25 * smoothStep(0.3, 0.6, ax)) * smoothStep(0.05, 0.3, local.z);
    mixInk(palette.hair, cover * lip * grain * 0.36);
  }
}

function paintMouth(x: number, y: number, ax: number, female: number, lip: Colour): void {
  const { mouthHalfWidth, smile, gape, lips } = face;
  if (ax > mouthHalfWidth || Math.abs(y - mouthY) > 0.2 + gape * 2) return;
  const out = square(x / mouthHalfWidth);
  const u = 1 - out;
  const line = mouthY - 0.028 * u + smile * 0.055 * (out - 0.25 * gape);
  const open = gape * u * (1.1 + 0.5 * smile);
  const dip = 1 - 0.25 * Math.exp(-square(x / 0.045));
  const upper = line + 0.044 * lips * u * dip * (0.8 + 0.25 * female);
  const lower = line - open - 0.062 * lips * u * (0.78 + 0.24 * female);
  const inside =
    smoothStep(lower - 0.012, lower + 0.012, y) * (1 - smoothStep(upper - 0.012, upper + 0.012, y));
  mixInk(lip, inside * (0.6 + 0.25 * female));
  const parting = Math.exp(-square((y - line) / 0.011)) * smoothStep(0, 0.12, u);
  stainInk(0.28, 0.18, 0.17, parting * 0.8);
  if (open > 0.004) paintOpenMouth(y, line, open);
  if (inside > 0.5 && y < line) ink.shine = 0.25;
}

/** Dark inside, a row of teeth above, the tongue below. */
function paintOpenMouth(y: number, line: number, open: number): void {
  const within =
    smoothStep(line + 0.004, line - 0.006, y) *
    smoothStep(line - open - 0.004, line - open + 0.008, y);
  if (within === 0) return;
  mixInk(MOUTH, within);
  mixInk(TONGUE, within * smoothStep(line - open * 0.6, line - open * 0.85, y));
  if (face.smile > 0.5)
    mixInk(eyeWhite, within * smoothStep(line - open * 0.5, line - open * 0.4, y) * 0.95);
}

function paintLid(ax: number, y: number, female: number): void {
  const x = ax - face.eyeX;
  const edge = upperLid(x);
  const dy = y - eyeY;
  const lash = dy > -0.04 ? Math.exp(-square((dy - edge + 0.002) / (0.02 + 0.018 * female))) : 0;
  mixInk(LASH, lash * (0.8 + 0.15 * female));
  stainInk(0.8, 0.66, 0.64, (0.12 + 0.2 * female) * smoothStep(0.04, 0.1, dy));
}

/** Lines of a mature face: forehead, beside the eyes, from nose to mouth. */
function paintAge(ax: number, y: number): void {
  const forehead =
    Math.max(0, Math.sin(y * 52)) ** 3 * smoothStep(0.36, 0.44, y) * smoothStep(0.42, 0.2, ax);
  const crow =
    Math.exp(-square((ax - 0.5) / 0.05)) *
    Math.max(0, Math.sin((y + (ax - 0.5) * 1.2) * 60)) ** 2 *
    smoothStep(0.13, 0.05, Math.abs(y));
  const fold =
    Math.exp(-square((ax - 0.17 - (-0.28 - y) * 0.55) / 0.02)) *
    smoothStep(-0.5, -0.42, y) *
    smoothStep(-0.24, -0.3, y);
  const bag =
    Math.exp(-square((y + 0.12 - square(ax - face.eyeX) * 1.4) / 0.016)) *
    smoothStep(0.2, 0.1, Math.abs(ax - face.eyeX));
  stainInk(0.72, 0.6, 0.58, 0.3 * forehead + 0.35 * crow + 0.5 * fold + 0.28 * bag);
}

/** Eyeball at `local`: white, iris, pupil, one glint, shade of the lid. */
export function paintEye(): void {
  const { palette, look } = canvas.now;
  if (look === 'clay') return;
  const side = local.x > 0 ? 1 : -1;
  const x = local.x - side * (face.eyeX - 0.004) - face.gazeX;
  const y = local.y - eyeY - 0.002 - face.gazeY;
  const r = Math.sqrt(x * x + y * y);
  fillInk(eyeWhite);
  if (r < irisRadius + 0.012) {
    const light = 1.35 - 0.95 * smoothStep(0.045, irisRadius, r);
    const share = 1 - smoothStep(irisRadius - 0.008, irisRadius + 0.006, r);
    const e = palette.eye;
    mixInk([e[0] * light, e[1] * light, e[2] * light], share);
  }
  mixInk(PUPIL, 1 - smoothStep(0.04, 0.05, r));
  mixInk(GLINT, 1 - smoothStep(0.016, 0.026, Math.hypot(x + 0.032, y - 0.036)));
  const lid = 0.5 + 0.5 * smoothStep(0.085, 0.015, y);
  ink.r *= lid;
  ink.g *= lid;
  ink.b *= lid;
  ink.shine = 0.35;
  ink.rough = 0.1;
}

/** A fixed random number 0..1 per cell of a grid. */
function speckle(x: number, y: number): number {
  let h = Math.imul(Math.floor(x), 0x27d4eb2d) ^ Math.imul(Math.floor(y), 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}
