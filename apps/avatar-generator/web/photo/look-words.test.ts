import { expect, test } from 'bun:test';
import { Look } from '@lumiku/contract';
import {
  CHOICE_KEYS,
  LOOK_WORDS,
  lookSummary,
  SWATCHES,
  valuesOf,
  withChoice,
} from './look-words.ts';

test('every value the contract knows has a name in both languages', () => {
  for (const key of CHOICE_KEYS) {
    expect(Object.keys(LOOK_WORDS[key].values).sort()).toEqual([...valuesOf(key)].sort());
  }
});

test('every swatch is a colour the contract accepts', () => {
  for (const [key, colours] of Object.entries(SWATCHES)) {
    for (const colour of colours) {
      expect(Look.partial().safeParse({ [key]: colour }).success).toBe(true);
    }
  }
});

test('a choice the contract does not know changes nothing', () => {
  expect(withChoice({ glasses: 'round' }, 'glasses', 'monocle')).toEqual({ glasses: 'round' });
  expect(withChoice({ glasses: 'round' }, 'glasses', 'none')).toEqual({ glasses: 'none' });
});

test('a cover hides the hair in the summary, and what is absent is not listed', () => {
  const summary = lookSummary(
    { headCover: 'hijab', hairStyle: 'long', glasses: 'round', beard: 'none' },
    (words) => words.en,
  );
  expect(summary).toBe('Hijab · Round glasses');
});
