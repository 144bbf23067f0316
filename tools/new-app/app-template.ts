import { join } from 'node:path';
import type { AppNames } from './app-names.ts';

const TEMPLATE = join(import.meta.dirname, 'template');
const SUFFIX = '.template';

/** The files of a new app by their path in its folder, filled in. */
export async function fillTemplate(
  names: AppNames,
  tileOrder: number,
): Promise<Map<string, string>> {
  const values = new Map([...Object.entries(names), ['order', String(tileOrder)] as const]);
  const paths = await Array.fromAsync(new Bun.Glob(`**/*${SUFFIX}`).scan({ cwd: TEMPLATE }));
  const files = new Map<string, string>();
  for (const path of paths.sort()) {
    const text = await Bun.file(join(TEMPLATE, path)).text();
    files.set(path.slice(0, -SUFFIX.length), fill(text, values, path));
  }
  return files;
}

function fill(text: string, values: ReadonlyMap<string, string>, path: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${path} asks for {{${name}}}, which there is not.`);
    return value;
  });
}
