import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, processState } from './process-state.ts';
import { holdsSocket } from './socket-folder.ts';

export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  /** PostgreSQL writes `ready` here once it takes connections. */
  readonly status: string;
}

/** Reads PostgreSQL's own `postmaster.pid` (lines: pid, folder, start, port, socket folder, address, shm, status). */
export function readPostmasterFile(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketDir: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() };
}

/** `live`: PostgreSQL serves this cluster. `zombie`: killed, not reaped yet. `stale`: the file lies. */
export function postmasterState(cluster: string): 'none' | 'live' | 'zombie' | 'stale' {
  const found = readPostmasterFile(cluster);
  if (found === null) return 'none';
  const { state } = processState(found.pid);
  if (state === 'zombie') return 'zombie';
  return state === 'running' && commandLine(found.pid).includes(cluster) ? 'live' : 'stale';
}

/** Whether PostgreSQL serves this cluster, but its socket was taken away (a cleaner, a person): it must start anew. */
export function isCutOff(cluster: string): boolean {
  const found = readPostmasterFile(cluster);
  return found?.status === 'ready' && found.socketDir !== '' && !holdsSocket(found.socketDir);
}

/**
 * Removes a `postmaster.pid` that lies, so that PostgreSQL starts although the pid now belongs to somebody else or to
 * a zombie. Never while a process of the old server still works in the folder: that would ruin the data.
 * @returns whether it was safe.
 */
export function forgetDeadPostmaster(cluster: string): boolean {
  if (processesWorkingIn(cluster) > 0) return false;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return true;
}

/** PostgreSQL's processes have the cluster as their working folder. Elsewhere than on Linux we cannot see it: say one. */
function processesWorkingIn(cluster: string): number {
  if (process.platform !== 'linux') return 1;
  const folder = realpathSync(cluster);
  return readdirSync('/proc').filter(
    (entry) => /^\d+$/.test(entry) && workingFolder(entry) === folder,
  ).length;
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
