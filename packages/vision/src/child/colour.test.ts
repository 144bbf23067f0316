import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { colourDistance, hexOf, labOf, median, quantile, rgbOf } from './colour.ts';

test('known colours have their published L*a*b* values', () => {
  const close = (rgb: [number, number, number], lab: [number, number, number]) =>
    expect(colourDistance(labOf(rgb), lab)).toBeLessThan(0.3);
  close([255, 255, 255], [100, 0, 0]);
  close([0, 0, 0], [0, 0, 0]);
  close([255, 0, 0], [53.24, 80.09, 67.2]);
  close([0, 0, 255], [32.3, 79.19, -107.86]);
});

test('every sRGB colour survives the way to L*a*b* and back', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (r, g, b) => {
      const back = rgbOf(labOf([r, g, b]));
      for (const [i, value] of [r, g, b].entries()) {
        expect(Math.abs((back[i] ?? 999) - value)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('colours outside sRGB are written as the nearest edge, in six lower-case digits', () => {
  expect(hexOf([120, 0, 0])).toBe('#ffffff');
  expect(hexOf([-5, 0, 0])).toBe('#000000');
  expect(hexOf([60, 120, 80])).toMatch(/^#[0-9a-f]{6}$/);
});

test('the middle of nothing is zero and of some is one of them', () => {
  expect(median([])).toBe(0);
  expect(median([9, 1, 5])).toBe(5);
  expect(quantile([4, 1, 3, 2, 5], 1)).toBe(5);
});
