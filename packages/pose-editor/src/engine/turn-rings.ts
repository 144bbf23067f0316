import { type PoseCamera, projectPoint, type Vec3 } from '@lumiku/pose-kit';
import { add, anyAcross, cross, scale } from '@lumiku/pose-kit/vec3';

/** The rings of the turning tool: one around each axis of the world. */
export const RING_AXES: readonly { readonly name: 'x' | 'y' | 'z'; readonly axis: Vec3 }[] = [
  { name: 'x', axis: [1, 0, 0] },
  { name: 'y', axis: [0, 1, 0] },
  { name: 'z', axis: [0, 0, 1] },
];
const STEPS = 48;

export interface RingPoint {
  readonly x: number;
  readonly y: number;
  readonly isFront: boolean;
}

/** A ring as the camera sees it; `radiusPx` is how large it looks face on. */
export function ringPoints(
  camera: PoseCamera,
  centre: Vec3,
  axis: Vec3,
  radiusPx: number,
): RingPoint[] {
  const middle = projectPoint(camera, centre);
  const radius = (radiusPx * middle.depth) / camera.focalPx;
  const u = anyAcross(axis);
  const v = cross(axis, u);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI;
    const point = add(
      centre,
      add(scale(u, radius * Math.cos(angle)), scale(v, radius * Math.sin(angle))),
    );
    const at = projectPoint(camera, point);
    return { x: at.x, y: at.y, isFront: at.depth <= middle.depth + 1e-4 };
  });
}

export interface RingHit {
  readonly axis: Vec3;
  /** The way the ring runs under the finger, one pixel long; degrees for each pixel along it. */
  readonly along: readonly [x: number, y: number];
  readonly degreesPerPx: number;
}

/** The ring under a place, the front half first. */
export function ringAt(
  camera: PoseCamera,
  centre: Vec3,
  place: { readonly x: number; readonly y: number },
  { radiusPx, reachPx }: { readonly radiusPx: number; readonly reachPx: number },
): RingHit | null {
  let best: { away: number; hit: RingHit } | null = null;
  // Where a ring runs towards the eye it looks short; turning stays as quick as face on.
  const degreesPerPx = 360 / (2 * Math.PI * radiusPx);
  for (const { axis } of RING_AXES) {
    const points = ringPoints(camera, centre, axis, radiusPx);
    for (const [at, here] of points.entries()) {
      const next = points[at + 1];
      if (!next) continue;
      const away = Math.hypot(here.x - place.x, here.y - place.y) + (here.isFront ? 0 : 6);
      if (away > reachPx || (best && away >= best.away)) continue;
      const [dx, dy] = [next.x - here.x, next.y - here.y];
      const length = Math.hypot(dx, dy);
      if (length < 0.4) continue;
      best = { away, hit: { axis, along: [dx / length, dy / length], degreesPerPx } };
    }
  }
  return best?.hit ?? null;
}
