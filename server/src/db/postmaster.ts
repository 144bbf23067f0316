import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@lumiku/contract';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';
import {
  forgetDeadPostmaster,
  isCutOff,
  postmasterState,
  readPostmasterFile,
} from './postmaster-file.ts';
import { processState } from './process-state.ts';
import { socketFolder } from './socket-folder.ts';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
/** How long a killed server may stay a zombie before we look whether its work has really ended. */
const ZOMBIE_PATIENCE_MS = 5_000;
const LOG_BYTES_MAX = 10_000_000;
const LOOK_EVERY_MS = 20;

/** Everything needed to run the server of one cluster. */
export interface PostmasterPlan {
  dataDir: string;
  cluster: string;
  logFile: string;
  binaries: PostgresBinaries;
  user: PostgresUser;
  settings: Record<string, string>;
}

/**
 * Leaves a server running on the cluster: the live one if there is one, else a new one.
 * @throws Fault POSTGRES_DID_NOT_START
 */
export async function bringUpPostmaster(plan: PostmasterPlan): Promise<'started' | 'adopted'> {
  const deadline = Date.now() + START_WITHIN_MS;
  let found = await settle(plan.cluster, deadline);
  if (found === 'live' && isCutOff(plan.cluster)) {
    await stopPostmaster(plan.cluster);
    found = await settle(plan.cluster, deadline);
  }
  if (found === 'live') {
    const adopted = readPostmasterFile(plan.cluster)?.pid;
    if (await ready(plan, adopted, () => postmasterState(plan.cluster) !== 'live', deadline)) {
      return 'adopted';
    }
  }
  while (!(await launch(plan, deadline))) {
    // Processes of a killed server may need a moment to notice and let go of the shared memory.
    if (Date.now() > deadline) throw didNotStart(plan.logFile);
    await pause(200);
  }
  return 'started';
}

/** Waits until the last server is either alive or has left nothing behind. */
async function settle(cluster: string, deadline: number): Promise<'live' | 'none'> {
  const patient = Date.now() + ZOMBIE_PATIENCE_MS;
  for (;;) {
    const state = postmasterState(cluster);
    if (state === 'live' || state === 'none') return state;
    const isPatient = state === 'zombie' && Date.now() < patient;
    if (!isPatient && forgetDeadPostmaster(cluster)) return 'none';
    // Where we cannot see who works in the folder, PostgreSQL judges a stale file itself.
    if (state === 'stale' && process.platform !== 'linux') return 'none';
    if (Date.now() > deadline) return 'none';
    await pause(100);
  }
}

/** @returns false when the server ended at once. */
async function launch(plan: PostmasterPlan, deadline: number): Promise<boolean> {
  const socketDir = await socketFolder(plan.dataDir, plan.user.own);
  const settings = Object.entries({
    ...plan.settings,
    // A list; quoted, so that a comma in the path is part of it.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
  });
  const { file, args } = plan.user.command(plan.binaries.postgres, [
    ...['-D', plan.cluster],
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(plan.logFile, isLarge(plan.logFile) ? 'w' : 'a', 0o600);
  // Detached: Ctrl-C must reach us first, so that work in progress can still be written down.
  const child = spawn(file, args, {
    ...plan.user.spawnOptions,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  child.once('error', () => {
    hasEnded = true;
  });
  child.unref();
  return ready(plan, child.pid, () => hasEnded, deadline);
}

/** The file of a killed server still says ready: only that of this very process counts. */
async function ready(
  plan: PostmasterPlan,
  pid: number | undefined,
  hasEnded: () => boolean,
  deadline: number,
): Promise<boolean> {
  for (;;) {
    const found = readPostmasterFile(plan.cluster);
    if (found?.pid === pid && found?.status === 'ready') return true;
    if (hasEnded()) return false;
    if (Date.now() > deadline) throw didNotStart(plan.logFile);
    await pause(LOOK_EVERY_MS);
  }
}

/** Ends the server: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = readPostmasterFile(cluster);
  if (found === null || postmasterState(cluster) !== 'live') return;
  process.kill(found.pid, 'SIGINT');
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (processState(found.pid).state === 'running') {
    if (Date.now() > deadline) {
      process.kill(found.pid, 'SIGQUIT');
      return;
    }
    await pause(LOOK_EVERY_MS);
  }
  if (basename(found.socketDir).startsWith('lumiku-')) {
    rmSync(found.socketDir, { recursive: true, force: true });
  }
}

function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX;
}

function didNotStart(logFile: string): Fault {
  const log = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
  return new Fault({
    code: 'POSTGRES_DID_NOT_START',
    status: 503,
    message: `The built-in PostgreSQL did not start. Its last words:\n${log}`,
    fix: `Read ${logFile}, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  });
}
