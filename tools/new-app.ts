// Makes a new app that works, or takes one away: bun run new:app price-tags · bun run new:app price-tags --remove
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addApp } from './new-app/add-app.ts';
import { namesOf, problemWithId } from './new-app/app-names.ts';
import { removeApp } from './new-app/remove-app.ts';

const root = join(import.meta.dirname, '..');
const USAGE =
  'Usage: bun run new:app <id>, or bun run new:app <id> --remove. E.g. bun run new:app price-tags';

/** What is there already: ids and screens an app may not have as well, and the tile's next place. */
async function whatIsThere(): Promise<{ taken: Set<string>; tileOrder: number }> {
  const { apps } = await import('../apps/index.ts');
  const screens = Object.values(await import('../apps/screens.ts'));
  const { SHELL_SCREENS } = await import('../web/src/shell-screens.ts');
  const paths = [...SHELL_SCREENS, ...screens.flatMap((app) => app.screens)].map(
    ({ path }) => path.split('/')[1] ?? '',
  );
  return {
    taken: new Set([...apps.map((app) => app.manifest.id), ...paths]),
    tileOrder: Math.max(0, ...apps.map((app) => app.manifest.tile.order)) + 1,
  };
}

async function add(id: string): Promise<string> {
  const { taken, tileOrder } = await whatIsThere();
  if (existsSync(join(root, 'apps', id))) taken.add(id);
  const problem = problemWithId(id, taken);
  if (problem !== null) throw new Error(problem);
  await addApp({ root, names: namesOf(id), tileOrder });
  return [
    `Made apps/${id}/ and its line in apps/servers.ts and in apps/screens.ts.`,
    `  See it:    npm run dev, then the new tile, or http://localhost:5173/${id}`,
    `  Test it:   bun test apps/${id}`,
    `  Undo it:   bun run new:app ${id} --remove`,
    `What is where stands in apps/${id}/README.md.`,
  ].join('\n');
}

async function remove(id: string): Promise<string> {
  if (problemWithId(id, new Set()) !== null || !existsSync(join(root, 'apps', id))) {
    throw new Error(`There is no app "${id}" under apps/.`);
  }
  const aside = await removeApp(root, id);
  return [
    `Took apps/${id}/ and its two lines away.`,
    ...(aside === null
      ? []
      : [`Not all of it was committed; it lies in ${aside} until you delete it.`]),
    'Its tables stay in databases that had it; nothing reads them any more.',
  ].join('\n');
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { remove: { type: 'boolean', default: false } },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new Error(USAGE);
  console.log(await (values.remove ? remove(id) : add(id)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
