import { expect, test } from 'bun:test';
import { byDay } from './timeline.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test('midnight where the person is divides the days, and order is kept', () => {
  const items = [at(2026, 10, 21, 9, 0), at(2026, 10, 21, 0, 1), at(2026, 10, 20, 23, 59)];
  const days = byDay(items, (item) => item);
  expect(days.map((day) => [day.key, day.items])).toEqual([
    ['2026-11-21', items.slice(0, 2)],
    ['2026-11-20', items.slice(2)],
  ]);
});

test('no pictures, no days', () => {
  expect(byDay([], () => '')).toEqual([]);
});
