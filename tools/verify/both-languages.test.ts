import { describe, expect, test } from 'bun:test';
import { join } from 'node:path';
import { Glob } from 'bun';
import { indonesianFault } from '../../packages/app-kit/src/web/fault-words.ts';
import { bareText } from './bare-text.ts';
import { faultCodes } from './fault-codes.ts';

const ROOT = join(import.meta.dir, '../..');

/** Told to whoever starts a studio or types a command, in English; no request is answered with them. */
const OPERATORS_ONLY = new Set([
  ...['ADDRESS_UNUSABLE', 'APPS_CONFLICT', 'BACKUP_NEWER', 'BACKUP_UNREADABLE', 'CONFIG_INVALID'],
  ...['DATABASE_NEWER', 'DATABASE_TOO_OLD', 'DATA_FOLDER_IN_USE', 'IMPORT_FOLDER_UNREADABLE'],
  ...['IMPORT_LABELS_INVALID', 'MIGRATIONS_MISSING', 'MIGRATION_OUT_OF_ORDER', 'PORT_IN_USE'],
  ...['POSTGRES_DID_NOT_START', 'POSTGRES_FOLDER_UNREACHABLE', 'POSTGRES_NOT_INSTALLED'],
  ...['POSTGRES_OTHER_VERSION', 'RESTORE_NOT_EMPTY'],
]);

/** Figures faults carry, so that words that need them are found too. */
const FIGURES = {
  price: 7,
  available: 3,
  limit: 1,
  per: 'minute',
  wanted: 2,
  most: 1,
  secondsMax: 4,
};

async function* sources(pattern: string): AsyncGenerator<{ path: string; code: string }> {
  for await (const path of new Glob(pattern).scan(ROOT)) {
    if (/node_modules|\.test\.tsx?$|\/testing\//.test(path)) continue;
    yield { path, code: await Bun.file(join(ROOT, path)).text() };
  }
}

describe('English and Indonesian', () => {
  test('every fault the studio can answer with has Indonesian words', async () => {
    const missing = new Set<string>();
    for (const folder of ['server/src', 'apps', 'packages', 'engines']) {
      for await (const { path, code } of sources(`${folder}/**/*.ts`)) {
        if (/\/cli\//.test(path)) continue;
        for (const fault of faultCodes(path, code)) {
          if (OPERATORS_ONLY.has(fault)) continue;
          if (indonesianFault(fault, FIGURES) === null) missing.add(`${fault} (${path})`);
        }
      }
    }
    expect([...missing]).toEqual([]);
  });

  test('no screen holds text in one language only', async () => {
    const bare: string[] = [];
    for (const folder of ['web/src', 'apps', 'packages']) {
      for await (const { path, code } of sources(`${folder}/**/*.tsx`)) {
        for (const { line, text } of bareText(path, code)) bare.push(`${path}:${line} ${text}`);
      }
    }
    expect(bare).toEqual([]);
  });

  test('people are addressed in one way, as kamu', async () => {
    const formal: string[] = [];
    for (const folder of ['web', 'apps', 'packages', 'engines', 'server/src', 'poses']) {
      for await (const { path, code } of sources(`${folder}/**/*.{ts,tsx,html,json}`)) {
        if (/\/(dist|meta)\//.test(path)) continue;
        const lines = code.split('\n');
        for (const [at, line] of lines.entries()) {
          if (/\banda\b/i.test(line)) formal.push(`${path}:${at + 1} ${line.trim()}`);
        }
      }
    }
    expect(formal).toEqual([]);
  });

  test('bare text is found in an element and in an attribute, and none where words are asked for', () => {
    const page = (inner: string) => bareText('page.tsx', `const page = <p>${inner}</p>;`);
    expect(page('Save it').map(({ text }) => text)).toEqual(['Save it']);
    expect(page('<img alt="A cat" />').map(({ text }) => text)).toEqual(['A cat']);
    expect(page(`{t({ en: 'Save', id: 'Simpan' })} · {7} PNG`)).toEqual([]);
  });

  test('the code of a fault is found wherever its words stand', () => {
    const source = `throw new Fault({ code: 'SHOES_SOLD_OUT', status: 409, message: 'Gone.' });
      const OTHER = { code: 'CSS', message: 'no code of ours' };`;
    expect(faultCodes('shop.ts', source)).toEqual(['SHOES_SOLD_OUT']);
  });
});
