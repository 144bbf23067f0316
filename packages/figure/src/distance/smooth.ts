/** Smallest of two, rounded where they are closer than `k` (quadratic; Quilez, "smooth minimum"). */
export function smoothMin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  const m = Math.min(a, b);
  return h > 0 ? m - (h * h * 0.25) / k : m;
}

/** Largest of two, rounded where they are closer than `k`. */
export function smoothMax(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  const m = Math.max(a, b);
  return h > 0 ? m + (h * h * 0.25) / k : m;
}

export const clamp01 = (x: number): number => (x < 0 ? 0 : Math.min(x, 1));

/** 0 below `a`, 1 above `b`, an S between (also with a > b). */
export function smoothStep(a: number, b: number, x: number): number {
  const t = clamp01((x - a) / (b - a));
  return t * t * (3 - 2 * t);
}

export const square = (x: number): number => x * x;

/** About the distance to an ellipsoid (Quilez, "ellipsoid distance", first-order). */
export function ellipsoid(
  x: number,
  y: number,
  z: number,
  cx: number,
  cy: number,
  cz: number,
  rx: number,
  ry: number,
  rz: number,
): number {
  const a = (x - cx) / rx;
  const b = (y - cy) / ry;
  const c = (z - cz) / rz;
  const k0 = Math.sqrt(a * a + b * b + c * c);
  const k1 = Math.sqrt((a / rx) * (a / rx) + (b / ry) * (b / ry) + (c / rz) * (c / rz));
  return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
}
