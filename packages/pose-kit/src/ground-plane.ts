/** A point on the floor: x to the subject's left, z forward. */
export type FloorPoint = readonly [x: number, z: number];

function turn(o: FloorPoint, a: FloorPoint, b: FloorPoint): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

function chain(points: readonly FloorPoint[]): FloorPoint[] {
  const kept: FloorPoint[] = [];
  for (const point of points) {
    for (;;) {
      const last = kept.at(-1);
      const before = kept.at(-2);
      if (!last || !before || turn(before, last, point) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept.slice(0, -1);
}

/** Corners of the smallest convex shape around the points, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly FloorPoint[]): FloorPoint[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

function toEdge(point: FloorPoint, a: FloorPoint, b: FloorPoint): number {
  const [dx, dz] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dz * dz;
  const along = (point[0] - a[0]) * dx + (point[1] - a[1]) * dz;
  const t = length < 1e-12 ? 0 : Math.max(0, Math.min(1, along / length));
  return Math.hypot(point[0] - a[0] - dx * t, point[1] - a[1] - dz * t);
}

/** How far a point is outside a convex shape; 0 inside. */
export function outsideHull(point: FloorPoint, hull: readonly FloorPoint[]): number {
  let isInside = hull.length > 2;
  let nearest = Number.POSITIVE_INFINITY;
  hull.forEach((corner, index) => {
    const next = hull[(index + 1) % hull.length] ?? corner;
    if (turn(corner, next, point) < 0) isInside = false;
    nearest = Math.min(nearest, toEdge(point, corner, next));
  });
  return isInside ? 0 : nearest;
}
