import { describe, expect, test } from 'bun:test';
import { COCO18_NAMES } from '@lumiku/pose-kit';
import fc from 'fast-check';
import { movePoint, SKETCH_STATURE, sketchedStanding } from './skeleton-moves.ts';

const indexOf = (name: (typeof COCO18_NAMES)[number]) => COCO18_NAMES.indexOf(name);

describe('a skeleton under the finger', () => {
  test('a sketched wrist goes to the finger and takes nothing else along', () => {
    const before = sketchedStanding();
    const after = movePoint(before, indexOf('leftWrist'), { x: 0.55, y: 0.3 }, SKETCH_STATURE);
    expect(after[indexOf('leftWrist')]).toEqual({ x: 0.55, y: 0.3 });
    expect(after[indexOf('leftElbow')]).toEqual(before[indexOf('leftElbow')] ?? null);
  });

  test('a sketched elbow takes its wrist along', () => {
    const before = sketchedStanding();
    const elbow = before[indexOf('leftElbow')] ?? { x: 0, y: 0 };
    const after = movePoint(
      before,
      indexOf('leftElbow'),
      { x: elbow.x + 0.02, y: elbow.y - 0.03 },
      SKETCH_STATURE,
    );
    const wrist = before[indexOf('leftWrist')] ?? { x: 0, y: 0 };
    expect(after[indexOf('leftWrist')]?.x).toBeCloseTo(wrist.x + 0.02);
  });

  test('no sketched limb ever looks longer than it is', () => {
    const limbs = ['leftElbow', 'leftWrist', 'rightKnee', 'rightAnkle'] as const;
    const place = fc.record({
      x: fc.double({ min: -1, max: 2, noNaN: true }),
      y: fc.double({ min: -1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...limbs), place), { maxLength: 6 }),
        (drags) => {
          let skeleton = sketchedStanding();
          for (const [name, to] of drags) {
            skeleton = movePoint(skeleton, indexOf(name), to, SKETCH_STATURE);
          }
          const thigh = Math.hypot(
            (skeleton[indexOf('rightKnee')]?.x ?? 0) - (skeleton[indexOf('rightHip')]?.x ?? 0),
            (skeleton[indexOf('rightKnee')]?.y ?? 0) - (skeleton[indexOf('rightHip')]?.y ?? 0),
          );
          expect(thigh).toBeLessThanOrEqual(0.248 * SKETCH_STATURE + 1e-9);
        },
      ),
    );
  });

  test('a point of a photo is put right by itself', () => {
    const before = sketchedStanding();
    const after = movePoint(before, indexOf('leftElbow'), { x: 0.9, y: 0.9 });
    expect(after[indexOf('leftElbow')]).toEqual({ x: 0.9, y: 0.9 });
    expect(after[indexOf('leftWrist')]).toEqual(before[indexOf('leftWrist')] ?? null);
  });
});
