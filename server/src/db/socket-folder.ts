import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest socket path every system takes. */
const SOCKET_PATH_MAX = 103;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Whether the socket is there: a server whose socket was removed runs on, and nobody can reach it. */
export function holdsSocket(folder: string): boolean {
  return existsSync(join(folder, SOCKET_NAME));
}

/**
 * A private folder for the socket of one data folder, the same at every start: in the data folder, where nobody tidies
 * up behind our back. Socket paths are short and some file systems hold no sockets: then a temporary folder.
 */
export async function socketFolder(
  dataDir: string,
  own: (folder: string) => void,
): Promise<string> {
  const folder = join(dataDir, 'socket');
  if (join(folder, SOCKET_NAME).length <= SOCKET_PATH_MAX) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    own(folder);
    if (await takesSockets(folder)) return folder;
    rmSync(folder, { recursive: true, force: true });
  }
  return temporarySocketFolder(dataDir, own);
}

/** One that somebody else made beforehand is not trusted. */
function temporarySocketFolder(dataDir: string, own: (folder: string) => void): string {
  const name = `lumiku-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const base = join(tmpdir(), name, SOCKET_NAME).length > SOCKET_PATH_MAX ? '/tmp' : tmpdir();
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

/** Shared folders of virtual machines and some network file systems refuse sockets. */
function takesSockets(folder: string): Promise<boolean> {
  const path = join(folder, `.try-${randomUUID().slice(0, 6)}`);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(path, () => {
      server.close(() => {
        rmSync(path, { force: true });
        resolve(true);
      });
    });
  });
}
