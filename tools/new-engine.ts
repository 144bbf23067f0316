// Makes a new engine that works, or takes one away: bun run new:engine demo · bun run new:engine demo --remove
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { namesOf, problemWithId } from './new-app/app-names.ts';
import { addEngine, removeEngine } from './new-engine/add-engine.ts';

const root = join(import.meta.dirname, '..');
const USAGE =
  'Usage: bun run new:engine <id>, or bun run new:engine <id> --remove. E.g. bun run new:engine demo';
/** Folders of `engines` that are no engines. */
const OTHERS = ['port', 'testing', 'wire'];

async function add(id: string): Promise<string> {
  const taken = new Set(existsSync(join(root, 'engines', id)) ? [id, ...OTHERS] : OTHERS);
  const problem = problemWithId(id, taken);
  if (problem !== null) throw new Error(problem.replace('an app or a screen', 'a folder'));
  await addEngine(root, namesOf(id));
  return [
    `Made engines/${id}/ and its line in engines/list.ts.`,
    `  Test it:  bun test engines/${id}`,
    `  See it:   ${namesOf(id).CONSTANT}_API_KEY=… npm run lumiku engines`,
    `  Undo it:  bun run new:engine ${id} --remove`,
    'It speaks to a made-up service: change the adapter and the server that plays it together.',
  ].join('\n');
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { remove: { type: 'boolean', default: false } },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new Error(USAGE);
  if (!values.remove) console.log(await add(id));
  else {
    if (problemWithId(id, new Set(OTHERS)) !== null || !existsSync(join(root, 'engines', id)))
      throw new Error(`There is no engine "${id}" under engines/.`);
    const aside = await removeEngine(root, id);
    console.log(`Took engines/${id}/ and its line away.`);
    if (aside !== null)
      console.log(`Not all of it was committed; it lies in ${aside} until you delete it.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
