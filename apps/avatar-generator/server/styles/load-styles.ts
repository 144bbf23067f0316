import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { AVATAR_GENERATOR_PREFIX, DEFAULT_STYLE, type Style, StylePreset } from '../../contract.ts';
import { StyleFile } from './style-file.ts';

export interface StylePresetData extends StyleFile {
  readonly id: StylePreset;
}

/** The style presets of this studio, read once. */
export interface Styles {
  /** In the order they are offered. */
  readonly all: readonly StylePresetData[];
  /** The one with this id; the usual one for a picture made with one that is no longer there. */
  of(id: StylePreset): StylePresetData;
  /** @throws Fault REQUEST_INVALID (400) that names those there are */
  assertOffered(id: StylePreset): void;
  /** The sample picture (WebP) of a style; null when it has none. */
  sampleFile(id: StylePreset): string | null;
}

const FOLDER = join(import.meta.dirname, '../../styles');

/** @throws Error that names every data file that is not as it should be: a mistake of whoever wrote it. */
export function loadStyles(folder = FOLDER): Styles {
  const problems: string[] = [];
  const all: StylePresetData[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const id = StylePreset.safeParse(basename(file, '.json'));
    const read = StyleFile.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (!id.success) problems.push(`${file}: name it like "line-art.json".`);
    if (read.error) {
      problems.push(
        ...read.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`),
      );
    }
    if (id.success && read.success) all.push({ ...read.data, id: id.data });
  }
  const usual = all.find(({ id }) => id === DEFAULT_STYLE);
  if (!usual) problems.push(`There is no ${DEFAULT_STYLE}.json.`);
  if (!usual || problems.length > 0) {
    throw new Error(`Style presets in ${folder}:\n${problems.join('\n')}`);
  }
  all.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  const byId = new Map(all.map((style) => [style.id, style]));
  return {
    all,
    of: (id) => byId.get(id) ?? usual,
    assertOffered(id) {
      if (!byId.has(id)) throw unknownStyle(all.map((style) => style.id));
    },
    sampleFile(id) {
      const file = join(folder, 'samples', `${id}.webp`);
      return byId.has(id) && existsSync(file) ? file : null;
    },
  };
}

/** A style as the API shows it. */
export function viewStyle({ id, names, about, shading }: StylePresetData): Style {
  const sampleUrl = `${AVATAR_GENERATOR_PREFIX}/styles/${id}/sample.webp`;
  return { id, names, about, shading, sampleUrl };
}

function unknownStyle(ids: readonly string[]): Fault {
  const message = `There is no such style. There are: ${ids.join(', ')}.`;
  return new Fault({
    code: 'REQUEST_INVALID',
    status: 400,
    message: `The request is not as it should be. stylePreset: ${message}`,
    fix: 'Choose one of them, or leave it out.',
    issues: [
      {
        path: 'stylePreset',
        message,
        inIndonesian: `Gaya ini tidak ada. Yang ada: ${ids.join(', ')}.`,
      },
    ],
  });
}
