import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDiskStorage } from '../disk-storage.ts';
import { createS3Storage } from '../s3-storage.ts';
import type { Storage } from '../storage.ts';
import { startS3Server } from './s3-server.ts';

/** A storage with a view behind it. */
export interface StorageBench {
  storage: Storage;
  /** What lies there, as `<app>/<userId>/<name>`, unfinished writes too. */
  everything(): Promise<string[]>;
  /** Puts a file there by hand. */
  put(path: string, text: string): Promise<void>;
  makeOld(path: string): Promise<void>;
  stop(): Promise<void>;
}

const FOLDER = 'lumiku/';

/** Every driver of the port, each on the real thing. */
export const STORAGE_BENCHES: readonly [name: string, start: () => Promise<StorageBench>][] = [
  ['a folder', startDiskBench],
  ['an S3 bucket', startS3Bench],
];

async function startDiskBench(): Promise<StorageBench> {
  const folder = await mkdtemp(join(tmpdir(), 'lumiku-storage-'));
  return {
    storage: createDiskStorage(folder),
    everything: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      return files
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .sort();
    },
    put: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    makeOld: (path) => utimes(join(folder, path), new Date(0), new Date(0)),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function startS3Bench(): Promise<StorageBench> {
  // Two keys a page, so that every listing has several.
  const { endpoint, bucket, region, key, ...server } = startS3Server({ pageKeysMax: 2 });
  server.put('of-somebody-else.txt', new Uint8Array(1));
  const place = { endpoint, bucket, region, ...key, prefix: FOLDER, isBucketInHost: false };
  return {
    storage: createS3Storage(place),
    everything: async () =>
      server
        .keys()
        .filter((name) => name.startsWith(FOLDER))
        .map((name) => name.slice(FOLDER.length)),
    put: async (path, text) => server.put(`${FOLDER}${path}`, new TextEncoder().encode(text)),
    makeOld: async (path) => server.age(`${FOLDER}${path}`, new Date(0)),
    stop: () => server.stop(),
  };
}
