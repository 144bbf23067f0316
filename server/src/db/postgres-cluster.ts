import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';

const MAJOR = '18';

/**
 * Makes the database folder when there is none. A half-made one (killed in between) never carries the final name.
 * @returns whether it was made now.
 * @throws Fault POSTGRES_DID_NOT_START, POSTGRES_OTHER_VERSION
 */
export function prepareCluster(
  cluster: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
): boolean {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    checkVersion(cluster);
    return false;
  }
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  user.own(draft);
  const { file, args } = user.command(binaries.initdb, [
    ...['--pgdata', draft, '--username', 'lumiku', '--auth', 'trust', '--encoding', 'UTF8'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
  ]);
  const made = spawnSync(file, args, { ...user.spawnOptions, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw notMade(`${made.stderr ?? ''}${made.error?.message ?? ''}`);
  renameSync(draft, cluster);
  return true;
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new Fault({
    code: 'POSTGRES_OTHER_VERSION',
    status: 503,
    message: `The database in ${cluster} was made by PostgreSQL ${version}; this Lumiku brings PostgreSQL ${MAJOR}.`,
    fix: 'Start the Lumiku that made it, or set DATABASE_URL to a PostgreSQL server that holds your data.',
  });
}

function notMade(output: string): Fault {
  return new Fault({
    code: 'POSTGRES_DID_NOT_START',
    status: 503,
    message: `The built-in PostgreSQL could not make its folder: ${output.trim().split('\n').at(-1) ?? ''}`,
    fix: 'Check that the disk has room and the data folder can be written, or set DATABASE_URL.',
    internal: output,
  });
}
