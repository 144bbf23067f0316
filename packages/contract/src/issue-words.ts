import type { z } from 'zod';
import type { Words } from './words.ts';

/** Between the languages of a sentence that stands in a schema; nobody types it. */
const BETWEEN = '\u001e';

/** A sentence of a schema in both languages, as the one text zod takes for it; `issueWords` takes it apart again. */
export function inBoth(words: Words): string {
  return `${words.en}${BETWEEN}${words.id}`;
}

type Issue = z.core.$ZodIssue;

/** What is wrong with one field, in both languages: the sentence of the schema, or one made from what zod found. */
export function issueWords(issue: Issue): Words {
  const [en = '', id] = issue.message.split(BETWEEN);
  if (id !== undefined) return { en, id };
  return isZodsOwn(issue) ? foundWords(issue) : { en, id: 'Isi bagian ini tidak benar.' };
}

/** Zod's own sentences name types and operators; a sentence of the schema is for people and stays. */
function isZodsOwn(issue: Issue): boolean {
  return /^(Invalid |Too (small|big): |Unrecognized key|Unknown error)/.test(issue.message);
}

function foundWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? MISSING : typeWords(issue.expected);
    case 'invalid_value':
      return choiceWords(issue.values.map(String).join(', '));
    case 'too_small':
      return leastWords(String(issue.origin), Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return mostWords(String(issue.origin), Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? {
          en: 'This is not written right.',
          id: 'Penulisannya tidak benar.',
        }
      );
    case 'unrecognized_keys':
      return unknownWords(issue.keys.join(', '));
    case 'not_multiple_of':
      return {
        en: `This must be a multiple of ${issue.divisor}.`,
        id: `Ini harus kelipatan ${issue.divisor}.`,
      };
    default:
      return { en: 'This is not as it should be.', id: 'Ini tidak seperti seharusnya.' };
  }
}

const MISSING: Words = { en: 'This is missing.', id: 'Ini belum diisi.' };

const TYPES: Readonly<Record<string, Words>> = {
  string: { en: 'a text', id: 'teks' },
  number: { en: 'a number', id: 'angka' },
  int: { en: 'a whole number', id: 'bilangan bulat' },
  boolean: { en: 'true or false', id: 'true atau false' },
  array: { en: 'a list', id: 'daftar' },
  object: { en: 'an object', id: 'objek' },
  record: { en: 'an object', id: 'objek' },
  date: { en: 'a date', id: 'tanggal' },
  file: { en: 'a file', id: 'berkas' },
  File: { en: 'a file', id: 'berkas' },
  null: { en: 'null', id: 'null' },
};

function typeWords(expected: string): Words {
  const { en, id } = TYPES[expected] ?? { en: 'something else', id: 'hal lain' };
  return { en: `This must be ${en}.`, id: `Ini harus berupa ${id}.` };
}

function choiceWords(choices: string): Words {
  return choices.includes(',')
    ? { en: `Use one of: ${choices}.`, id: `Pilih salah satu: ${choices}.` }
    : { en: `This must be ${choices}.`, id: `Ini harus ${choices}.` };
}

const unknownWords = (keys: string): Words => ({
  en: `There is no field called ${keys} here.`,
  id: `Di sini tidak ada bagian bernama ${keys}.`,
});

function leastWords(origin: string, least: number, isIncluded: boolean): Words {
  if (origin === 'string' && least === 1) return { en: 'This is empty.', id: 'Ini masih kosong.' };
  if (origin === 'string') {
    return { en: `Write at least ${least} characters.`, id: `Tulis sedikitnya ${least} huruf.` };
  }
  if (origin === 'array' || origin === 'set') {
    return { en: `Give at least ${least}.`, id: `Berikan sedikitnya ${least}.` };
  }
  return isIncluded
    ? { en: `This must be ${least} or more.`, id: `Ini harus ${least} atau lebih.` }
    : { en: `This must be more than ${least}.`, id: `Ini harus lebih dari ${least}.` };
}

function mostWords(origin: string, most: number, isIncluded: boolean): Words {
  if (origin === 'string') {
    return { en: `Write at most ${most} characters.`, id: `Tulis paling banyak ${most} huruf.` };
  }
  if (origin === 'array' || origin === 'set') {
    return { en: `Give at most ${most}.`, id: `Berikan paling banyak ${most}.` };
  }
  return isIncluded
    ? { en: `This must be ${most} or less.`, id: `Ini harus ${most} atau kurang.` }
    : { en: `This must be less than ${most}.`, id: `Ini harus kurang dari ${most}.` };
}

const FORMATS: Readonly<Record<string, Words>> = {
  email: { en: 'This is not an email address.', id: 'Ini bukan alamat email.' },
  uuid: { en: 'This is not an id.', id: 'Ini bukan id.' },
  url: { en: 'This is not a web address.', id: 'Ini bukan alamat web.' },
  date: { en: 'Write a date like 2026-11-24.', id: 'Tulis tanggal seperti 2026-11-24.' },
  datetime: {
    en: 'Write a time like 2026-11-24T12:00:00Z.',
    id: 'Tulis waktu seperti 2026-11-24T12:00:00Z.',
  },
  base64: { en: 'This is not base64 text.', id: 'Ini bukan teks base64.' },
};
