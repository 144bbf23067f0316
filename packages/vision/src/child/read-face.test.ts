import { expect, test } from 'bun:test';
import { FaceTraits } from '@lumiku/contract';
import type { MeshPoint } from './face-angles.ts';
import { readFace } from './read-face.ts';

const AHEAD = { yaw: 0, pitch: 0 };

/** Landmarks of a plain face, 100 pixels wide; `change` moves some of them. */
function mesh(change: Record<number, readonly [number, number]> = {}): MeshPoint[] {
  const places: Record<number, readonly [number, number]> = {
    234: [0, 50],
    454: [100, 50],
    10: [50, -10],
    152: [50, 110.9],
    172: [9.5, 85],
    397: [90.5, 85],
    176: [33.5, 105],
    400: [66.5, 105],
    187: [10.3, 68],
    411: [89.7, 68],
    159: [25, 42.2],
    145: [25, 47.8],
    386: [75, 42.2],
    374: [75, 47.8],
    133: [36.4, 45],
    362: [63.6, 45],
    33: [14, 44.8],
    263: [86, 44.8],
    105: [25, 29.7],
    334: [75, 29.7],
    129: [34, 70],
    358: [66, 70],
    168: [50, 35],
    2: [50, 71.6],
    0: [50, 80],
    13: [50, 85.9],
    14: [50, 86],
    17: [50, 91.9],
    61: [29.3, 86],
    291: [70.7, 86],
    ...change,
  };
  return Array.from({ length: 468 }, (_, i): MeshPoint => [...(places[i] ?? [50, 50]), 0]);
}

test('a plain face has no traits worth telling, whatever its size in the photo', () => {
  for (const scale of [1, 6.5]) {
    const scaled = mesh().map(([x, y, z]): MeshPoint => [x * scale, y * scale, z * scale]);
    const traits = Object.values(readFace(scaled, AHEAD)?.value ?? { none: 1 });
    expect(traits.every((share) => share === 0)).toBe(true);
  }
});

test('a wide jaw, full lips and eyes that rise outwards are told as such', () => {
  const face = readFace(
    mesh({ 172: [6, 85], 397: [94, 85], 0: [50, 77], 33: [14, 41], 263: [86, 41] }),
    AHEAD,
  );
  expect(face?.value.jawWidth).toBeGreaterThanOrEqual(0.75);
  expect(face?.value.lips).toBeGreaterThanOrEqual(0.5);
  expect(face?.value.eyeTilt).toBeGreaterThanOrEqual(0.75);
  expect(face?.value.noseWidth).toBe(0);
});

test('traits keep to coarse steps the contract accepts, also for a face nobody has', () => {
  const odd = readFace(mesh({ 129: [10, 70], 358: [95, 70], 2: [50, 200] }), AHEAD);
  const traits = FaceTraits.parse(odd?.value);
  for (const share of Object.values(traits)) {
    expect(Math.abs(share ?? 0)).toBeLessThanOrEqual(1);
    expect(((share ?? 0) * 4) % 1).toBe(0);
  }
});

test('nothing is told of a face turned away, nor of ears and the thickness of brows', () => {
  expect(readFace(mesh(), { yaw: 28, pitch: 0 })).toBeUndefined();
  expect(readFace(mesh(), { yaw: 0, pitch: -25 })).toBeUndefined();
  expect(readFace(mesh(), AHEAD)?.value).not.toHaveProperty('ears');
  expect(readFace(mesh(), AHEAD)?.value).not.toHaveProperty('browThickness');
});
