import { HairTexture, hairRelief } from '../distance/hair-shapes.ts';
import { canvas, local } from './canvas.ts';
import { fillInk, ink, mixInk } from './ink.ts';

/** Hair at `local` (head units): the light and dark of strands or curls. */
export function paintHair(): void {
  const { palette, hair } = canvas.now;
  fillInk(palette.hair);
  ink.shine = 0.1;
  ink.rough = 0.5;
  if (!hair) return;
  if (hair.texture === HairTexture.stubble) {
    mixInk(palette.skin, 0.22);
    ink.shine = 0.03;
    return;
  }
  const relief = hairRelief(hair.texture, hair.part, hair.phase, local.x, local.y, local.z);
  const deep = hair.texture === HairTexture.curls ? 7 : 16;
  fillInk(palette.hair, Math.max(0.5, 1 - relief * deep));
  if (hair.texture === HairTexture.curls) {
    ink.shine = 0.04;
    ink.rough = 0.8;
  }
}

export function paintBrow(): void {
  fillInk(canvas.now.palette.brow);
  ink.shine = 0.02;
}

export function paintBeard(): void {
  const grain = Math.sin(local.x * 31 + Math.sin(local.y * 23)) * Math.sin(local.y * 27);
  fillInk(canvas.now.palette.hair, 0.92 + 0.12 * grain);
  ink.shine = 0.03;
}
