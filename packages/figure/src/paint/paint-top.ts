import { smoothStep, square } from '../distance/smooth.ts';
import { normal } from '../march/trace.ts';
import { Part } from '../scene/material.ts';
import { aboveHem, canvas, local, toChest, toPelvis } from './canvas.ts';
import { fillInk, ink } from './ink.ts';
import { shirtWhite } from './palette.ts';

/** The upper garment; patterns belong to the trunk, sleeves follow only where a pattern goes around. */
export function paintTop(part: number, x: number, y: number, z: number): void {
  const { palette, look, gownHem } = canvas.now;
  fillInk(palette.top);
  ink.rough = 0.9;
  ink.shine = 0.03;
  if (look === 'clay') return;
  const torso = part === Part.torso;
  toChest(x, y, z);
  switch (look.outfit) {
    case 'casual':
      paintTee(look.gender, torso);
      return;
    case 'sporty':
      if (torso) paintJersey();
      else if (part === Part.arm) fillInk(palette.accent);
      return;
    case 'formal':
      if (torso) paintJacket(x, y, z);
      return;
    case 'professional':
      if (torso) paintButtons();
      return;
    case 'traditional':
      if (torso) paintEmbroidery();
      if (gownHem && (part === Part.leg || part === Part.shank))
        paintBorder(aboveHem(gownHem, [x, y, z]), x, z);
      return;
    case 'dress':
      paintDress(part, x, y, z);
      return;
  }
}

/** Breton stripes, or one broad chest stripe on a men's shirt. */
function paintTee(gender: string, torso: boolean): void {
  if (!torso) return;
  const { palette } = canvas.now;
  const y = local.y;
  if (gender === 'male') {
    if (y > 0.012 && y < 0.05) fillInk(palette.accent);
    if ((y > 0.056 && y < 0.061) || (y > 0.001 && y < 0.006)) fillInk(palette.accent);
  } else if (y < 0.07 && (y * 34 + 100) % 1 < 0.36) fillInk(palette.accent);
}

function paintJersey(): void {
  const { palette } = canvas.now;
  const ax = Math.abs(local.x);
  if (ax > 0.062 - 0.1 * Math.max(0, -local.y)) fillInk(palette.accent);
  if (local.z > 0 && Math.abs(local.y - 0.022 - ax * 0.35) < 0.0045) fillInk(palette.accent);
}

/** Lapels, shirt front, tie, buttons, pocket. */
function paintJacket(x: number, y: number, z: number): void {
  const { palette } = canvas.now;
  if (local.z < -0.005) return;
  const ax = Math.abs(local.x);
  const b = local.y;
  const low = -0.035;
  const open = Math.max(0, b - low) * 0.27;
  const lapel = open + 0.026 * smoothStep(low, 0.045, b) + 0.003;
  if (b > low && ax < open) {
    fillInk(shirtWhite);
    const tie = 0.006 + (0.095 - b) * 0.032;
    if (ax < tie && b < 0.092) fillInk(palette.accent, b > 0.078 ? 0.7 : 1);
  } else if (b > low && ax < lapel && b < 0.1) {
    fillInk(palette.top, 0.82);
    if (lapel - ax < 0.0016 || ax - open < 0.0013) fillInk(palette.top, 0.45);
  } else if (b <= low && Math.abs(local.x - 0.001) < 0.0011) fillInk(palette.top, 0.4);
  for (const at of [-0.047, -0.088])
    if (square(local.x - 0.008) + square(b - at) < square(0.0036)) fillInk(palette.top, 0.3);
  if (local.x > 0.04 && local.x < 0.064 && Math.abs(b - 0.045 + (local.x - 0.05) * 0.15) < 0.0026)
    fillInk(palette.accent);
  toPelvis(x, y, z);
  if (
    Math.abs(Math.abs(local.x) - 0.056) < 0.022 &&
    Math.abs(local.y - 0.012) < 0.0022 &&
    local.z > 0
  )
    fillInk(palette.top, 0.5);
}

function paintButtons(): void {
  if (local.z < 0) return;
  const { palette } = canvas.now;
  const ax = Math.abs(local.x);
  if (ax < 0.0058) {
    fillInk(palette.top, 0.95);
    if (0.0058 - ax < 0.0009) fillInk(palette.top, 0.66);
  }
  const along = ((local.y + 0.5) / 0.024) % 1;
  if (square(local.x) + square((along - 0.5) * 0.024) < square(0.0022)) fillInk(palette.top, 0.42);
}

/** A worked band down the front, as on a baju koko or a kurung. */
function paintEmbroidery(): void {
  if (local.z < 0 || local.y < -0.05) return;
  const { palette } = canvas.now;
  const across = Math.abs(local.x) / 0.0145;
  if (across > 1) return;
  fillInk(palette.accent);
  const along = (local.y * 62 + 100) % 1;
  if (Math.abs(along - 0.5) * 2 + across < 0.78) fillInk(palette.top, 0.6);
  if (across > 0.86) fillInk(palette.accent, 0.6);
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

function paintDress(part: number, x: number, y: number, z: number): void {
  const { palette, look, outfit } = canvas.now;
  if (look === 'clay') return;
  if (outfit?.neckline === 'band') {
    if (part === Part.torso) paintEmbroidery();
    return;
  }
  if (part !== Part.forearm) paintDots(x, y, z);
  toPelvis(x, y, z);
  if (part === Part.torso && Math.abs(local.y - 0.082) < 0.0085) {
    fillInk(palette.accent);
    ink.shine = 0.08;
  }
}

/** Dots on a staggered grid, laid on from the side the cloth faces. */
function paintDots(x: number, y: number, z: number): void {
  const nx = Math.abs(normal.x);
  const ny = Math.abs(normal.y);
  const nz = Math.abs(normal.z);
  const pitch = 0.031;
  const v = (ny > nx && ny > nz ? z : y) / pitch + 100;
  const row = Math.floor(v);
  const u = (nx > ny && nx > nz ? z : x) / pitch + 100 + (row % 2) * 0.5;
  if (square((u % 1) - 0.5) + square((v % 1) - 0.5) < 0.042) fillInk(canvas.now.palette.accent);
}

/** Collars and bands. */
export function paintTrim(): void {
  const { palette, look } = canvas.now;
  if (look !== 'clay' && look.outfit === 'traditional') fillInk(palette.accent);
  else fillInk(palette.top, 0.93);
  ink.rough = 0.9;
  ink.shine = 0.03;
}
