// PostgreSQL refuses to run as root. Started by root, it runs as nobody; where nobody cannot reach the data folder
// or the binaries (a home or a private temporary folder above them), it keeps one capability: to look into folders.
import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '@lumiku/contract';

const NOBODY = 65534;

export interface PostgresUser {
  /** Turns a command line into the one to spawn. */
  command(file: string, args: string[]): { file: string; args: string[] };
  readonly spawnOptions: { uid?: number; gid?: number };
  /** Hands a folder to the user PostgreSQL runs as. */
  own(folder: string): void;
}

/**
 * @param paths what PostgreSQL must reach: binaries and data folder.
 * @throws Fault POSTGRES_FOLDER_UNREACHABLE
 */
export function postgresUser(paths: string[]): PostgresUser {
  if (process.getuid?.() !== 0) {
    return { command: (file, args) => ({ file, args }), spawnOptions: {}, own: () => {} };
  }
  const own = (folder: string) => chownSync(folder, NOBODY, NOBODY);
  const blocked = paths.map(blockedAt).find((folder) => folder !== null);
  if (blocked === undefined) {
    return {
      command: (file, args) => ({ file, args }),
      spawnOptions: { uid: NOBODY, gid: NOBODY },
      own,
    };
  }
  const prefix = reachingPrefix();
  if (prefix === null) throw unreachable(blocked);
  return {
    command: (file, args) => ({ file: 'setpriv', args: [...prefix, file, ...args] }),
    spawnOptions: {},
    own,
  };
}

/** The first folder on the way to `path` that nobody may not enter, or null. */
function blockedAt(path: string): string | null {
  const chain: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    chain.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return chain.find((folder) => !mayEnter(folder)) ?? null;
}

function mayEnter(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (found.uid === NOBODY) return (found.mode & 0o100) !== 0;
  if (found.gid === NOBODY) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

/** Tries the narrower capability first; containers usually have only the wider one to give. */
function reachingPrefix(): string[] | null {
  if (process.platform !== 'linux') return null;
  const held = BigInt(
    `0x${/CapEff:\s*([0-9a-f]+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`,
  );
  const candidates: [name: string, bit: bigint][] = [
    ['dac_read_search', 2n],
    ['dac_override', 1n],
  ];
  for (const [name, bit] of candidates) {
    if ((held & (1n << bit)) === 0n) continue;
    const prefix = [
      `--reuid=${NOBODY}`,
      `--regid=${NOBODY}`,
      '--clear-groups',
      // Without it access(2), by which PostgreSQL looks for its own programs, forgets the capability.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${name}`,
      `--ambient-caps=-all,+${name}`,
    ];
    if (spawnSync('setpriv', [...prefix, 'true']).status === 0) return prefix;
  }
  return null;
}

function unreachable(folder: string): Fault {
  return new Fault({
    code: 'POSTGRES_FOLDER_UNREACHABLE',
    status: 503,
    message: `The built-in PostgreSQL never runs as root, and other users may not enter ${folder}.`,
    fix: `Start Lumiku as an ordinary user, allow entering (chmod o+x ${folder}), or move the program and its data folder elsewhere.`,
  });
}
