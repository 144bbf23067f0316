import { describe, expect, test } from 'bun:test';
import { extendTo, keepOnly, neighbour, nothingSelected, selectAll, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('selection', () => {
  test('a range runs from the anchor in either direction and keeps what was chosen', () => {
    const forward = extendTo(toggle(nothingSelected, 'b'), order, 'd');
    expect(chosen(forward)).toEqual(['b', 'c', 'd']);
    const back = extendTo(forward, order, 'a');
    expect(chosen(back)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('toggling twice leaves nothing chosen', () => {
    expect(chosen(toggle(toggle(nothingSelected, 'a'), 'a'))).toEqual([]);
  });

  test('a range without a start, or whose start is gone, chooses just the one', () => {
    expect(chosen(extendTo(nothingSelected, order, 'c'))).toEqual(['c']);
    const stale = toggle(nothingSelected, 'gone');
    expect(chosen(extendTo(stale, order, 'c'))).toEqual(['c', 'gone']);
  });

  test('pictures that are gone are no longer counted', () => {
    const kept = keepOnly(selectAll(order), ['b', 'd']);
    expect(chosen(kept)).toEqual(['b', 'd']);
    expect(kept.anchor).toBeNull();
  });

  test('nothing changes identity while everything chosen is still there', () => {
    const selection = toggle(nothingSelected, 'a');
    expect(keepOnly(selection, order)).toBe(selection);
  });
});

describe('moving about', () => {
  const places = [
    { id: 'a', row: 0, middlePx: 50 },
    { id: 'b', row: 0, middlePx: 150 },
    { id: 'c', row: 0, middlePx: 250 },
    { id: 'd', row: 1, middlePx: 80 },
    { id: 'e', row: 1, middlePx: 220 },
  ];
  test('left and right follow the reading order across rows', () => {
    expect(neighbour(places, 'c', 'ArrowRight')).toBe('d');
    expect(neighbour(places, 'd', 'ArrowLeft')).toBe('c');
  });
  test('up and down go to the nearest picture of the next row', () => {
    expect(neighbour(places, 'c', 'ArrowDown')).toBe('e');
    expect(neighbour(places, 'd', 'ArrowUp')).toBe('a');
  });
  test('at an edge nothing moves', () => {
    expect(neighbour(places, 'a', 'ArrowLeft')).toBe('a');
    expect(neighbour(places, 'e', 'ArrowDown')).toBe('e');
    expect(neighbour(places, 'a', 'End')).toBe('e');
  });
});
