import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep } from './run.mjs';

/** What the built web app is made of. */
const SOURCES = ['web', 'packages', 'apps', 'bun.lock'];
const IGNORED = new Set(['node_modules', 'dist', 'migrations', 'server']);

/** Builds the web app when something it is made of changed since the last build. */
export async function ensureWebApp(bun) {
  const wanted = hashOfSources();
  const stamp = join(root, 'web', 'dist', '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building the web app …');
  await runStep('Building the web app', bun, ['--bun', 'node_modules/.bin/vite', 'build'], {
    cwd: join(root, 'web'),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  writeFileSync(stamp, wanted);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  const entries = readdirSyncOrNull(full);
  if (entries === null) {
    if (/\.test\.\w+$/.test(path) || !existsSync(full)) return;
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const entry of entries.sort()) {
    if (!IGNORED.has(entry)) addTo(hash, `${path}/${entry}`);
  }
}

function readdirSyncOrNull(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}
