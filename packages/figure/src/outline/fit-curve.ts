/** Four points of a cubic Bézier curve, x and y each. */
export type Cubic = readonly [number, number, number, number, number, number, number, number];

export interface Vector {
  readonly x: number;
  readonly y: number;
}
const ROUNDS = 4;

/**
 * Cubic curves through the points [from, to] of a line that stay within `tolerance` of it (Schneider, "An algorithm
 * for automatically fitting digitized curves", Graphics Gems). `points`: x, y, x, y …
 * @param start @param end unit vectors in which the curve leaves its two ends
 */
export function fitCurve(
  points: Float64Array,
  [from, to]: readonly [number, number],
  [start, end]: readonly [Vector, Vector],
  tolerance: number,
): Cubic[] {
  const out: Cubic[] = [];
  fitPart(points, from, to, start, end, tolerance, out);
  return out;
}

/** Unit vector from point `a` of a line to point `b`. */
export const directionOf = (points: Float64Array, a: number, b: number): Vector =>
  unit(points[2 * b] - points[2 * a], points[2 * b + 1] - points[2 * a + 1]);

const pointAt = (points: Float64Array, i: number): Vector => ({
  x: points[2 * i],
  y: points[2 * i + 1],
});

function unit(x: number, y: number): Vector {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

function fitPart(
  points: Float64Array,
  from: number,
  to: number,
  start: Vector,
  end: Vector,
  tolerance: number,
  out: Cubic[],
): void {
  const a = pointAt(points, from);
  const b = pointAt(points, to);
  if (to - from < 2) {
    const third = Math.hypot(b.x - a.x, b.y - a.y) / 3;
    out.push(cubicOf(a, b, start, end, third, third));
    return;
  }
  let along = chordLengths(points, from, to);
  let curve = bestCubic(points, from, to, start, end, along);
  let worst = worstOf(points, from, to, curve, along);
  // Near enough that moving the parameters may still bring it within reach.
  for (
    let round = 0;
    round < ROUNDS && worst.off > tolerance && worst.off < 6 * tolerance;
    round++
  ) {
    along = nearer(points, from, curve, along);
    curve = bestCubic(points, from, to, start, end, along);
    worst = worstOf(points, from, to, curve, along);
  }
  if (worst.off <= tolerance) {
    out.push(curve);
    return;
  }
  const split = worst.at;
  const back = directionOf(points, Math.min(to, split + 2), Math.max(from, split - 2));
  fitPart(points, from, split, start, back, tolerance, out);
  fitPart(points, split, to, { x: -back.x, y: -back.y }, end, tolerance, out);
}

const cubicOf = (
  a: Vector,
  b: Vector,
  start: Vector,
  end: Vector,
  first: number,
  second: number,
): Cubic => [
  a.x,
  a.y,
  a.x + start.x * first,
  a.y + start.y * first,
  b.x + end.x * second,
  b.y + end.y * second,
  b.x,
  b.y,
];

function chordLengths(points: Float64Array, from: number, to: number): Float64Array {
  const along = new Float64Array(to - from + 1);
  for (let i = 1; i < along.length; i++) {
    const a = pointAt(points, from + i - 1);
    const b = pointAt(points, from + i);
    along[i] = along[i - 1] + Math.hypot(b.x - a.x, b.y - a.y);
  }
  const whole = along[along.length - 1] || 1;
  return along.map((length) => length / whole);
}

/** The least squares curve with both ends and their directions given. */
function bestCubic(
  points: Float64Array,
  from: number,
  to: number,
  start: Vector,
  end: Vector,
  along: Float64Array,
): Cubic {
  const a = pointAt(points, from);
  const b = pointAt(points, to);
  let c00 = 0;
  let c01 = 0;
  let c11 = 0;
  let x0 = 0;
  let x1 = 0;
  for (let i = 0; i < along.length; i++) {
    const t = along[i];
    const s = 1 - t;
    const b1 = 3 * t * s * s;
    const b2 = 3 * t * t * s;
    const b0 = s * s * s + b1;
    const b3 = t * t * t + b2;
    const p = pointAt(points, from + i);
    const dx = p.x - a.x * b0 - b.x * b3;
    const dy = p.y - a.y * b0 - b.y * b3;
    c00 += b1 * b1;
    c01 += b1 * b2 * (start.x * end.x + start.y * end.y);
    c11 += b2 * b2;
    x0 += b1 * (start.x * dx + start.y * dy);
    x1 += b2 * (end.x * dx + end.y * dy);
  }
  const whole = c00 * c11 - c01 * c01;
  const chord = Math.hypot(b.x - a.x, b.y - a.y);
  const first = Math.abs(whole) < 1e-12 ? 0 : (x0 * c11 - x1 * c01) / whole;
  const second = Math.abs(whole) < 1e-12 ? 0 : (c00 * x1 - c01 * x0) / whole;
  const least = 1e-6 * chord;
  // Handles that point backwards or run away would make a loop.
  const isWild = first < least || second < least || first > 3 * chord || second > 3 * chord;
  return isWild
    ? cubicOf(a, b, start, end, chord / 3, chord / 3)
    : cubicOf(a, b, start, end, first, second);
}

function valueAt([ax, ay, bx, by, cx, cy, dx, dy]: Cubic, t: number): Vector {
  const s = 1 - t;
  const b0 = s * s * s;
  const b1 = 3 * s * s * t;
  const b2 = 3 * s * t * t;
  const b3 = t * t * t;
  return { x: ax * b0 + bx * b1 + cx * b2 + dx * b3, y: ay * b0 + by * b1 + cy * b2 + dy * b3 };
}

function worstOf(
  points: Float64Array,
  from: number,
  to: number,
  curve: Cubic,
  along: Float64Array,
): { off: number; at: number } {
  let off = 0;
  let at = (from + to) >> 1;
  for (let i = 1; i + 1 < along.length; i++) {
    const v = valueAt(curve, along[i]);
    const p = pointAt(points, from + i);
    const away = Math.hypot(v.x - p.x, v.y - p.y);
    if (away > off) {
      off = away;
      at = from + i;
    }
  }
  return { off, at };
}

/** One Newton step of every parameter towards the point of the curve nearest to its own. */
function nearer(
  points: Float64Array,
  from: number,
  curve: Cubic,
  along: Float64Array,
): Float64Array {
  const [ax, ay, bx, by, cx, cy, dx, dy] = curve;
  return along.map((t, i) => {
    const s = 1 - t;
    const v = valueAt(curve, t);
    const p = pointAt(points, from + i);
    const x1 = 3 * (s * s * (bx - ax) + 2 * s * t * (cx - bx) + t * t * (dx - cx));
    const y1 = 3 * (s * s * (by - ay) + 2 * s * t * (cy - by) + t * t * (dy - cy));
    const x2 = 6 * (s * (cx - 2 * bx + ax) + t * (dx - 2 * cx + bx));
    const y2 = 6 * (s * (cy - 2 * by + ay) + t * (dy - 2 * cy + by));
    const slope = x1 * x1 + y1 * y1 + (v.x - p.x) * x2 + (v.y - p.y) * y2;
    if (Math.abs(slope) < 1e-12) return t;
    const next = t - ((v.x - p.x) * x1 + (v.y - p.y) * y1) / slope;
    return Math.min(1, Math.max(0, next));
  });
}
