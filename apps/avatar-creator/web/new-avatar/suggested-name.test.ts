import { expect, test } from 'bun:test';
import { suggestedName } from './suggested-name.ts';

test('a name is the first thought of the words, without its article', () => {
  expect(suggestedName('A young woman in a cream tunic, soft light')).toBe(
    'Young woman in a cream tunic',
  );
  expect(suggestedName('seorang pria berjas biru')).toBe('Pria berjas biru');
});

test('a long thought is cut where a word ends', () => {
  expect(suggestedName('woman with extraordinarily long flowing chestnut hair')).toBe(
    'Woman with extraordinarily long flowing',
  );
});

test('one endless word is cut, and no words make no name', () => {
  expect(suggestedName('x'.repeat(90))).toBe(`X${'x'.repeat(39)}`);
  expect(suggestedName('   ')).toBe('');
});
