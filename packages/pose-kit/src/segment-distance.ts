import type { Vec3 } from './solved-pose.ts';
import { add, distance, dot, scale, subtract } from './vec3.ts';

export type Segment = readonly [from: Vec3, to: Vec3];

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

export function pointToSegment(point: Vec3, [from, to]: Segment): number {
  const along = subtract(to, from);
  const length = dot(along, along);
  const t = length < 1e-12 ? 0 : clamp(dot(subtract(point, from), along) / length);
  return distance(point, add(from, scale(along, t)));
}

/** Shortest distance between two segments (Ericson, Real-Time Collision Detection, 5.1.9). */
export function segmentDistance(a: Segment, b: Segment): number {
  const d1 = subtract(a[1], a[0]);
  const d2 = subtract(b[1], b[0]);
  const r = subtract(a[0], b[0]);
  const aa = dot(d1, d1);
  const ee = dot(d2, d2);
  const f = dot(d2, r);
  if (aa < 1e-12) return pointToSegment(a[0], b);
  if (ee < 1e-12) return pointToSegment(b[0], a);
  const c = dot(d1, r);
  const bb = dot(d1, d2);
  const denominator = aa * ee - bb * bb;
  let s = denominator > 1e-12 ? clamp((bb * f - c * ee) / denominator) : 0;
  let t = (bb * s + f) / ee;
  if (t < 0) {
    t = 0;
    s = clamp(-c / aa);
  } else if (t > 1) {
    t = 1;
    s = clamp((bb - c) / aa);
  }
  return distance(add(a[0], scale(d1, s)), add(b[0], scale(d2, t)));
}
