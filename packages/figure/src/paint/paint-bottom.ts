import { Part } from '../scene/material.ts';
import { canvas, local, toPelvis } from './canvas.ts';
import { fillInk, ink, mixInk, pigment } from './ink.ts';

const leather = pigment('#2a1c14');
const buckle = pigment('#c9b27a');

/** Trousers, shorts, leggings, skirts. */
export function paintBottom(part: number, x: number, y: number, z: number): void {
  const { palette, look, outfit } = canvas.now;
  fillInk(palette.bottom);
  ink.rough = 0.9;
  ink.shine = 0.03;
  if (look === 'clay' || !outfit) return;
  toPelvis(x, y, z);
  const onHips = part === Part.torso;
  if (outfit.bottom === 'jeans') {
    const weave = 0.95 + 0.1 * Math.sin(y * 1150) * Math.sin(x * 1150);
    fillInk(palette.bottom, weave);
  }
  if (look.outfit === 'sporty' && !onHips && Math.abs(local.x) > 0.088)
    mixInk(palette.accent, 0.92);
  if (look.outfit === 'professional' && onHips && local.y > 0.027) {
    fillInk(palette.accent);
    if (Math.abs(local.x) < 0.007 && local.z > 0) fillInk(buckle);
  } else if (outfit.bottom === 'jeans' && onHips && local.y > 0.048) {
    fillInk(leather);
    if (Math.abs(local.x) < 0.007 && local.z > 0) fillInk(buckle);
  }
}
