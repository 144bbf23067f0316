import { expect, test } from 'bun:test';
import { chosenWords } from './choice-words.ts';

test('the choices are told in the order of the form, and what was not chosen is not told', () => {
  const words = chosenWords({
    bodyType: 'full_body',
    gender: 'female',
    ageRange: null,
    style: undefined,
    ethnicity: 'southeast_asian',
  });
  expect(words.map(({ en }) => en)).toEqual(['Female', 'Southeast Asian', 'Full body']);
});

test('an ethnicity in somebody’s own word stays that word', () => {
  expect(chosenWords({ ethnicity: 'Minang' })).toEqual([{ en: 'Minang', id: 'Minang' }]);
});
