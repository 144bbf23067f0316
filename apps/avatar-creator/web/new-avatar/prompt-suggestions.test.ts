import { describe, expect, test } from 'bun:test';
import { suggestionsFor } from './prompt-suggestions.ts';

describe('suggestions for the words', () => {
  test('nothing written: whole sentences, long enough to be sent as they are', () => {
    for (const language of ['en', 'id'] as const) {
      const starters = suggestionsFor('  ', language);
      expect(starters.length).toBeGreaterThan(2);
      for (const { prompt, isAddition } of starters) {
        expect(prompt.length).toBeGreaterThanOrEqual(10);
        expect(isAddition).toBe(false);
      }
    }
  });

  test('an addition follows the words with one comma, whatever they end with', () => {
    const [first] = suggestionsFor('A man in a suit.  ', 'en');
    expect(first?.prompt).toBe('A man in a suit, soft studio light');
  });

  test('what the words speak of already is not suggested again', () => {
    const labels = suggestionsFor('Pria ber-Kacamata, Senyum lebar', 'id').map(
      ({ label }) => label,
    );
    expect(labels).not.toContain('senyum ramah');
    expect(labels).not.toContain('kacamata bulat');
    expect(labels).toContain('tangan bersedekap');
  });

  test('an addition that would make the words too long is left out', () => {
    expect(suggestionsFor('a'.repeat(495), 'en')).toEqual([]);
  });
});
