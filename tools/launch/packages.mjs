import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep } from './run.mjs';

/** Installs the packages of `bun.lock` when it changed since the last time. */
export async function ensurePackages(bun) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'bun.lock')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.lumiku-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  await runStep('Installing packages', bun, ['install', '--frozen-lockfile']);
  writeFileSync(stamp, wanted);
}
