import { expect, test } from 'bun:test';
import { whyFailed } from './why-failed.ts';

const failed = { status: 'failed', errorCode: null, errorMessage: null } as const;

test('why it failed is said in both languages, and once that it cost nothing', () => {
  const refused = whyFailed({
    ...failed,
    errorCode: 'ENGINE_CONTENT_REFUSED',
    errorMessage: 'The engine refused this. Nothing was charged. Try another photo.',
  });
  expect(refused.en).toBe('The engine refused this. Nothing was charged. Try another photo.');
  expect(refused.id).toStartWith('Mesin menolak gambar ini karena aturan isinya.');
  expect(refused.id.match(/Tidak ada yang dibayar/g)).toHaveLength(1);
});

test('what has no words of its own is said as it was, never left empty', () => {
  expect(whyFailed({ ...failed, errorMessage: 'Odd.' })).toEqual({
    en: 'Odd. Nothing was charged.',
    id: 'Odd. Tidak ada yang dibayar.',
  });
  expect(whyFailed(failed).en).toStartWith('The picture could not be made.');
});

test('a picture that was given back was paid and refunded, not free', () => {
  const given = { ...failed, errorCode: 'RESULT_REJECTED', errorMessage: 'You gave it back.' };
  expect(whyFailed(given).en).toBe('You gave it back.');
  expect(whyFailed(given).id).not.toContain('Tidak ada yang dibayar');
});
