import { smoothStep, square } from '../distance/smooth.ts';
import { Part } from '../scene/material.ts';
import { aboveHem, canvas, local, toChest, toPelvis } from './canvas.ts';
import { fillInk, ink } from './ink.ts';
import {
  paintCheck,
  paintDots,
  paintKawung,
  paintKnit,
  paintLace,
  paintSongket,
} from './paint-pattern.ts';

/** The upper garment; patterns belong to the trunk, sleeves follow only where a pattern goes around. */
export function paintTop(part: number, x: number, y: number, z: number): void {
  const { palette, outfit, gownHem } = canvas.now;
  fillInk(palette.top);
  ink.rough = 0.9;
  ink.shine = 0.03;
  if (!outfit) return;
  const torso = part === Part.torso;
  const isSkirt = part === Part.leg || part === Part.shank;
  toChest(x, y, z);
  const { pattern } = outfit.top;
  switch (pattern) {
    case 'chest_stripe':
      if (torso) paintChestStripe();
      return;
    case 'buttons':
    case 'polo':
    case 'shirt_and_tie':
    case 'shirt_and_bow':
    case 'waistcoat':
      if (torso) paintButtons(pattern === 'polo' ? 0.052 : -1);
      return;
    case 'jersey':
      if (torso) paintJersey();
      else if (part === Part.arm) fillInk(palette.accent);
      return;
    case 'number':
      if (torso) paintSidePanels();
      return;
    case 'zip':
      paintTrack(part, torso);
      return;
    case 'pouch':
      if (torso) paintPouch(x, y, z);
      return;
    case 'knit':
      paintKnit(local.x, local.y, local.z);
      return;
    case 'kawung':
      paintKawung(local.x, local.y, local.z, palette.accent, palette.top);
      if (torso) paintButtons(-1);
      return;
    case 'lace':
      paintLace(local.x, local.y, local.z, palette.accent);
      if (torso) paintKebayaEdge();
      return;
    case 'songket':
      paintSongket(local.x, local.y, local.z, palette.accent);
      if (gownHem && isSkirt) paintBorder(aboveHem(gownHem, [x, y, z]), x, z);
      return;
    case 'embroidery':
      if (torso) paintEmbroidery();
      if (gownHem && isSkirt) paintBorder(aboveHem(gownHem, [x, y, z]), x, z);
      return;
    case 'dots':
      paintDots(local.x, local.y, local.z, palette.accent);
      paintBelt(torso, x, y, z);
      return;
    case 'belted':
      if (torso && outfit.top.collar === 'shirt') paintButtons(-1);
      paintBelt(torso, x, y, z);
      return;
    default:
      return;
  }
}

/** What is under a jacket: a tee in the second colour, a white shirt with a tie, a waistcoat. */
export function paintShirt(part: number, x: number, y: number, z: number): void {
  const { palette, outfit } = canvas.now;
  fillInk(palette.shirt);
  ink.rough = 0.9;
  ink.shine = 0.03;
  if (!outfit || part !== Part.torso) return;
  toChest(x, y, z);
  if (local.z < 0) return;
  const { pattern } = outfit.top;
  const ax = Math.abs(local.x);
  if (pattern === 'waistcoat') {
    const open = Math.max(0, local.y - 0.018) * 0.34;
    if (ax > open) {
      fillInk(palette.top, 0.82);
      ink.rough = 0.75;
      if (ax - open < 0.0014) fillInk(palette.top, 0.5);
      paintButtonRow(0.026, 0.018, palette.top, 0.4);
      return;
    }
  }
  if (pattern === 'shirt_and_tie' || pattern === 'waistcoat') {
    const tie = 0.0062 + (0.095 - local.y) * 0.034;
    if (ax < tie && local.y < 0.1) {
      fillInk(palette.accent);
      ink.rough = 0.5;
      ink.shine = 0.08;
      const stripe = (local.y * 1.0 + local.x) / 0.014 + 100;
      if (stripe % 1 < 0.22) fillInk(palette.accent, 0.72);
    } else if (ax < 0.007) paintButtons(-1);
    return;
  }
  if (pattern === 'shirt_and_bow') {
    if (ax < 0.026 && Math.abs(((local.x / 0.006 + 100) % 1) - 0.5) < 0.07)
      fillInk(palette.shirt, 0.86);
    paintButtonRow(0.026, 0.09, palette.accent, 0.7);
    return;
  }
  if (pattern === 'buttons') paintButtons(-1);
  else if (pattern === 'stripes' && (local.y * 34 + 100) % 1 < 0.36) fillInk(palette.top);
}

/** One broad stripe with a thin one on each side. */
function paintChestStripe(): void {
  const { palette } = canvas.now;
  const y = local.y;
  if (y > 0.012 && y < 0.04) fillInk(palette.accent);
  if ((y > 0.045 && y < 0.0485) || (y > 0.0035 && y < 0.007)) fillInk(palette.accent);
}

function paintJersey(): void {
  const { palette } = canvas.now;
  const ax = Math.abs(local.x);
  if (ax > 0.066 - 0.1 * Math.max(0, -local.y)) fillInk(palette.accent);
  if (local.z > 0 && Math.abs(local.y - 0.026 - ax * 0.35) < 0.0042) fillInk(palette.accent);
}

function paintSidePanels(): void {
  const { palette } = canvas.now;
  const ax = Math.abs(local.x);
  const edge = 0.058 - 0.16 * Math.max(0, -local.y - 0.01);
  if (ax > edge) fillInk(palette.accent);
  else if (edge - ax < 0.0026) fillInk(palette.accent, 0.75);
}

function paintTrack(part: number, torso: boolean): void {
  const { palette } = canvas.now;
  if (torso && local.z > 0 && Math.abs(local.x) < 0.0018) {
    fillInk(palette.accent, 0.8);
    ink.shine = 0.2;
  }
  if (torso && local.y > 0.05 && Math.abs(local.y - 0.056 - Math.abs(local.x) * 0.3) < 0.0042)
    fillInk(palette.accent);
  if (part === Part.arm && local.z > -0.006 && local.z < 0.002) fillInk(palette.accent);
}

/** The front pocket of a hoodie. */
function paintPouch(x: number, y: number, z: number): void {
  const { palette } = canvas.now;
  toPelvis(x, y, z);
  if (local.z < 0.01) return;
  const ax = Math.abs(local.x);
  const edge = local.y > 0.03 ? 0.058 - (local.y - 0.03) * 0.75 : 0.058;
  const inside = local.y < 0.062 && local.y > -0.008 && ax < edge;
  const seam = Math.min(0.062 - local.y, local.y + 0.008, edge - ax);
  if (inside && seam < 0.0014) fillInk(palette.top, 0.7);
}

/** A placket with its buttons, from the neck down to `end` of the chest frame. */
function paintButtons(end: number): void {
  if (local.z < 0 || local.y < end) return;
  const { palette } = canvas.now;
  const tone = canvas.now.outfit?.jacket ? palette.shirt : palette.top;
  const ax = Math.abs(local.x);
  if (ax < 0.0062 && 0.0062 - ax < 0.0009) fillInk(tone, 0.72);
  paintButtonRow(0.024, 1, tone, 0.45);
}

function paintButtonRow(
  pitch: number,
  below: number,
  tone: readonly [number, number, number],
  k: number,
): void {
  if (local.y > below) return;
  const along = ((local.y + 0.5) / pitch) % 1;
  if (square(local.x) + square((along - 0.5) * pitch) < square(0.0025)) {
    fillInk(tone, k);
    ink.shine = 0.15;
  }
}

/** A worked band down the front, as on a baju koko. */
function paintEmbroidery(): void {
  if (local.z < 0 || local.y < -0.05) return;
  const { palette } = canvas.now;
  const across = Math.abs(local.x) / 0.0135;
  if (across > 1) return;
  fillInk(palette.accent);
  const along = (local.y * 62 + 100) % 1;
  if (Math.abs(along - 0.5) * 2 + across < 0.78) fillInk(palette.top, 0.6);
  if (across > 0.86) fillInk(palette.accent, 0.6);
}

/** The scalloped front edges of a kebaya, closed by brooches on a chain. */
function paintKebayaEdge(): void {
  if (local.z < 0) return;
  const { palette } = canvas.now;
  const edge =
    Math.max(0.0012, (local.y - 0.035) * 0.4) + 0.0014 * Math.abs(Math.sin(local.y * 420));
  const ax = Math.abs(local.x);
  if (ax < edge + 0.0052 && ax > edge - 0.001) fillInk(palette.accent, 0.92);
  for (const at of [0.028, -0.006, -0.04])
    if (square(local.x) + square(local.y - at) < square(0.0042)) {
      fillInk(palette.accent, 1.25);
      ink.shine = 0.5;
      ink.rough = 0.2;
    }
}

function paintBorder(above: number, x: number, z: number): void {
  const high = 0.038;
  if (above < 0 || above > high) return;
  const { palette } = canvas.now;
  toPelvis(x, 0, z);
  fillInk(palette.accent);
  const u = (Math.atan2(local.x, local.z) * 9 + 90) % 1;
  if (Math.abs(u - 0.5) * 2 + Math.abs(above / high - 0.5) * 2 < 0.8) fillInk(palette.top, 0.65);
  if (above < 0.003 || above > high - 0.003) fillInk(palette.accent, 0.6);
}

function paintBelt(torso: boolean, x: number, y: number, z: number): void {
  toPelvis(x, y, z);
  if (!torso || Math.abs(local.y - 0.082) > 0.0085) return;
  fillInk(canvas.now.palette.accent);
  ink.shine = 0.08;
  if (Math.abs(local.y - 0.082) > 0.0072) fillInk(canvas.now.palette.accent, 0.7);
}

/** Jackets and coats: seams, pockets, buttons; the lapels are worked in the cloth itself. */
export function paintJacket(part: number, x: number, y: number, z: number): void {
  const { palette, outfit } = canvas.now;
  fillInk(palette.top);
  ink.rough = 0.85;
  ink.shine = 0.03;
  const jacket = outfit?.jacket;
  if (!jacket) return;
  toChest(x, y, z);
  if (jacket.pattern === 'check') paintCheck(local.x, local.y, local.z, palette.bottom, 0.35);
  if (part !== Part.torso) return;
  if (jacket.pattern === 'yoke') {
    paintDenim();
    return;
  }
  if (jacket.collar === 'shirt') return;
  if (local.z < 0) return;
  const ax = Math.abs(local.x);
  if (jacket.front === 'buttoned') {
    if (local.y < -0.034 && Math.abs(local.x - 0.0005) < 0.0009) fillInk(palette.top, 0.45);
    for (const at of [-0.044, -0.08])
      if (square(local.x - 0.007) + square(local.y - at) < square(0.0036))
        fillInk(palette.top, 0.32);
  }
  if (jacket.front === 'wide')
    for (const at of [-0.02, -0.065])
      if (square(ax - 0.05) + square(local.y - at) < square(0.0038)) fillInk(palette.top, 0.4);
  if (
    local.x > 0.042 &&
    local.x < 0.064 &&
    Math.abs(local.y - 0.04 + (local.x - 0.05) * 0.15) < 0.0024
  )
    fillInk(jacket.front === 'buttoned' ? palette.accent : palette.top, 0.7);
  toPelvis(x, y, z);
  if (
    Math.abs(Math.abs(local.x) - 0.06) < 0.02 &&
    Math.abs(local.y - 0.012) < 0.0018 &&
    local.z > 0
  )
    fillInk(palette.top, 0.5);
}

/** Yoke, breast pockets and seams in a light thread. */
function paintDenim(): void {
  const { palette } = canvas.now;
  const weave = 0.95 + 0.09 * Math.sin(local.y * 1150) * Math.sin(local.x * 1150);
  fillInk(palette.top, weave);
  const ax = Math.abs(local.x);
  const yoke = Math.abs(local.y - 0.045);
  const seam = (d: number): number => smoothStep(0.0011, 0.0004, Math.abs(d));
  let stitch = seam(yoke);
  if (local.z > 0) {
    const pocket = Math.max(Math.abs(ax - 0.046) - 0.016, Math.abs(local.y - 0.022) - 0.017);
    stitch = Math.max(stitch, seam(pocket));
    if (square(ax - 0.046) + square(local.y - 0.036) < square(0.0024)) fillInk(palette.buckle);
  }
  if (stitch > 0) fillInk(palette.top, 1 + 0.7 * stitch);
}

/** Collars, cuffs and bands of the top itself. */
export function paintTrim(): void {
  const { palette, outfit } = canvas.now;
  ink.rough = 0.9;
  ink.shine = 0.03;
  const pattern = outfit?.top.pattern;
  if (pattern === 'embroidery' || pattern === 'lace') fillInk(palette.accent);
  else if (pattern === 'polo' || pattern === 'zip') fillInk(palette.accent, 0.95);
  else fillInk(palette.top, 0.92);
}
