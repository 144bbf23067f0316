import { HairTexture, hairFlow, hairRelief } from '../distance/hair-shapes.ts';
import { skullY, skullZ } from '../distance/head-plan.ts';
import { smoothStep } from '../distance/smooth.ts';
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
  const hanging = smoothStep(0.2, -0.25, local.y);
  ink.halo = haloAt(local.x, local.y - skullY, local.z - skullZ, hair.phase);
  const onSkull = hairRelief(hair.texture, hair.part, hair.phase, local.x, local.y, local.z);
  const below = hanging > 0 ? hairFlow(hair.flow, hair.phase, local.x, local.y, local.z) : 0;
  const relief = onSkull * (1 - hanging) + below * hanging;
  const isRound = hair.texture === HairTexture.curls || hair.texture === HairTexture.coils;
  const deep = isRound ? 6 : hair.texture === HairTexture.rows ? 5 : 11;
  ink.strand = Math.max(0.55, Math.min(1.25, 1 - relief * deep));
  fillInk(palette.hair, ink.strand);
  if (hair.texture === HairTexture.rows) partRows(relief);
  if (isRound) {
    ink.shine = 0.04;
    ink.rough = 0.8;
    ink.halo *= relief < -0.004 ? 0.6 : 0;
  }
}

/** Where on the skull the band of light lies, by the sine of the height over the ears. */
const HALO = 0.7;

/** A band around the crown with uneven edges; hair that hangs has none, or its every strand would flash. */
function haloAt(x: number, y: number, z: number, phase: number): number {
  const up = y / Math.sqrt(x * x + y * y + z * z);
  const around = Math.atan2(x, z);
  const edge = 0.045 * Math.sin(around * 17 + phase) + 0.02 * Math.sin(around * 41);
  return smoothStep(0.095, 0.075, Math.abs(up - HALO) + edge);
}

/** Scalp shows between plaits that lie close to the head. */
function partRows(relief: number): void {
  if (local.y > -0.3) mixInk(canvas.now.palette.skin, smoothStep(0.022, 0.04, relief) * 0.75);
  ink.shine = 0.05;
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
