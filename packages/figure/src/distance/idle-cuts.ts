import { FIRST_CUT } from '../scene/tables.ts';
import { isIdleCut } from './cuts.ts';
import { list } from './map-distance.ts';

/**
 * Takes the cuts out of `list[start..end)` that change nothing near the surface within `reach` of a point.
 * @returns the end of what is left
 */
export function dropIdleCuts(
  start: number,
  end: number,
  x: number,
  y: number,
  z: number,
  reach: number,
): number {
  let to = start;
  for (let i = start; i < end; i++) {
    const entry = list[i];
    if (entry < FIRST_CUT || !isIdleCut(entry - FIRST_CUT, x, y, z, reach)) list[to++] = entry;
  }
  return to;
}
