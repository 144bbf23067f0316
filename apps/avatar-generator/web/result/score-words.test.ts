import { expect, test } from 'bun:test';
import { likenessWord, limbWords, poseWord } from './score-words.ts';

test('a limb is said as each language orders its words', () => {
  expect(limbWords('left forearm')).toEqual({ en: 'left forearm', id: 'lengan bawah kiri' });
  expect(limbWords('right upper arm').id).toBe('lengan atas kanan');
  expect(limbWords('tail').en).toBe('tail');
});

test('what did not pass is never called good, however near it is', () => {
  expect(poseWord({ match: 0.99, passes: false }).en).toBe('Off');
  expect(likenessWord({ match: 0.9, passes: false }).en).toBe('Weak');
  expect(poseWord({ match: 0.96, passes: true }).en).toBe('Excellent');
});
