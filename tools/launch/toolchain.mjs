import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, runStep } from './run.mjs';

const toolchain = join(root, '.toolchain');

/** The Bun this version was made with: from the PATH when it is the same one, else from npm. @returns its path. */
export async function ensureBun() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = packageManager.replace('bun@', '');
  keepCachesHere();
  const folder = join(toolchain, `bun-${version}`);
  const bun = join(folder, 'node_modules', 'bun', 'bin', 'bun.exe');
  if (existsSync(bun)) return bun;
  if (versionOf('bun') === version) return 'bun';
  console.log(`Fetching Bun ${version} …`);
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--no-package-lock', `bun@${version}`];
  const [file, args] = npm(install);
  await runStep('Fetching Bun from npm', file, args, { cwd: draft });
  const drafted = join(draft, 'node_modules', 'bun');
  // npm may be set not to run install scripts; this one puts the binary in its place.
  if (versionOf(join(drafted, 'bin', 'bun.exe')) !== version) {
    await runStep('Setting up Bun', process.execPath, ['install.js'], { cwd: drafted });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return bun;
}

function versionOf(bun) {
  const answer = spawnSync(bun, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/** The npm that started us, else the one on the PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** Services and containers often have no home to keep caches in. */
function keepCachesHere() {
  try {
    accessSync(homedir(), constants.W_OK);
  } catch {
    process.env.npm_config_cache ??= join(toolchain, 'npm-cache');
    process.env.BUN_INSTALL_CACHE_DIR ??= join(toolchain, 'bun-cache');
  }
}
