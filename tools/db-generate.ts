// Writes the next migration of one owner of tables: bun tools/db-generate.ts server/src/credits [--name what-changed]
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const [folder, ...rest] = process.argv.slice(2);
const root = resolve(import.meta.dir, '..');
if (folder === undefined || !existsSync(resolve(folder, 'tables.ts'))) {
  console.error(
    'Name a folder that has a tables.ts, e.g. bun tools/db-generate.ts server/src/credits',
  );
  process.exit(1);
}
const owner = relative(root, resolve(folder));
const schema = `./${join(owner, 'tables.ts')}`;
const out = `./${join(owner, 'migrations')}`;
const kit = Bun.spawnSync(
  [
    ...[process.execPath, join(root, 'node_modules', '.bin', 'drizzle-kit')],
    'generate',
    '--dialect',
    'postgresql',
    '--schema',
    schema,
    '--out',
    out,
    ...rest,
  ],
  { cwd: root, stdio: ['inherit', 'inherit', 'inherit'] },
);
process.exit(kit.exitCode);
