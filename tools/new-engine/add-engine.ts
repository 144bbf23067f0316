import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppNames } from '../new-app/app-names.ts';
import { runTool } from '../new-app/run-tool.ts';

const TEMPLATE = join(import.meta.dirname, 'template');
const LIST = 'engines/list.ts';
const BIOME = ['node_modules/.bin/biome', 'check', '--write'];

/** Where each file of the template goes. */
const fileOf = (path: string, id: string): string =>
  path
    .replace(/\.template$/, '')
    .replace('create-engine.ts', `create-${id}-engine.ts`)
    .replace('testing/server.ts', `testing/${id}-server.ts`);

/** Makes `engines/<id>/`, enters it in the list, and writes the pages that list settings; on a failure nothing is left. */
export async function addEngine(root: string, names: AppNames): Promise<void> {
  const folder = `engines/${names.id}`;
  const values: Readonly<Record<string, string>> = {
    ...{ id: names.id, camel: names.camel, CONSTANT: names.CONSTANT, title: names.title },
    Pascal: names.camel.charAt(0).toUpperCase() + names.camel.slice(1),
  };
  try {
    const paths = await Array.fromAsync(new Bun.Glob('**/*.template').scan({ cwd: TEMPLATE }));
    for (const path of paths.toSorted()) {
      const text = await Bun.file(join(TEMPLATE, path)).text();
      const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
      await Bun.write(join(root, folder, fileOf(path, names.id)), filled);
    }
    await runTool(root, [...BIOME, folder]);
  } catch (error) {
    await rm(join(root, folder), { recursive: true, force: true });
    throw error;
  }
  const list = Bun.file(join(root, LIST));
  const line = `export { ${names.camel} } from './${names.id}/index.ts';`;
  await Bun.write(list, `${(await list.text()).trimEnd()}\n${line}\n`);
  await runTool(root, [...BIOME, LIST]);
  await runTool(root, ['tools/write-generated.ts']);
}

/**
 * Takes an engine out of the list and its folder away. What git does not have is put aside, not deleted.
 * @returns where the folder was put, relative to the project; null when git has all of it.
 */
export async function removeEngine(root: string, id: string): Promise<string | null> {
  const list = Bun.file(join(root, LIST));
  const lines = (await list.text()).split('\n');
  await Bun.write(list, lines.filter((line) => !line.includes(`'./${id}/`)).join('\n'));
  await runTool(root, ['tools/write-generated.ts']);
  const git = Bun.spawn(
    ['git', 'status', '--porcelain', '--untracked-files=all', '--', `engines/${id}`],
    { cwd: root, stdout: 'pipe', stderr: 'ignore' },
  );
  const changes = await new Response(git.stdout).text();
  const folder = join(root, 'engines', id);
  if ((await git.exited) === 0 && changes === '') {
    await rm(folder, { recursive: true });
    return null;
  }
  const aside = `.artifacts/removed-engines/${id}-${Date.now()}`;
  await mkdir(join(root, '.artifacts/removed-engines'), { recursive: true });
  await rename(folder, join(root, aside));
  return aside;
}
