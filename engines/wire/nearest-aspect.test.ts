import { expect, test } from 'bun:test';
import { nearestAspect } from './nearest-aspect.ts';

test('the proportions nearest to a size', () => {
  const aspects = ['1:1', '3:4', '4:3', '9:16'] as const;
  expect(nearestAspect({ widthPx: 768, heightPx: 1024 }, aspects)).toBe('3:4');
  expect(nearestAspect({ widthPx: 1000, heightPx: 2000 }, aspects)).toBe('9:16');
});
