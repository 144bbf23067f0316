import type { Shading } from '@lumiku/contract';
import { normal } from '../march/trace.ts';
import { ink } from '../paint/ink.ts';
import { lamps } from './lamps.ts';
import { CLOTH_WRAP, FLESH_WRAP, reaching } from './lit.ts';
import { shadeClay } from './shade-clay.ts';
import { shadeCartoon, shadeCel, shadeLine } from './shade-drawn.ts';
import { keyLightAt, opennessAt } from './shadow.ts';

/** How this picture is drawn. */
export const shading: { style: Shading } = { style: 'clay' };

/** Light on the surface point whose paint is in `ink` and whose direction is in `normal`, into `lit`. */
export function shadePoint(x: number, y: number, z: number): void {
  const nx = normal.x;
  const ny = normal.y;
  const nz = normal.z;
  reaching.open = opennessAt(x, y, z, nx, ny, nz);
  reaching.facing = nx * lamps.keyX + ny * lamps.keyY + nz * lamps.keyZ;
  const isLit = reaching.facing >= -(ink.flesh ? FLESH_WRAP : CLOTH_WRAP);
  reaching.key = isLit
    ? keyLightAt(x + nx * 0.007, y + ny * 0.007, z + nz * 0.007, lamps.shadow)
    : 0;
  shadeInk();
}

/** The paint in `ink` in the light of the last `shadePoint`, into `lit`. */
export function shadeInk(): void {
  switch (shading.style) {
    case 'clay':
      shadeClay();
      return;
    case 'cartoon':
      shadeCartoon();
      return;
    case 'line':
      shadeLine();
      return;
    default:
      shadeCel();
  }
}
