import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { z } from 'zod';
import type { SchemaOwner } from '../db/index.ts';

const Journal = z.looseObject({ entries: z.array(z.looseObject({ idx: z.number() })) });

/**
 * The same owners as far as a backup knows their migrations: copies in `scratch` whose journals end there. The tables
 * are made as they were, the rows put in, and the next start brings both up to date.
 * @throws Fault BACKUP_NEWER when the backup knows migrations this version does not have.
 */
export async function migrationsUpTo(
  owners: readonly SchemaOwner[],
  applied: Readonly<Record<string, number>>,
  scratch: string,
): Promise<SchemaOwner[]> {
  for (const name of Object.keys(applied)) {
    if (!owners.some((owner) => owner.name === name)) throw newer(name);
  }
  const known = owners.filter(({ name }) => (applied[name] ?? 0) > 0);
  return await Promise.all(
    known.map(async ({ name, migrationsFolder }) => {
      const folder = join(scratch, name);
      await cp(migrationsFolder, folder, { recursive: true });
      const file = join(folder, 'meta', '_journal.json');
      const journal = Journal.parse(JSON.parse(await readFile(file, 'utf8')));
      const count = applied[name] ?? 0;
      if (journal.entries.length < count) throw newer(name);
      const entries = journal.entries.slice(0, count);
      await writeFile(file, JSON.stringify({ ...journal, entries }));
      return { name, migrationsFolder: folder };
    }),
  );
}

function newer(owner: string): Fault {
  return new Fault({
    code: 'BACKUP_NEWER',
    status: 422,
    message: `This backup was made by a newer Lumiku (tables of "${owner}"). Nothing was changed.`,
    fix: 'Restore it with that version or a later one.',
  });
}
