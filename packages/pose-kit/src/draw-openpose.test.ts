import { expect, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import type { Keypoint } from './coco18.ts';
import { drawOpenpose } from './draw-openpose.ts';
import type { Raster } from './raster.ts';

function pixel(raster: Raster, x: number, y: number): number[] {
  const at = 3 * (y * raster.widthPx + x);
  return [...raster.pixels.slice(at, at + 3)];
}

function pointsWith(entries: Record<number, Keypoint>): (Keypoint | null)[] {
  return Array.from({ length: 18 }, (_, index) => entries[index] ?? null);
}

const upperArm = pointsWith({ 2: { x: 100, y: 100 }, 3: { x: 300, y: 100 } });

test('draws joints in full colour over limbs at 60 % of theirs, on black', () => {
  const raster = drawOpenpose({ keypoints: upperArm, widthPx: 512, heightPx: 512 });
  expect(pixel(raster, 100, 100)).toEqual([255, 170, 0]);
  expect(pixel(raster, 300, 100)).toEqual([255, 255, 0]);
  expect(pixel(raster, 200, 100)).toEqual([153, 102, 0]);
  expect(pixel(raster, 200, 120)).toEqual([0, 0, 0]);
});

test('makes a limb 4 px to either side of its middle on a 512 canvas and in proportion on others', () => {
  const small = drawOpenpose({ keypoints: upperArm, widthPx: 512, heightPx: 512 });
  expect(pixel(small, 200, 104)).toEqual([153, 102, 0]);
  expect(pixel(small, 200, 105)).toEqual([0, 0, 0]);
  const large = drawOpenpose({ keypoints: upperArm, widthPx: 1024, heightPx: 1024 });
  expect(pixel(large, 200, 108)).toEqual([153, 102, 0]);
});

test('thickens limbs and joints alike by the stick scale', () => {
  const raster = drawOpenpose({ keypoints: upperArm, widthPx: 512, heightPx: 512, stickScale: 3 });
  expect(pixel(raster, 200, 112)).toEqual([153, 102, 0]);
  expect(pixel(raster, 100, 112)).toEqual([255, 170, 0]);
});

test('uses no colour between: every pixel is black, a limb or a joint', () => {
  const raster = drawOpenpose({ keypoints: upperArm, widthPx: 256, heightPx: 256 });
  const seen = new Set<string>();
  for (let i = 0; i < raster.pixels.length; i += 3) {
    seen.add([...raster.pixels.slice(i, i + 3)].join());
  }
  expect([...seen].sort()).toEqual(['0,0,0', '153,102,0', '255,170,0']);
});

test('leaves out a limb with a missing joint but keeps the other joint', () => {
  const keypoints = pointsWith({ 2: { x: 100, y: 100 } });
  const raster = drawOpenpose({ keypoints, widthPx: 512, heightPx: 512 });
  expect(pixel(raster, 100, 100)).toEqual([255, 170, 0]);
  expect(raster.pixels.filter((value) => value === 153)).toHaveLength(0);
});

test('clips what lies outside the canvas', () => {
  const keypoints = pointsWith({ 2: { x: -50, y: 5 }, 3: { x: 700, y: 5 } });
  expect(() => drawOpenpose({ keypoints, widthPx: 64, heightPx: 64 })).not.toThrow();
});

test('refuses a canvas of no or enormous size', () => {
  expect(() => drawOpenpose({ keypoints: upperArm, widthPx: 0, heightPx: 64 })).toThrow(Fault);
  expect(() => drawOpenpose({ keypoints: upperArm, widthPx: 99999, heightPx: 64 })).toThrow(Fault);
});
