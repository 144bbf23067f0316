import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault, PoseCategory, type PoseGender } from '@lumiku/contract';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** What a table says of a picture. */
export interface ImportLabel {
  readonly gender?: PoseGender | undefined;
  readonly name?: string | undefined;
  readonly nameId?: string | undefined;
  readonly category?: PoseCategory | undefined;
  readonly tags: readonly string[];
}

const GENDERS: Readonly<Record<string, PoseGender>> = {
  ...{ f: 'female', female: 'female', woman: 'female', women: 'female', wanita: 'female' },
  ...{ m: 'male', male: 'male', man: 'male', men: 'male', pria: 'male' },
  ...{ any: 'any', unisex: 'any', all: 'any', '': 'any' },
};
const FILE_COLUMNS = ['file', 'filename', 'image', 'path', 'image_id', 'img'];
const Rows = z.array(z.record(z.string(), z.string()));

/**
 * Reads a CSV of labels: one row a picture, found by its path or file name in the column `file` (or `image`, `path`);
 * `gender`, `name`, `name_id`, `category` and `tags` (parted by spaces or |) may be left out.
 * @throws Fault IMPORT_LABELS_INVALID naming the line
 */
export async function readImportLabels(file: string): Promise<(path: string) => ImportLabel> {
  const rows = parseRows(await readFile(file), basename(file));
  const labels = new Map<string, ImportLabel>();
  for (const [at, row] of rows.entries()) {
    const column = FILE_COLUMNS.find((name) => row[name] !== undefined);
    const path = column === undefined ? '' : (row[column] ?? '').trim().replaceAll('\\', '/');
    if (path === '') {
      throw invalid(file, at, 'has no picture', 'Name it in a column "file".');
    }
    labels.set(path.toLowerCase(), labelOf(row, file, at));
  }
  return (path) => {
    const whole = path.toLowerCase();
    const name = basename(whole);
    const stem = name.replace(/\.[^.]+$/, '');
    return labels.get(whole) ?? labels.get(name) ?? labels.get(stem) ?? { tags: [] };
  };
}

function parseRows(bytes: Uint8Array, name: string) {
  try {
    const columns = (header: string[]) => header.map((title) => title.trim().toLowerCase());
    return Rows.parse(
      parse(Buffer.from(bytes), { bom: true, columns, skip_empty_lines: true, trim: true }),
    );
  } catch (cause) {
    throw new Fault({
      code: 'IMPORT_LABELS_INVALID',
      status: 422,
      message: `The table ${name} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      fix: 'Save it as CSV with commas, its first line naming the columns.',
      cause,
    });
  }
}

function labelOf(row: Record<string, string>, file: string, at: number): ImportLabel {
  const gender = row.gender === undefined ? undefined : GENDERS[row.gender.toLowerCase()];
  if (row.gender !== undefined && gender === undefined) {
    throw invalid(file, at, `has the gender "${row.gender}"`, 'Write female, male or any.');
  }
  const category = PoseCategory.safeParse(row.category);
  if (row.category && !category.success) {
    const known = PoseCategory.options.join(', ');
    throw invalid(file, at, `has the category "${row.category}"`, `Write one of ${known}.`);
  }
  const words = (row.tags ?? '').toLowerCase().split(/[\s|;]+/);
  return {
    gender,
    category: category.data,
    name: row.name || undefined,
    nameId: row.name_id || undefined,
    tags: words.map((word) => word.replace(/[^a-z0-9_-]/g, '')).filter(Boolean),
  };
}

function invalid(file: string, at: number, what: string, fix: string): Fault {
  return new Fault({
    code: 'IMPORT_LABELS_INVALID',
    status: 422,
    // The header is line 1.
    message: `Line ${at + 2} of ${basename(file)} ${what}.`,
    fix,
  });
}
