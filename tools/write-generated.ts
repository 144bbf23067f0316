// Writes the files that are made from code; with --check it only says which ones are out of date.
import { join } from 'node:path';
import { configurationPage, envExample } from '../server/src/config/index.ts';

const root = join(import.meta.dir, '..');
const generated: Record<string, () => string> = {
  '.env.example': envExample,
  'docs/configuration.md': configurationPage,
};

let stale = 0;
for (const [path, make] of Object.entries(generated)) {
  const file = Bun.file(join(root, path));
  const isFresh = (await file.exists()) && (await file.text()) === make();
  if (isFresh) continue;
  stale++;
  if (process.argv.includes('--check')) {
    console.log(`${path} is out of date: run "bun tools/write-generated.ts" and commit it.`);
  } else {
    await Bun.write(file, make());
    console.log(`Wrote ${path}`);
  }
}
process.exitCode = stale > 0 && process.argv.includes('--check') ? 1 : 0;
