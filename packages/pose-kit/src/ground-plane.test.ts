import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { convexHull, type FloorPoint, outsideHull } from './ground-plane.ts';

const coordinate = fc.integer({ min: -50, max: 50 });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 });

test('holds every point it was made around', () => {
  fc.assert(
    fc.property(points, (cloud) => {
      const hull = convexHull(cloud);
      for (const point of cloud) expect(outsideHull(point, hull)).toBeLessThan(1e-6);
    }),
  );
});

test('measures how far outside a point is', () => {
  const square: FloorPoint[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  expect(outsideHull([2, 0.5], convexHull(square))).toBeCloseTo(1, 9);
  expect(outsideHull([2, 2], convexHull(square))).toBeCloseTo(Math.SQRT2, 9);
  expect(outsideHull([0.5, 0.5], convexHull(square))).toBe(0);
});

test('knows only distance where all points lie on a line', () => {
  expect(
    outsideHull(
      [5, 3],
      convexHull([
        [0, 0],
        [10, 0],
      ]),
    ),
  ).toBeCloseTo(3, 9);
});
