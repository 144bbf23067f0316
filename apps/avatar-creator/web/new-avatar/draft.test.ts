import { describe, expect, test } from 'bun:test';
import { draftOf, EMPTY_DRAFT, promptProblem, wishOf } from './draft.ts';
import { previewOf } from './testing/preview-of.ts';

describe('the words of a draft', () => {
  test('nine characters are too few and ten are enough, whatever stands around them', () => {
    expect(promptProblem('  123456789  ')?.en).toBe('Say a little more: 1 more character.');
    expect(promptProblem('1234567890')).toBeNull();
  });

  test('501 characters are too many, counted as a person counts them', () => {
    expect(promptProblem('a'.repeat(500))).toBeNull();
    expect(promptProblem('a'.repeat(502))?.en).toBe('Shorten it by 2 characters.');
    expect(promptProblem(`${'م'.repeat(499)}👩`)).toBeNull();
  });

  test('emoji alone are refused with the way to mend it', () => {
    expect(promptProblem('👩👩👩👩👩👩👩👩👩👩')?.en).toContain('in words');
  });

  test('what is not chosen is not sent', () => {
    const draft = { ...EMPTY_DRAFT, prompt: ' A man in a suit ', style: 'formal' as const };
    expect(wishOf(draft)).toEqual({
      prompt: 'A man in a suit',
      style: 'formal',
      bodyType: 'half_body',
    });
  });

  test('a draft that cannot be sent makes no wish', () => {
    expect(wishOf({ ...EMPTY_DRAFT, prompt: 'short' })).toBeNull();
  });

  test('the draft of a preview asks for the same again', () => {
    const preview = previewOf('a', { attributes: { gender: 'female', bodyType: 'full_body' } });
    expect(wishOf(draftOf(preview))).toEqual({
      prompt: preview.prompt,
      gender: 'female',
      bodyType: 'full_body',
    });
  });
});
