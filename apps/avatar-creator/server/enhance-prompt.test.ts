import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { Prompt } from '../contract.ts';
import { enhancePrompt } from './enhance-prompt.ts';

const half = { bodyType: 'half_body' } as const;

describe('the enhanced prompt', () => {
  test('keeps plain words as they were written, in any script', () => {
    const Words = fc.stringMatching(
      /^[\p{L}\p{N}][\p{L}\p{M}\p{N},.!?'’-]*( [\p{L}\p{N}]+){3,20}$/u,
    );
    fc.assert(
      fc.property(Words, (words) => {
        fc.pre(!words.includes('--'));
        expect(enhancePrompt(words, half).prompt).toContain(words);
      }),
    );
  });

  test('frames half and full body differently and names what was chosen', () => {
    expect(enhancePrompt('a friendly baker', half).prompt).toStartWith(
      'professional portrait photo',
    );
    const full = enhancePrompt('a friendly baker', {
      bodyType: 'full_body',
      gender: 'female',
      ageRange: 'mature',
      style: 'traditional',
      ethnicity: 'southeast_asian',
    }).prompt;
    for (const part of ['full body', 'woman', 'mature', 'traditional', 'southeast asian']) {
      expect(full).toContain(part);
    }
    expect(full).not.toContain('portrait');
  });

  test('lets no sign through that an engine takes for a command', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab -|<>{}:'), maxLength: 60 }), (words) => {
        expect(enhancePrompt(words, half).prompt).not.toMatch(/--|[<>|{}]/);
      }),
    );
  });
});

describe('a prompt', () => {
  test('counts what a person sees: 10 to 500 characters, blanks around them not', () => {
    expect(Prompt.safeParse(' 123456789 ').success).toBe(false);
    expect(Prompt.safeParse(' 1234567890 ').success).toBe(true);
    expect(Prompt.safeParse(`ab${'🎉'.repeat(498)}`).success).toBe(true);
    expect(Prompt.safeParse(`ab${'🎉'.repeat(499)}`).success).toBe(false);
  });

  test('loses control signs and signs that turn the direction of text, and nothing else', () => {
    const said = Prompt.parse('a woman\u0000 with\nfamily 👩‍👩‍👧 \u202eflowers');
    expect(said).toBe('a woman  with family 👩‍👩‍👧 flowers');
  });
});
