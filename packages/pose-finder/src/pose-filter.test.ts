import { expect, test } from 'bun:test';
import { filterQuery, filtersInForce, noFilter, withFacet } from './pose-filter.ts';

test('the same filter gives the same query whatever was clicked first', () => {
  const one = withFacet(withFacet(noFilter, 'view', 'side'), 'category', 'walking');
  const other = withFacet(withFacet(noFilter, 'category', 'walking'), 'view', 'side');
  expect(filterQuery(one).toString()).toBe('category=walking&view=side');
  expect(filterQuery(other).toString()).toBe(filterQuery(one).toString());
});

test('choosing a chosen value again takes it away', () => {
  const once = withFacet(noFilter, 'category', 'seated');
  expect(withFacet(once, 'category', 'seated')).toEqual({});
  expect(withFacet(once, 'category', null)).toEqual({});
});

test('blank words are no search', () => {
  expect(filterQuery({ q: '   ' }).toString()).toBe('');
  expect(filterQuery({ q: ' hand on hip ' }).toString()).toBe('q=hand+on+hip');
});

test('the category chip is not counted among the filters', () => {
  expect(filtersInForce({ category: 'seated', view: 'back', gender: 'any', mood: 'calm' })).toBe(3);
});

test('a shelf is part of the query, the whole library is not', () => {
  expect(filterQuery(noFilter, { kind: 'all' }).toString()).toBe('');
  expect(filterQuery({ view: 'back' }, { kind: 'mine' }).toString()).toBe('view=back&mine=true');
  expect(filterQuery(noFilter, { kind: 'collection', id: 'c1' }).toString()).toBe('collection=c1');
});
