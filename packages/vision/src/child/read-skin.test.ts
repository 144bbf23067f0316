import { expect, test } from 'bun:test';
import { trustInDark } from './read-skin.ts';

test('dark skin with white eyes is trusted, a dim photo of light skin is not read at all', () => {
  expect(trustInDark(30, 64, 80)).toBe(1);
  expect(trustInDark(82, 62, 84)).toBe(1);
  // Glasses shade the eyes; the skin is light all the same.
  expect(trustInDark(74, 29, 84)).toBe(1);
  expect(trustInDark(51, 37, 52)).toBe(0);
  expect(trustInDark(28, 24, 33)).toBe(0);
});

test('what may be dark skin in dim light is doubted', () => {
  expect(trustInDark(20, 38, 60)).toBeLessThan(0.4);
  expect(trustInDark(25, undefined, 30)).toBeLessThan(0.4);
  expect(trustInDark(25, undefined, 80)).toBe(1);
});
