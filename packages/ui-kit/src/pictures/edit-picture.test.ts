import { expect, test } from 'bun:test';
import { turnedSize } from './edit-picture.ts';

test('a quarter turn swaps the sides, a full turn keeps them', () => {
  const quarter = turnedSize(300, 200, 90);
  expect(quarter.width).toBeCloseTo(200);
  expect(quarter.height).toBeCloseTo(300);
  const full = turnedSize(300, 200, 360);
  expect(full.width).toBeCloseTo(300);
  expect(full.height).toBeCloseTo(200);
});

test('a slanted picture needs a larger box', () => {
  const slanted = turnedSize(100, 100, 45);
  expect(slanted.width).toBeCloseTo(Math.SQRT2 * 100);
});
