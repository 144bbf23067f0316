import { expect, test } from 'bun:test';
import { fitSize } from './fit-size.ts';

const limits = { sizeMultiplePx: 16, shortestSidePx: 256, longestSidePx: 1440 };
const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });

test('a size the model can make, in the wanted proportions', () => {
  expect(fitSize(size(768, 1024), limits)).toEqual(size(768, 1024));
  expect(fitSize(size(1536, 2048), limits)).toEqual(size(1072, 1440));
  expect(fitSize(size(192, 256), limits)).toEqual(size(256, 336));
});

test('no more pixels than it can make at once', () => {
  const { widthPx, heightPx } = fitSize(size(2000, 2000), { ...limits, pixelsMax: 1_000_000 });
  expect(widthPx * heightPx).toBeLessThanOrEqual(1_000_000);
  expect(widthPx).toBe(heightPx);
});

test('any size within the longest side, where nothing else limits it', () => {
  expect(fitSize(size(1001, 667), { longestSidePx: 2048 })).toEqual(size(1001, 667));
  expect(fitSize(size(4096, 2048), { longestSidePx: 2048 })).toEqual(size(2048, 1024));
});

test('of a few fixed sizes the nearest in shape, then in area', () => {
  const sizes = [size(1024, 1024), size(1024, 1536), size(512, 768), size(1536, 1024)];
  expect(fitSize(size(600, 800), { longestSidePx: 1536, sizes })).toEqual(size(512, 768));
  expect(fitSize(size(1200, 1800), { longestSidePx: 1536, sizes })).toEqual(size(1024, 1536));
});
