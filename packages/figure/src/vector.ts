import type { Mat3, Vec3 } from '@lumiku/pose-kit';

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const lengthOf = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
export const mix = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Unit vector; `fallback` where `a` has no direction. */
export function normalise(a: Vec3, fallback: Vec3 = [0, 1, 0]): Vec3 {
  const length = lengthOf(a);
  return length < 1e-9 ? fallback : scale(a, 1 / length);
}

/** Matrix times vector: local to world when the columns are local axes. */
export const rotate = (m: Mat3, v: Vec3): Vec3 => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
  m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
];

export const transpose = (m: Mat3): Mat3 => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];

/** Matrix whose columns are the three axes. */
export const fromAxes = (x: Vec3, y: Vec3, z: Vec3): Mat3 => [
  x[0],
  y[0],
  z[0],
  x[1],
  y[1],
  z[1],
  x[2],
  y[2],
  z[2],
];

export const axisX = (m: Mat3): Vec3 => [m[0], m[3], m[6]];
export const axisY = (m: Mat3): Vec3 => [m[1], m[4], m[7]];
export const axisZ = (m: Mat3): Vec3 => [m[2], m[5], m[8]];

/** The part of `v` at right angles to the unit vector `n`, as a unit vector. */
export const perpendicular = (v: Vec3, n: Vec3, fallback: Vec3): Vec3 =>
  normalise(subtract(v, scale(n, dot(v, n))), fallback);

/** A place with its own axes: `point` and `direction` go from its space to the world. */
export interface Frame {
  readonly origin: Vec3;
  readonly axes: Mat3;
}
export const pointIn = (frame: Frame, v: Vec3): Vec3 => add(frame.origin, rotate(frame.axes, v));
