import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { segmentDistance } from './segment-distance.ts';
import type { Vec3 } from './solved-pose.ts';
import { between, distance } from './vec3.ts';

const n = fc.double({ min: -1, max: 1, noNaN: true });
const point: fc.Arbitrary<Vec3> = fc.tuple(n, n, n);

test('is never longer than the way between any two points of the segments, and nearly reached by some', () => {
  fc.assert(
    fc.property(point, point, point, point, (a, b, c, d) => {
      const found = segmentDistance([a, b], [c, d]);
      let sampled = Number.POSITIVE_INFINITY;
      for (let i = 0; i <= 20; i++) {
        for (let j = 0; j <= 20; j++) {
          sampled = Math.min(sampled, distance(between(a, b, i / 20), between(c, d, j / 20)));
        }
      }
      expect(found).toBeLessThan(sampled + 1e-6);
      const step = (distance(a, b) + distance(c, d)) / 40;
      expect(found).toBeGreaterThan(sampled - step - 1e-6);
    }),
  );
});
