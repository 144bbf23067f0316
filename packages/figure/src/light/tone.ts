import { clamp01 } from '../distance/smooth.ts';

const STEPS = 8192;
const BRIGHTEST = 4;
/** Linear light → byte, indexed by the square root so that the darks keep enough steps. */
const table = new Uint8Array(STEPS * 2 + 2);
for (let i = 0; i < table.length; i++) {
  const v = ((i + 0.5) / STEPS) ** 2;
  const x = v * 0.74;
  // Filmic curve after Narkowicz, "ACES filmic tone mapping curve".
  const curved = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
  // The curve alone never quite reaches white; paper has to.
  const white = clamp01((v - 2) / (BRIGHTEST - 2.05));
  table[i] = Math.round(255 * clamp01(curved + (1 - curved) * white * white) ** (1 / 2.2));
}

/** Linear light to an sRGB byte through the picture's tone curve. */
export function toneByte(v: number): number {
  if (v <= 0) return 0;
  return v >= BRIGHTEST ? table[STEPS * 2] : table[(Math.sqrt(v) * STEPS) | 0];
}

/** Where linear light stands on the tone curve; between two near places of a picture it changes evenly. */
export const tonePlace = (v: number): number =>
  Math.sqrt(Math.min(Math.max(v, 0), BRIGHTEST)) * STEPS;

/** The byte of a place on the tone curve. */
export const byteAtPlace = (place: number): number => table[place | 0];

/** Linear light that the tone curve turns into this byte share (0..1) again: for backdrops that must match a colour. */
export function beforeTone(byte: number): number {
  let low = 0;
  let high = STEPS * 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle] < byte) low = middle + 1;
    else high = middle;
  }
  return ((low + 0.5) / STEPS) ** 2;
}
