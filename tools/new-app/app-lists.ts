import { join } from 'node:path';
import type { AppNames } from './app-names.ts';

/** The lines that make a folder an app of this studio, by the list each stands in. */
export function listLines({ id, camel }: AppNames): ReadonlyMap<string, string> {
  return new Map([
    ['apps/servers.ts', `export { ${camel}App } from './${id}/server/index.ts';`],
    ['apps/screens.ts', `export { ${camel}Screens } from './${id}/web/index.ts';`],
  ]);
}

export async function addToLists(root: string, names: AppNames): Promise<void> {
  for (const [list, line] of listLines(names)) {
    const file = Bun.file(join(root, list));
    const text = await file.text();
    await Bun.write(file, `${text.trimEnd()}\n${line}\n`);
  }
}

/** Takes out every line that names the app's folder, also one that was rewritten by hand. */
export async function removeFromLists(root: string, id: string): Promise<void> {
  for (const list of ['apps/servers.ts', 'apps/screens.ts']) {
    const file = Bun.file(join(root, list));
    const lines = (await file.text()).split('\n');
    await Bun.write(file, lines.filter((line) => !line.includes(`'./${id}/`)).join('\n'));
  }
}
