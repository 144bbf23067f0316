import { expect, test } from 'bun:test';
import { stickScaleFor } from './stick-scale.ts';

test('xinsir’s networks get the thick lines of their model card, all others the usual ones', () => {
  const radius = (widthPx: number, heightPx: number) =>
    (stickScaleFor('xinsir', { widthPx, heightPx }) * 4 * Math.min(widthPx, heightPx)) / 512;
  expect(radius(384, 480)).toBeCloseTo(4);
  expect(radius(768, 960)).toBeCloseTo(8);
  expect(radius(1024, 1024)).toBeCloseTo(12);
  expect(radius(6_000, 6_000)).toBeCloseTo(28);
  expect(stickScaleFor('standard', { widthPx: 1024, heightPx: 1024 })).toBe(1);
});
