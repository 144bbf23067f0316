import { expect, test } from 'bun:test';
import type { Vec3 } from '@lumiku/pose-kit';
import { addLimb, clearScene, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { params } from '../scene/tables.ts';
import { limb } from './limb.ts';

const TOP: Vec3 = [0.1, 0.5, 0];
const radius = (share: number): number => 0.03 - 0.012 * share * share;

function limbOf(hem: boolean): (x: number, y: number, z: number) => number {
  clearScene();
  startGroup(Material.skin);
  const bottom: Vec3 = [TOP[0], TOP[1] - 0.24, TOP[2]];
  const curve = { radius, aside: (share: number) => 0.008 * share };
  addLimb(TOP, bottom, curve, [0, 0, -1], hem, 0, Part.leg);
  return (x, y, z) => limb(0, x - params[0], y - params[1], z - params[2]);
}

test('a limb is as thick as its curve says, around a middle that moves aside', () => {
  const distance = limbOf(false);
  for (let share = 0; share <= 1; share += 0.05) {
    const y = TOP[1] - 0.24 * share;
    for (const side of [1, -1])
      expect(distance(TOP[0], y, -0.008 * share + side * radius(share))).toBeCloseTo(0, 4);
  }
});

test('the surface of a limb turns without a step from one piece of its curve to the next', () => {
  const distance = limbOf(false);
  const h = 1e-5;
  const slope = (y: number): number =>
    (distance(TOP[0] + 0.03, y + h, 0) - distance(TOP[0] + 0.03, y - h, 0)) / (2 * h);
  for (let y = TOP[1] - 0.01; y > TOP[1] - 0.23; y -= 0.0005)
    expect(Math.abs(slope(y) - slope(y - 0.0005))).toBeLessThan(0.002);
});

test('a hem ends a limb flat, a bare end is round', () => {
  const below = TOP[1] - 0.24 - 0.006;
  expect(limbOf(true)(TOP[0], below, -0.008)).toBeCloseTo(0.006, 4);
  expect(limbOf(false)(TOP[0], below, -0.008)).toBeLessThan(0);
});
