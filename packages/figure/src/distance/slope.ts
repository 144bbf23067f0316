/** Which way and how fast a distance grows at a point: what the functions that measure slopes write. */
export const slope = { x: 0.5, y: 0.5, z: 0.5 };

export function setSlope(x: number, y: number, z: number): void {
  slope.x = x;
  slope.y = y;
  slope.z = z;
}

/**
 * What `smoothMax(a, b, k)` makes of the slopes of `a` (in `slope`) and `b` (given), and `smoothMin` with the sign of
 * `ahead` turned; `ahead` is `b - a`.
 */
export function mixSlope(ahead: number, k: number, x: number, y: number, z: number): void {
  const share = ahead >= k ? 1 : ahead <= -k ? 0 : 0.5 + (0.5 * ahead) / k;
  slope.x += (x - slope.x) * share;
  slope.y += (y - slope.y) * share;
  slope.z += (z - slope.z) * share;
}
