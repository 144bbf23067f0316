import { expect, test } from 'bun:test';
import { advisePassword } from './password-advice.ts';

test('an empty field is not blamed', () => {
  expect(advisePassword('')).toBeNull();
});

test('a short password says how much is missing, counted in characters a person sees', () => {
  expect(advisePassword('abcde')).toMatchObject({
    isEnough: false,
    words: { en: '3 more characters' },
  });
  expect(advisePassword('🙂🙂🙂🙂🙂')?.words.en).toBe('3 more characters');
});

test('a long enough password is accepted and a long one praised', () => {
  expect(advisePassword('kainpant')?.isEnough).toBe(true);
  expect(advisePassword('kainpantai88')?.words.id).toBe('12 karakter, cukup kuat');
});

test('a password over the limit is refused before it is sent', () => {
  expect(advisePassword('ab'.repeat(65))?.isEnough).toBe(false);
});
