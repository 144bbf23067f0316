import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  statfs,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteRange, Storage, StoredFile, StoredFolder } from './storage.ts';
import { type UploadPath, uploadFile } from './upload-path.ts';
import { type OpenFile, writeFileAtomically } from './write-file.ts';

/**
 * Files in a folder, `<folder>/<app>/<userId>/<name>`; made when the first one comes.
 * @param openFile how files are opened for writing; given only by tests of a full disk
 */
export function createDiskStorage(folder: string, openFile?: OpenFile): Storage {
  const fileOf = (path: UploadPath) => uploadFile(folder, path);
  const filesOf = async (appId: string, userId: string): Promise<StoredFile[]> => {
    const found: StoredFile[] = [];
    for (const name of await namesIn(join(folder, appId, userId))) {
      const file = await findIn(folder, { appId, userId, name });
      if (file) found.push(file);
    }
    return found;
  };
  return {
    place: folder,
    write: (path, bytes) => writeFileAtomically(fileOf(path), bytes, openFile),
    read: async (path) => await readFile(fileOf(path)).catch(nullIfMissing),
    find: (path) => findIn(folder, path),
    stream: async (path, range) => {
      const isThere = await access(fileOf(path)).then(() => true, nullIfMissing);
      return isThere ? streamOf(fileOf(path), range) : null;
    },
    remove: async (path) => void (await unlink(fileOf(path)).catch(nullIfMissing)),
    // One that is not empty refuses.
    tidyFolder: (appId, userId) => rmdir(join(folder, appId, userId)).catch(() => undefined),
    removeFolder: (appId, userId) =>
      rm(join(folder, appId, userId), { recursive: true, force: true }),
    apps: async () => (await namesIn(folder)).filter((name) => !name.startsWith('.')),
    folders: async function* (appId): AsyncGenerator<StoredFolder> {
      for (const userId of await namesIn(join(folder, appId)).catch(() => [])) {
        if (userId.startsWith('.')) continue;
        yield { userId, files: await filesOf(appId, userId).catch(() => []) };
      }
    },
    filesOf,
    freeBytes: () =>
      statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => null,
      ),
    check: () => tryWriting(join(folder, `.ready-${process.pid}`)),
    tryOut: () => tryWriting(join(folder, `.doctor-${randomUUID()}`)),
  };
}

/** Names in a folder, or none when it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullIfMissing)) ?? [];
}

/** Null also for a file that vanishes while it is looked at. */
async function findIn(folder: string, path: UploadPath): Promise<StoredFile | null> {
  const stats = await stat(uploadFile(folder, path)).catch(nullIfMissing);
  return stats?.isFile() ? { path, modifiedAt: stats.mtime, sizeBytes: stats.size } : null;
}

function streamOf(file: string, range: ByteRange): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = createReadStream(file, range).iterator();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}

async function tryWriting(file: string): Promise<void> {
  await writeFile(file, 'ready');
  await rm(file, { force: true });
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
