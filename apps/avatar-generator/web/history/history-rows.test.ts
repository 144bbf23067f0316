import { expect, test } from 'bun:test';
import type { Generation } from '../../contract.ts';
import { aGeneration } from '../generations/testing/a-generation.ts';
import { historyRows, placesOf } from './history-rows.ts';

function generation(id: string, status: Generation['status'], at: Date): Generation {
  return aGeneration({ id, status, createdAt: at.toISOString(), outputImageUrl: null });
}

const today = new Date(2026, 10, 21, 12);
const yesterday = new Date(2026, 10, 20, 12);
const list = [
  generation('a', 'completed', today),
  generation('b', 'failed', today),
  generation('c', 'completed', today),
  generation('d', 'completed', yesterday),
];
const kinds = (isPhone: boolean) => historyRows(list, 900, isPhone).map((row) => row.kind);

test('failed work stays where it was made, on a phone on a line of its own', () => {
  expect(kinds(false)).toEqual(['day', 'pictures', 'day', 'pictures']);
  expect(kinds(true)).toEqual(['day', 'failed', 'pictures', 'day', 'pictures']);
});

test('every picture has one place, rows counted over the whole list', () => {
  const rows = historyRows(list, 900, false);
  const places = placesOf(rows, 6);
  expect(places.map(({ id, row }) => [id, row])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['d', 3],
  ]);
  expect(places[0]?.middlePx).toBe(81);
});
