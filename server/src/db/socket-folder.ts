import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest socket path every system takes; the folder is followed by `/.s.PGSQL.5432.lock`. */
const SOCKET_PATH_MAX = 103;

/**
 * A private folder for the socket of one data folder: short, because socket paths are limited to about 100 bytes,
 * and the same at every start. One that somebody else made beforehand is not trusted.
 */
export function socketFolder(dataDir: string, own: (folder: string) => void): string {
  const name = `lumiku-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const base = `${tmpdir()}/${name}/.s.PGSQL.5432`.length > SOCKET_PATH_MAX ? '/tmp' : tmpdir();
  const folder = join(base, name);
  try {
    mkdirSync(folder, { mode: 0o700 });
    own(folder);
    return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (isPrivate(folder)) {
    own(folder);
    return folder;
  }
  const fresh = mkdtempSync(join(base, 'lumiku-'));
  own(fresh);
  return fresh;
}

function isPrivate(folder: string): boolean {
  const found = lstatSync(folder);
  const me = process.getuid?.() ?? -1;
  const isOurs = found.uid === me || (me === 0 && found.uid === 65534);
  return found.isDirectory() && isOurs && (found.mode & 0o077) === 0;
}
