// Who owns the data folder: one process at a time. The file holds pid and start time, so a lock left by a killed
// process (or by a pid that now belongs to somebody else) is told from a live one and taken over.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { z } from 'zod';
import { processState } from './process-state.ts';

const Owner = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
type Owner = z.infer<typeof Owner>;

/** Locks this very process holds. After a restart in place (`bun --watch`) pid and start time are still the same. */
const heldHere = new Set<string>();

export interface FolderOwnership {
  release(): void;
}

/**
 * Makes this process the owner of the data folder until `release`.
 * @throws Fault DATA_FOLDER_IN_USE
 */
export function ownFolder(dataDir: string): FolderOwnership {
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'lumiku.lock');
  const mine = JSON.stringify({
    pid: process.pid,
    startedAt: processState(process.pid).startedAt,
    token: randomUUID(),
  });
  const draft = `${lock}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(draft, lock)) {
        heldHere.add(lock);
        return { release: () => releaseLock(lock, mine) };
      }
      const owner = liveOwner(lock);
      if (owner !== null) throw inUse(dataDir, owner);
      setAside(lock);
    }
    throw inUse(dataDir, null);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The live process that owns the folder, or null. */
export function folderOwner(dataDir: string): { pid: number } | null {
  return liveOwner(join(dataDir, 'lumiku.lock'));
}

/** `link` fails when the name exists, also when two processes try at once: exactly one wins. */
function linked(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function liveOwner(lock: string): Owner | null {
  const owner = readOwner(lock);
  if (owner === null || (owner.pid === process.pid && !heldHere.has(lock))) return null;
  const now = processState(owner.pid);
  return now.state === 'running' && now.startedAt === owner.startedAt ? owner : null;
}

function readOwner(lock: string): Owner | null {
  try {
    const parsed = Owner.safeParse(JSON.parse(readFileSync(lock, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Another process may have replaced the stale lock since we read it: what was moved is read again and put back if live. */
function setAside(lock: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (liveOwner(aside) !== null) linked(aside, lock);
  rmSync(aside, { force: true });
}

function releaseLock(lock: string, mine: string): void {
  heldHere.delete(lock);
  try {
    if (readFileSync(lock, 'utf8') === mine) rmSync(lock, { force: true });
  } catch {
    // Gone already: released is released.
  }
}

function inUse(dataDir: string, owner: Owner | null): Fault {
  const who = owner === null ? 'another process' : `another Lumiku (process ${owner.pid})`;
  return new Fault({
    code: 'DATA_FOLDER_IN_USE',
    status: 503,
    message: `The data folder ${dataDir} is in use by ${who}.`,
    fix: 'Stop that one first, or give this one its own folder with LUMIKU_DATA_DIR.',
  });
}
