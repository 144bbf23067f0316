import { expect, test } from 'bun:test';
import { FACE_TRAITS } from '@lumiku/contract';
import { traitWords } from './face-trait-words.ts';

test('a trait is told in words of its own, in both languages, and what nobody said is told too', () => {
  expect(traitWords('jawWidth', -0.25)).toEqual({ en: 'A little narrow', id: 'Agak sempit' });
  expect(traitWords('jawWidth', 1)).toEqual({ en: 'Wide', id: 'Lebar' });
  expect(traitWords('jawWidth', 0)).toEqual({ en: 'Average', id: 'Sedang' });
  expect(traitWords('jawWidth', null)).toEqual({ en: 'As drawn', id: 'Bawaan' });
  for (const trait of FACE_TRAITS)
    expect(traitWords(trait, -1).id).not.toBe(traitWords(trait, 1).id);
});
