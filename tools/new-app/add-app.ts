import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addToLists, listLines } from './app-lists.ts';
import type { AppNames } from './app-names.ts';
import { fillTemplate } from './app-template.ts';
import { runTool } from './run-tool.ts';

const BIOME = ['node_modules/.bin/biome', 'check', '--write'];

/**
 * Makes `apps/<id>/` with its first migration and enters it in both lists; on a failure nothing of it is left.
 * @param options.root the project, as an absolute path
 */
export async function addApp(options: {
  root: string;
  names: AppNames;
  tileOrder: number;
}): Promise<void> {
  const { root, names, tileOrder } = options;
  const folder = `apps/${names.id}`;
  try {
    for (const [path, text] of await fillTemplate(names, tileOrder)) {
      await Bun.write(join(root, folder, path), text);
    }
    await runTool(root, ['tools/db-generate.ts', `${folder}/server`, '--name', 'notes']);
    await appendFile(join(root, folder, 'server/migrations/0000_notes.sql'), goWithPerson(names));
    // Lines are as long as the id makes them.
    await runTool(root, [...BIOME, folder]);
  } catch (error) {
    await rm(join(root, folder), { recursive: true, force: true });
    throw error;
  }
  await addToLists(root, names);
  await runTool(root, [...BIOME, ...listLines(names).keys()]);
}

/** drizzle cannot see the platform's tables from an app's: who deletes their account takes their rows with them. */
function goWithPerson({ snake }: AppNames): string {
  const table = `${snake}_notes`;
  return (
    '\n--> statement-breakpoint\n' +
    `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_user_id_users_id_fk" ` +
    'FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;\n'
  );
}
