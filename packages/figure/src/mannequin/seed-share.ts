/** A number 0..1 that depends only on the seed and on what it is for (mulberry32 of their mix). */
export function seedShare(seed: number, purpose: number): number {
  let t = (seed ^ Math.imul(purpose, 0x9e3779b1)) + 0x6d2b79f5;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
