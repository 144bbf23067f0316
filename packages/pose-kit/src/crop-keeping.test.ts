import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { cropKeeping } from './crop-keeping.ts';

const picture = { widthPx: 768, heightPx: 1024 };
const standing = [
  { x: 384, y: 110 },
  { x: 330, y: 250 },
  { x: 440, y: 250 },
  { x: 384, y: 940 },
];

describe('a crop that keeps the figure', () => {
  test('is the largest of its shape, with the figure near its middle', () => {
    const crop = cropKeeping(picture, 9 / 16, standing);
    expect(crop).toEqual({ left: 97, top: 0, width: 576, height: 1024 });
  });

  test('does not exist where the figure would be cut, or nothing is known of it', () => {
    expect(cropKeeping(picture, 1, standing)).toBeNull();
    expect(cropKeeping(picture, 1, [])).toBeNull();
    expect(cropKeeping(picture, 1, [null, { x: -5, y: 3 }])).toBeNull();
  });

  test('never goes through a joint that shows, whatever the pose, the picture and the shape', () => {
    const side = fc.integer({ min: 64, max: 3_000 });
    const point = fc.option(
      fc.record({
        x: fc.integer({ min: -500, max: 3_500 }),
        y: fc.integer({ min: -500, max: 3_500 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.record({ widthPx: side, heightPx: side }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.array(point, { maxLength: 18 }),
        (size, aspect, seen) => {
          const crop = cropKeeping(size, aspect, seen);
          if (!crop) return;
          expect(crop.left).toBeGreaterThanOrEqual(0);
          expect(crop.top).toBeGreaterThanOrEqual(0);
          expect(crop.left + crop.width).toBeLessThanOrEqual(size.widthPx + 1);
          expect(crop.top + crop.height).toBeLessThanOrEqual(size.heightPx + 1);
          for (const joint of seen) {
            if (!joint || joint.x < 0 || joint.y < 0) continue;
            if (joint.x > size.widthPx || joint.y > size.heightPx) continue;
            expect(joint.x).toBeGreaterThanOrEqual(crop.left - 1);
            expect(joint.x).toBeLessThanOrEqual(crop.left + crop.width + 1);
            expect(joint.y).toBeGreaterThanOrEqual(crop.top - 1);
            expect(joint.y).toBeLessThanOrEqual(crop.top + crop.height + 1);
          }
        },
      ),
    );
  });
});
