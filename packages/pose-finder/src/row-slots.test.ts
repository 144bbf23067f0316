import { expect, test } from 'bun:test';
import { RowSlots } from './row-slots.ts';

test('a row keeps its slot while it is shown, and one that comes takes the slot of one that left', () => {
  const slots = new RowSlots();
  expect(slots.take([0, 1, 2])).toEqual([0, 1, 2]);
  expect(slots.take([1, 2, 3])).toEqual([1, 2, 0]);
  expect(slots.take([2, 3, 4, 5])).toEqual([2, 0, 1, 3]);
  expect(slots.take([90, 2])).toEqual([0, 2]);
});

test('asked twice for the same rows, as a render may, it answers the same', () => {
  const slots = new RowSlots();
  slots.take([4, 5, 6]);
  expect(slots.take([5, 6, 7])).toEqual(slots.take([5, 6, 7]));
});
