import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Fault } from '@lumiku/contract';
import packageJson from '../../../package.json' with { type: 'json' };
import { restoreBackup, writeBackup } from '../backup/index.ts';
import { schemaOwners } from '../compose.ts';
import type { Config } from '../config/index.ts';
import { openDatabase } from '../db/index.ts';
import { storageOf } from '../startup/open-storage.ts';
import { withDatabase } from './with-database.ts';

/** Writes a backup, also while the studio runs. @throws Fault FILE_EXISTS, STUDIO_MISSING */
export async function backup(config: Config, given: { to: string | undefined }): Promise<void> {
  const file = resolve(given.to ?? defaultName(new Date()));
  if (existsSync(file)) throw fileExists(file);
  const { dataDir } = config.database;
  const storage = storageOf(config.storage);
  const report = await withDatabase(config, ({ pool }) =>
    writeBackup({
      ...{ pool, owners: schemaOwners(), dataDir, storage, file },
      lumikuVersion: packageJson.version,
      onFile: tellCount('pictures packed'),
    }),
  );
  const { rows, files, sizeBytes } = report;
  console.log(`${file}: ${rows} rows and ${files} pictures, ${(sizeBytes / 1e6).toFixed(1)} MB.`);
  console.log('It holds keys and everybody’s pictures: keep it where only you can read it.');
}

/** Puts a backup into an empty place. @throws Fault of `restoreBackup`, FILE_MISSING */
export async function restore(config: Config, given: { file: string }): Promise<void> {
  const file = resolve(given.file);
  if (!existsSync(file)) throw fileMissing(file);
  const { dataDir, url } = config.database;
  const database = await openDatabase({ dataDir, url, poolSize: 4 });
  try {
    const { manifest, rows, files } = await restoreBackup({
      ...{ pool: database.pool, owners: schemaOwners(), dataDir, file },
      storage: storageOf(config.storage),
      onFile: tellCount('pictures unpacked'),
    });
    const { lumikuVersion, createdAt } = manifest;
    console.log(`Restored ${rows} rows and ${files} pictures of ${createdAt} (${lumikuVersion}).`);
    console.log('Start the studio with npm start.');
  } finally {
    await database.close();
  }
}

/** `lumiku-backup-2026-11-24-1530.tar.gz`, in this folder. */
function defaultName(now: Date): string {
  const stamp = now.toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `lumiku-backup-${stamp}.tar.gz`;
}

const TELL_EVERY = 1_000;
function tellCount(what: string) {
  return (count: number) => {
    if (count % TELL_EVERY === 0) console.log(`${count} ${what} …`);
  };
}

function fileExists(file: string): Fault {
  return new Fault({
    code: 'FILE_EXISTS',
    status: 409,
    message: `${file} is there already.`,
    fix: 'Name another file with --to.',
  });
}

function fileMissing(file: string): Fault {
  return new Fault({
    code: 'FILE_MISSING',
    status: 404,
    message: `There is no file ${file}.`,
    fix: 'Name the file that "lumiku backup" wrote.',
  });
}
