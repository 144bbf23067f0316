import {
  eyeY,
  face,
  irisRadius,
  lowerLid,
  mouthBend,
  mouthLine,
  mouthY,
  mouthZ,
  upperLid,
} from '../distance/head-plan.ts';
import { lips } from '../distance/head-shapes.ts';
import { smoothStep, square } from '../distance/smooth.ts';
import { femininityOf } from '../mannequin/femininity.ts';
import { view } from '../march/camera.ts';
import { hit } from '../march/trace.ts';
import { scene } from '../scene/tables.ts';
import { canvas, local } from './canvas.ts';
import { type Colour, fillInk, ink, mixInk, stainInk } from './ink.ts';
import { eyeWhite } from './palette.ts';

const MOUTH: Colour = [0.06, 0.012, 0.014];
const PUPIL: Colour = [0.006, 0.005, 0.005];
const GLINT: Colour = [1.6, 1.6, 1.6];
const SHADOWS = { none: 0, natural: 0.1, soft: 0.45, bold: 0.85 } as const;
const BLUSH = { none: 0, natural: 0.1, soft: 0.22, bold: 0.3 } as const;
const LIPSTICK = { none: 0, natural: 0.5, soft: 0.8, bold: 0.96 } as const;

/** Skin of the head at `local` (head units): cheeks, lips, lids, nostrils, age, stubble. */
export function paintFace(): void {
  const { palette, look } = canvas.now;
  if (look === 'clay' || local.z < 0.05) return;
  const x = local.x;
  const y = local.y;
  const ax = Math.abs(x);
  const feminine = femininityOf(look);
  const makeup = look.makeup ?? 'none';
  const blush = Math.exp(-(square((ax - 0.39) / 0.19) + square((y + 0.25) / 0.14)));
  stainInk(1.02, 0.66, 0.64, blush * (0.12 + 0.1 * feminine + BLUSH[makeup]));
  const tip = Math.exp(-(square(x / 0.12) + square((y + 0.22 + face.noseDrop) / 0.11)));
  stainInk(1, 0.76, 0.73, tip * 0.24);
  const nostril =
    square((ax - 0.058 * face.nose) / 0.026) + square((y + 0.278 + face.noseDrop) / 0.018);
  if (nostril < 12) stainInk(0.32, 0.24, 0.22, Math.exp(-nostril) * 0.6);
  paintAroundEye(x, ax, y, SHADOWS[makeup], palette.shadow);
  if (look.ageRange === 'mature') paintAge(ax, y);
  if (look.beard === 'stubble') paintStubble(x, y, ax);
  paintMouth(x, y, feminine, look.makeup ? LIPSTICK[makeup] : 0.3 * feminine);
}

function paintMouth(x: number, y: number, feminine: number, stick: number): void {
  const w = face.mouthHalfWidth;
  if (Math.abs(x) > w + 0.06 || Math.abs(y - mouthY) > 0.17 + face.gape * 2.2) return;
  const { palette } = canvas.now;
  const z = local.z;
  if (face.gape > 0.02) {
    const deep = mouthZ - mouthBend * x * x - 0.03 - z;
    const dark = smoothStep(0.0, 0.03, deep);
    const inside = smoothStep(
      1.2,
      0.9,
      square(x / (w * 0.8)) + square((y - mouthY + 0.02 + face.gape * 0.95) / (face.gape + 0.012)),
    );
    mixInk(MOUTH, dark * inside);
    if (dark * inside > 0.5) {
      ink.flesh = false;
      ink.shine = 0;
      return;
    }
  }
  const on = smoothStep(0.02, 0.004, lips(x, y, z));
  if (on === 0) return;
  mixInk(palette.lip, on * (0.55 + 0.2 * feminine));
  mixInk(palette.lipstick, on * stick);
  const seam =
    Math.exp(-square((y - mouthLine(x)) / seamWidth())) * smoothStep(1.1, 0.6, square(x / w));
  if (face.gape < 0.02) stainInk(0.34, 0.24, 0.24, seam * 0.75);
  ink.shine = 0.1 + 0.2 * on * (0.4 + stick);
  ink.rough = 0.42;
}

/** The line between the lips is thin, but in a small picture never thinner than can be seen. */
const SEAM = 0.009;
const SEAM_MAX = 0.03;

function seamWidth(): number {
  const pixel = hit.t / view.focalPx / scene.headUnit;
  return Math.max(SEAM, Math.min(SEAM_MAX, 0.85 * pixel));
}

/** Crease and shade above the eye, the edge of the lids, what is under the eye. */
function paintAroundEye(x: number, ax: number, y: number, made: number, shadow: Colour): void {
  const side = x < 0 ? -1 : 1;
  const u = ax - face.eyeX;
  const v = y - eyeY;
  if (Math.abs(u) > 0.3 || Math.abs(v) > 0.28) return;
  const upper = upperLid(u, side);
  const lid =
    smoothStep(-0.01, 0.012, v - upper) *
    smoothStep(0.2, 0.1, v) *
    smoothStep(0.27, 0.2, Math.abs(u));
  stainInk(0.86, 0.74, 0.72, lid * 0.5);
  if (made > 0) mixInk(shadow, lid * made * 0.8);
  const rim =
    Math.exp(-square((v - lowerLid(u) + 0.006) / 0.012)) * smoothStep(0.22, 0.16, Math.abs(u));
  stainInk(0.62, 0.42, 0.4, rim * (0.35 + 0.4 * made));
}

function paintStubble(x: number, y: number, ax: number): void {
  const grain = 0.7 + 0.3 * speckle(x * 85, y * 85);
  const lip = 1 - Math.exp(-(square(x / 0.2) + square((y - mouthY) / 0.07)));
  const cover =
    smoothStep(-0.2, -0.42, y - 0.25 * smoothStep(0.3, 0.6, ax)) * smoothStep(0.05, 0.3, local.z);
  mixInk(canvas.now.palette.hair, cover * lip * grain * 0.36);
}

/** Lines of a mature face: forehead, beside the eyes, from nose to mouth, under the eyes. */
function paintAge(ax: number, y: number): void {
  const forehead =
    Math.max(0, Math.sin(y * 46 + 0.6 * Math.sin(ax * 9))) ** 4 *
    smoothStep(0.36, 0.44, y) *
    smoothStep(0.72, 0.6, y) *
    smoothStep(0.42, 0.2, ax);
  const crow =
    Math.exp(-square((ax - 0.55) / 0.05)) *
    Math.max(0, Math.sin((y + (ax - 0.5) * 1.2) * 52)) ** 2 *
    smoothStep(0.16, 0.06, Math.abs(y - eyeY));
  const fold =
    Math.exp(-square((ax - 0.165 - (-0.27 - y) * 0.55) / 0.018)) *
    smoothStep(-0.52, -0.43, y) *
    smoothStep(-0.22, -0.29, y);
  const bag =
    Math.exp(-square((y - eyeY + 0.165 - square(ax - face.eyeX) * 1.5) / 0.016)) *
    smoothStep(0.2, 0.1, Math.abs(ax - face.eyeX));
  const frown =
    Math.exp(-square((ax - 0.045) / 0.012)) * smoothStep(0.1, 0.16, y) * smoothStep(0.3, 0.24, y);
  stainInk(0.7, 0.58, 0.55, 0.34 * forehead + 0.4 * crow + 0.6 * fold + 0.42 * bag + 0.25 * frown);
}

/** Eyeball at `local`: white, iris with a dark rim and rays, pupil, two glints, shade of the lid. */
export function paintEye(): void {
  const { palette, look } = canvas.now;
  if (look === 'clay') return;
  const side = local.x > 0 ? 1 : -1;
  const x = local.x - side * (face.eyeX - 0.006) - face.gazeX;
  const y = local.y - eyeY - 0.004 - face.gazeY;
  const r = Math.sqrt(x * x + y * y);
  fillInk(eyeWhite);
  const corner = smoothStep(0.12, 0.2, Math.abs(local.x - side * face.eyeX));
  stainInk(1, 0.86, 0.84, corner * 0.7);
  if (r < irisRadius + 0.012) {
    const rays = 1 + 0.12 * Math.sin(Math.atan2(y, x) * 23) * smoothStep(0.05, 0.08, r);
    const lower = 1 + 0.55 * smoothStep(0.03, -0.09, y);
    const light = (1.3 - 1.05 * smoothStep(0.075, irisRadius, r)) * rays * lower;
    const share = 1 - smoothStep(irisRadius - 0.008, irisRadius + 0.006, r);
    const e = palette.eye;
    mixInk([e[0] * light, e[1] * light, e[2] * light], share);
  }
  mixInk(PUPIL, 1 - smoothStep(0.048, 0.057, r));
  mixInk(GLINT, 1 - smoothStep(0.02, 0.029, Math.hypot(x + 0.036, y - 0.042)));
  mixInk(GLINT, (1 - smoothStep(0.008, 0.015, Math.hypot(x - 0.042, y + 0.046))) * 0.55);
  const u = Math.abs(local.x) - face.eyeX;
  const under = upperLid(u, side) - (local.y - eyeY);
  const lid = 0.42 + 0.58 * smoothStep(-0.005, 0.062, under);
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
