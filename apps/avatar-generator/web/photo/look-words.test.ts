import { expect, test } from 'bun:test';
import { lookSummary, withChoice } from './look-words.ts';

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
