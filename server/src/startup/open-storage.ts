import { mkdirSync } from 'node:fs';
import type { Log } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import type { Config } from '../config/index.ts';
import { createDiskStorage, createS3Storage, type Storage } from '../files/index.ts';

/** Where pictures lie, not yet looked at; for commands that need no running studio. */
export function storageOf({ s3, uploadPath }: Config['storage']): Storage {
  if (s3 !== null) return createS3Storage(s3);
  mkdirSync(uploadPath, { recursive: true, mode: 0o700 });
  return createDiskStorage(uploadPath);
}

/**
 * The same for a studio that starts: a bucket that is not there or not ours stops it, one that is only away for the
 * moment does not, since `/health/ready` tells and everything else works.
 * @throws Fault STORAGE_UNWRITABLE
 */
export async function openStorage(config: Config['storage'], log: Log): Promise<Storage> {
  const storage = storageOf(config);
  if (config.s3 === null) return storage;
  try {
    await storage.check();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'STORAGE_AWAY')
      throw storageRefuses(storage, error);
    log.warn({ err: error }, `Pictures cannot be reached yet: ${storage.place}.`);
  }
  return storage;
}

function storageRefuses(storage: Storage, error: unknown): unknown {
  if (!(error instanceof Fault)) return error;
  return new Fault({
    code: error.code,
    status: error.status,
    message: `Pictures cannot be kept in ${storage.place}: ${error.internal ?? error.message}.`,
    fix: 'Check that the bucket is there, and STORAGE_URL, STORAGE_REGION and its keys. "lumiku doctor" tries them out.',
    cause: error,
  });
}
