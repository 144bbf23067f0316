import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `a/path.ts` in backticks, or a link to a file. */
const QUOTED = /`([\w@.-]+(?:\/[\w@.<>*{}-]+)+\/?)`/g;
const LINKED = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;
/** Top folders of ours: a path that starts with one of them must exist. */
const OURS = /^(apps|engines|poses|packages|server|web|e2e|bench|docs|tools|\.ci)\//;
const PATTERN = /[<>*{}]/;

/** Paths named in the documents that do not exist (any more). */
export async function deadReferences(files: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of files.filter((file) => file.endsWith('.md'))) {
    const text = await Bun.file(path).text();
    const quoted = [...text.matchAll(QUOTED)].map((match) => match[1] ?? '');
    const linked = [...text.matchAll(LINKED)].map((match) => match[1] ?? '');
    const missing = [
      ...quoted.filter((name) => OURS.test(name) && !PATTERN.test(name) && !isThere(name, path)),
      ...linked.filter((name) => !existsSync(join(dirname(path), name))),
    ];
    problems.push(...missing.map((name) => `${path} names ${name}, which does not exist.`));
  }
  return problems;
}

/** Built and kept folders come and go; they are named all the same. */
function isThere(name: string, from: string): boolean {
  return (
    /\/(dist|node_modules)(\/|$)/.test(name) ||
    existsSync(name) ||
    existsSync(join(dirname(from), name))
  );
}
