import { expect, test } from 'bun:test';
import { waitingWords } from './waiting-words.ts';

test('says the place in line, and what is before it', () => {
  expect(waitingWords(1, { own: 0, priority: 0, others: 0 }).en).toBe('You are next.');
  expect(waitingWords(5, { own: 2, priority: 1, others: 1 })).toEqual({
    en: '4 before you: 2 of your own, 1 with priority, 1 whose turn comes first.',
    id: '4 sebelum kamu: 2 milikmu sendiri, 1 dengan prioritas, 1 yang gilirannya lebih dulu.',
  });
  expect(waitingWords(3, null).id).toBe('2 sebelum kamu.');
});
