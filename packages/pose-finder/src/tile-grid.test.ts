import { expect, test } from 'bun:test';
import { pagesFor, pastGaps, tileAfter, tileGrid } from './tile-grid.ts';

test('tiles fill the width and are never narrower than they may be', () => {
  for (const width of [280, 400, 560, 700, 1200]) {
    const { columns, tileWidthPx } = tileGrid(width, false);
    expect(tileWidthPx * columns + 12 * (columns - 1)).toBeCloseTo(width);
    if (columns > 2) expect(tileWidthPx).toBeGreaterThanOrEqual(132);
  }
});

test('a phone has three in a row', () => {
  expect(tileGrid(328, true).columns).toBe(3);
});

test('only the pages in sight are asked for, and the first, which knows the total', () => {
  expect(pagesFor(0, 30, 60)).toEqual([0]);
  expect(pagesFor(9_950, 9_999, 60)).toEqual([0, 165, 166]);
});

test('arrows stop at the edges, End and Home go all the way', () => {
  expect(tileAfter(0, 'ArrowUp', 4, 10)).toBe(0);
  expect(tileAfter(5, 'ArrowDown', 4, 10)).toBe(9);
  expect(tileAfter(7, 'ArrowDown', 4, 10)).toBe(7);
  expect(tileAfter(3, 'End', 4, 10)).toBe(9);
  expect(tileAfter(9, 'PageUp', 4, 10)).toBe(0);
});

test('a tile that is left out leaves no gap: those after it move up', () => {
  const places = (gaps: number[]) => [0, 1, 2, 3].map((index) => pastGaps(index, gaps));
  expect(places([])).toEqual([0, 1, 2, 3]);
  expect(places([1])).toEqual([0, 2, 3, 4]);
  expect(places([0, 2, 3])).toEqual([1, 4, 5, 6]);
});
