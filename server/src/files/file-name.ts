import { randomBytes } from 'node:crypto';

const STEM_LENGTH_MAX = 60;

/** What is left of a person's own file name: no folders, no ending, only `a-z 0-9 -`; `picture` when nothing is. */
export function safeStem(original: string): string {
  const base = original.split(/[/\\]/).at(-1) ?? '';
  const stem = base
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, STEM_LENGTH_MAX)
    .replace(/^-+|-+$/g, '');
  return stem === '' ? 'picture' : stem;
}

/** `<timestamp>-<safe original name>`, with eight random characters so that no two are ever the same or guessed. */
export function storedName(original: string, extension: string, now: Date): string {
  const random = randomBytes(5).toString('hex').slice(0, 8);
  return `${now.getTime()}-${safeStem(original)}-${random}.${extension}`;
}
