import type { Mat3, Vec3 } from './solved-pose.ts';
import { anyAcross, cross, norm, scale, unit } from './vec3.ts';

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const RADIANS = Math.PI / 180;

/** Turns of a body part in degrees: yaw + to its left, pitch + forward and down, roll + left side up. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

export function rotationX(degrees: number): Mat3 {
  const c = Math.cos(degrees * RADIANS);
  const s = Math.sin(degrees * RADIANS);
  return [1, 0, 0, 0, c, -s, 0, s, c];
}

export function rotationY(degrees: number): Mat3 {
  const c = Math.cos(degrees * RADIANS);
  const s = Math.sin(degrees * RADIANS);
  return [c, 0, s, 0, 1, 0, -s, 0, c];
}

export function rotationZ(degrees: number): Mat3 {
  const c = Math.cos(degrees * RADIANS);
  const s = Math.sin(degrees * RADIANS);
  return [c, -s, 0, s, c, 0, 0, 0, 1];
}

export function multiply(a: Mat3, b: Mat3): Mat3 {
  const at = (row: number, column: number): number =>
    a[3 * row] * b[column] + a[3 * row + 1] * b[3 + column] + a[3 * row + 2] * b[6 + column];
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)];
}

export function transpose(m: Mat3): Mat3 {
  return [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
}

export function apply(m: Mat3, v: Vec3): Vec3 {
  return [
    m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
    m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
    m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
  ];
}

/** Yaw after pitch after roll, the order in which a person would turn, lean and tilt. */
export function fromTurn(turn: Turn): Mat3 {
  return multiply(rotationY(turn.yaw), multiply(rotationX(turn.pitch), rotationZ(turn.roll)));
}

/** Yaw, pitch and roll of a rotation: what `fromTurn` puts together. */
export function turnOf(m: Mat3): Turn {
  return {
    yaw: Math.atan2(m[2], m[8]) / RADIANS,
    pitch: Math.asin(Math.max(-1, Math.min(1, -m[5]))) / RADIANS,
    roll: Math.atan2(m[3], m[4]) / RADIANS,
  };
}

export function column(m: Mat3, index: 0 | 1 | 2): Vec3 {
  return [m[index], m[3 + index], m[6 + index]];
}

export function fromColumns(x: Vec3, y: Vec3, z: Vec3): Mat3 {
  return [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]];
}

/** Frame whose +y is `up` and whose +z comes as near to `front` as a right angle allows. */
export function fromUpAndFront(up: Vec3, front: Vec3): Mat3 {
  const y = unit(up);
  const sideways = cross(y, front);
  const x = norm(sideways) < 1e-6 ? anyAcross(y) : unit(sideways);
  return fromColumns(x, y, cross(x, y));
}

/** Rotation by `degrees` about the unit vector `axis` (Rodrigues). */
export function aboutAxis(axis: Vec3, degrees: number): Mat3 {
  const c = Math.cos(degrees * RADIANS);
  const s = Math.sin(degrees * RADIANS);
  const t = 1 - c;
  const [x, y, z] = axis;
  return [
    t * x * x + c,
    t * x * y - s * z,
    t * x * z + s * y,
    t * x * y + s * z,
    t * y * y + c,
    t * y * z - s * x,
    t * x * z - s * y,
    t * y * z + s * x,
    t * z * z + c,
  ];
}

/** Share `t` of a rotation, about the same axis. For turns below 170 degrees. */
export function partOf(m: Mat3, t: number): Mat3 {
  const axis: Vec3 = [m[7] - m[5], m[2] - m[6], m[3] - m[1]];
  const sine = norm(axis) / 2;
  const cosine = (m[0] + m[4] + m[8] - 1) / 2;
  if (sine < 1e-9) return IDENTITY;
  return aboutAxis(scale(axis, 0.5 / sine), (Math.atan2(sine, cosine) * t) / RADIANS);
}
