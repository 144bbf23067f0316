import { expect, test } from 'bun:test';
import { type Readiness, whatIsMissing } from './what-is-missing.ts';

const ready: Readiness = {
  hasPhoto: true,
  photoTone: 'good',
  hasPose: true,
  price: 7,
  available: 7,
};

test('exactly enough credits is enough', () => {
  expect(whatIsMissing(ready)).toBeNull();
  expect(whatIsMissing({ ...ready, available: 6 })?.words.en).toBe(
    'This costs 7 credits and you have 6.',
  );
});

test('things are asked for in the order they are done', () => {
  const nothing: Readiness = { ...ready, hasPhoto: false, hasPose: false, available: 0 };
  expect(whatIsMissing(nothing)?.kind).toBe('photo');
  expect(whatIsMissing({ ...nothing, hasPhoto: true })?.kind).toBe('pose');
  expect(whatIsMissing({ ...nothing, hasPhoto: true, hasPose: true })?.kind).toBe('credits');
});

test('a photo that cannot be used stops it, one not yet looked at or only doubtful does not', () => {
  expect(whatIsMissing({ ...ready, photoTone: 'wrong' })?.kind).toBe('better-photo');
  expect(whatIsMissing({ ...ready, photoTone: 'doubtful' })).toBeNull();
  expect(whatIsMissing({ ...ready, photoTone: null })).toBeNull();
});
