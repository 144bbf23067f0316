import { expect, test } from 'bun:test';
import type { Keypoint } from './coco18.ts';
import { drawFacePoints } from './draw-face-points.ts';

const face = (nose: Keypoint, rightEye: Keypoint | null, leftEye: Keypoint): (Keypoint | null)[] =>
  Array.from({ length: 18 }, (_, index) =>
    index === 0 ? nose : index === 14 ? rightEye : index === 15 ? leftEye : null,
  );
const canvas = { widthPx: 200, heightPx: 200 };
const pixel = (raster: { pixels: Uint8Array }, x: number, y: number) =>
  [...raster.pixels.subarray(3 * (y * 200 + x), 3 * (y * 200 + x) + 3)].join();

test('eyes, nose and mouth stand in their colours, the eye at image left first', () => {
  const raster = drawFacePoints({
    keypoints: face({ x: 100, y: 100 }, { x: 70, y: 70 }, { x: 130, y: 70 }),
    ...canvas,
  });
  expect(pixel(raster, 70, 70)).toBe('255,0,0');
  expect(pixel(raster, 130, 70)).toBe('0,255,0');
  expect(pixel(raster, 100, 100)).toBe('0,0,255');
  expect(pixel(raster, 78, 122)).toBe('255,255,0');
  expect(pixel(raster, 122, 122)).toBe('255,0,255');
  expect(pixel(raster, 5, 5)).toBe('0,0,0');
});

test('a face seen from behind gives a black map', () => {
  const raster = drawFacePoints({
    keypoints: face({ x: 100, y: 100 }, null, { x: 130, y: 70 }),
    ...canvas,
  });
  expect(raster.pixels.every((value) => value === 0)).toBe(true);
});
