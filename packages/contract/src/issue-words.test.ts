import { expect, test } from 'bun:test';
import { z } from 'zod';
import { inBoth } from './issue-words.ts';
import { requestInvalid } from './request-invalid.ts';

const Form = z.strictObject({
  name: z.string().min(1, inBoth({ en: 'Give it a name.', id: 'Beri nama.' })),
  email: z.email(),
  age: z.number().int().min(18),
  size: z.enum(['small', 'large']),
  tags: z.array(z.string()).max(2),
});

const wordsOf = (given: unknown) => {
  const read = Form.safeParse(given);
  if (read.success) throw new Error('it was accepted');
  const issues = requestInvalid(read.error).issues ?? [];
  return issues.map(({ path, message, inIndonesian }) => [path, message, inIndonesian]);
};

test('each field is faulted in plain words of both languages, without types or operators', () => {
  expect(wordsOf({ name: '', email: 'no', age: 3, size: 'huge', tags: ['a', 'b', 'c'] })).toEqual([
    ['name', 'Give it a name.', 'Beri nama.'],
    ['email', 'This is not an email address.', 'Ini bukan alamat email.'],
    ['age', 'This must be 18 or more.', 'Ini harus 18 atau lebih.'],
    ['size', 'Use one of: small, large.', 'Pilih salah satu: small, large.'],
    ['tags', 'Give at most 2.', 'Berikan paling banyak 2.'],
  ]);
  expect(wordsOf({ email: 7, age: 'x', size: 'small', tags: {}, more: 1, name: 'x' })).toEqual([
    ['email', 'This must be a text.', 'Ini harus berupa teks.'],
    ['age', 'This must be a number.', 'Ini harus berupa angka.'],
    ['tags', 'This must be a list.', 'Ini harus berupa daftar.'],
    ['', 'There is no field called more here.', 'Di sini tidak ada bagian bernama more.'],
  ]);
  expect(wordsOf({ email: 'a@b.co', age: 20, size: 'small', tags: [] })).toEqual([
    ['name', 'This is missing.', 'Ini belum diisi.'],
  ]);
});
