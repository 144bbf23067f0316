import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { storageFaults } from './storage-faults.ts';

/** Opens a new file for writing; another one in tests, where the disk is full. */
export type OpenFile = (path: string) => Promise<FileHandle>;
const openNew: OpenFile = (path) => open(path, 'wx', 0o640);

/**
 * Writes a file so that after a crash there is all of it or none: under an unfinished name, to the disk, then renamed.
 * What a killed process leaves is a dot file, which no URL can name and the sweeper removes.
 * @throws Fault STORAGE_FULL, STORAGE_UNWRITABLE (503); nothing is left behind.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  openFile: OpenFile = openNew,
): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    const file = await openFile(unfinished);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw storageFault(error);
  }
}

/** A rename is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const SystemError = z.object({ code: z.string() });

function storageFault(error: unknown): unknown {
  const parsed = SystemError.safeParse(error);
  const code = parsed.success ? parsed.data.code : '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return storageFaults.full(error);
  if (['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code)) {
    const said = error instanceof Error ? error.message : '';
    return storageFaults.folderUnwritable(error, `${code} ${said}`);
  }
  return error;
}
