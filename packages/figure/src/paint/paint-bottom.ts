import { Part } from '../scene/material.ts';
import { canvas, local, toPelvis } from './canvas.ts';
import { fillInk, ink, mixInk } from './ink.ts';
import { paintCheck, paintParang } from './paint-pattern.ts';

/** Trousers, shorts, leggings, skirts. */
export function paintBottom(part: number, x: number, y: number, z: number): void {
  const { palette, outfit } = canvas.now;
  fillInk(palette.bottom);
  ink.rough = 0.9;
  ink.shine = 0.03;
  if (!outfit) return;
  const { bottom, top } = outfit;
  toPelvis(x, y, z);
  const onHips = part === Part.torso;
  const ax = Math.abs(local.x);
  if (bottom.pattern === 'parang')
    paintParang(local.x, local.y, local.z, palette.accent, palette.bottom);
  if (bottom.pattern === 'check') paintCheck(local.x, local.y, local.z, palette.accent, 0.75);
  if (bottom.kind === 'jeans')
    fillInk(palette.bottom, 0.95 + 0.1 * Math.sin(y * 1150) * Math.sin(x * 1150));
  if (top.pattern === 'zip' || top.pattern === 'jersey' || top.pattern === 'number') {
    if (!onHips && ax > 0.085) mixInk(palette.accent, 0.92);
    return;
  }
  if (bottom.kind === 'leggings' && onHips && local.y > 0.04) {
    mixInk(palette.accent, 0.9);
    return;
  }
  const isBelted =
    bottom.kind === 'jeans' ||
    top.collar === 'open' ||
    (bottom.kind === 'trousers' && top.collar === 'shirt');
  if (isBelted && onHips && local.y > 0.0335) {
    fillInk(palette.belt);
    ink.rough = 0.5;
    ink.shine = 0.1;
    if (ax < 0.008 && local.z > 0)
      fillInk(palette.buckle, ax < 0.0045 && Math.abs(local.y - 0.0395) < 0.003 ? 0.4 : 1);
    return;
  }
  if (onHips && local.z > 0 && ax < 0.0008 && bottom.kind !== 'skirt' && bottom.kind !== 'leggings')
    fillInk(palette.bottom, 0.6);
  if (
    bottom.kind === 'jeans' &&
    onHips &&
    local.z > 0 &&
    Math.abs(local.y - 0.028 + (ax - 0.03) * 0.55) < 0.0012 &&
    ax > 0.03
  )
    fillInk(palette.bottom, 1.35);
}
