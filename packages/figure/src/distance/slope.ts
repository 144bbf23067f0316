/** Which way and how fast a distance grows at a point: what the functions that measure slopes write. */
export const slope = { x: 0.5, y: 0.5, z: 0.5 };

export function setSlope(x: number, y: number, z: number): void {
  slope.x = x;
  slope.y = y;
  slope.z = z;
}

/** Half the side of the tetrahedron by which what has no formula of its own is measured. */
export const REACH = 0.0005;

/** The slope of a distance of which four corners of that tetrahedron around a place are known, named by their signs. */
export function setMeasuredSlope(pmm: number, mmp: number, mpm: number, ppp: number): void {
  const s = 0.25 / REACH;
  setSlope((pmm - mmp - mpm + ppp) * s, (-pmm - mmp + mpm + ppp) * s, (-pmm + mmp - mpm + ppp) * s);
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
