import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as createPack, type Pack } from 'tar-stream';
import { appliedMigrations, type SchemaOwner } from '../db/index.ts';
import { anyUploadUrl, parseUploadUrl, type Storage, type StoredFile } from '../files/index.ts';
import {
  type BackupManifest,
  MANIFEST_FILE,
  SECRET_FILE,
  TABLES_FOLDER,
} from './backup-manifest.ts';
import { quoted, readSequences, readTables, type Table } from './read-tables.ts';

export interface BackupReport {
  rows: number;
  files: number;
  sizeBytes: number;
}

/**
 * Writes everything a studio keeps into one `.tar.gz`, also while it runs: the tables as they are at one moment, then
 * the pictures (a file is written before its row and removed after it, so every row's file is still there or was
 * deleted meanwhile). The file appears under its name only when it is whole; only its owner may read it.
 */
export async function writeBackup(backup: {
  pool: Pool;
  owners: readonly SchemaOwner[];
  dataDir: string;
  storage: Storage;
  file: string;
  lumikuVersion: string;
  onFile?: (count: number) => void;
}): Promise<BackupReport> {
  const draft = `${backup.file}.part`;
  const scratch = await mkdtemp(join(dirname(backup.file), '.lumiku-backup-'));
  const pack = createPack();
  const out = createWriteStream(draft, { mode: 0o600 });
  const writing = pipeline(pack, createGzip({ level: 3 }), out);
  try {
    const report = await Promise.race([fill(pack, scratch, backup), failureOf(writing)]);
    pack.finalize();
    await writing;
    await rename(draft, backup.file);
    return { ...report, sizeBytes: (await stat(backup.file)).size };
  } catch (error) {
    pack.destroy();
    await writing.catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Rejects when the disk does (full, gone); never resolves. */
function failureOf(writing: Promise<void>): Promise<never> {
  return new Promise((_, reject) => {
    writing.catch(reject);
  });
}

type Backup = Parameters<typeof writeBackup>[0];

async function fill(
  pack: Pack,
  scratch: string,
  backup: Backup,
): Promise<Omit<BackupReport, 'sizeBytes'>> {
  const manifest = await copyOut(scratch, backup);
  await addText(pack, MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`);
  const secret = join(backup.dataDir, SECRET_FILE);
  if (existsSync(secret)) await addFile(pack, SECRET_FILE, secret);
  for (const { name } of manifest.tables) {
    await addFile(pack, `${TABLES_FOLDER}/${name}.copy`, join(scratch, name));
  }
  let files = 0;
  for await (const file of storedFiles(backup.storage)) {
    if (!(await addPicture(pack, backup.storage, file))) continue;
    files += 1;
    backup.onFile?.(files);
  }
  return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files };
}

/** Every stored picture; what is still being written and what somebody else put there is left out. */
async function* storedFiles(storage: Storage): AsyncGenerator<StoredFile> {
  for (const appId of await storage.apps()) {
    for await (const { files } of storage.folders(appId)) {
      yield* files.filter(({ path }) => parseUploadUrl(anyUploadUrl(path)) !== null);
    }
  }
}

/** Every table into a file of its own, all as of the same moment. */
async function copyOut(scratch: string, backup: Backup): Promise<BackupManifest> {
  const client = await backup.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: BackupManifest['tables'] = [];
    for (const table of await readTables(client)) {
      const rows = await copyTable(client, table, join(scratch, table.name));
      tables.push({ ...table, rows });
    }
    const sequences = await readSequences(client);
    const migrations = await appliedMigrations(client, backup.owners);
    await client.query('COMMIT');
    const { lumikuVersion } = backup;
    const createdAt = new Date().toISOString();
    return { format: 1, lumikuVersion, createdAt, migrations, tables, sequences };
  } finally {
    client.release();
  }
}

async function copyTable(client: PoolClient, table: Table, file: string): Promise<number> {
  const columns = table.columns.map(quoted).join(', ');
  const stream = client.query(copyTo(`COPY ${quoted(table.name)} (${columns}) TO STDOUT`));
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  return stream.rowCount;
}

function addText(pack: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()));
  });
}

/** @returns false for a file that was deleted meanwhile. */
async function addFile(pack: Pack, name: string, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null) return false;
  const entry = pack.entry({ name, size: found.size, mode: 0o600, mtime: found.mtime });
  await pipeline(createReadStream(path), entry);
  return true;
}

/** @returns false for a picture that was deleted meanwhile. */
async function addPicture(
  pack: Pack,
  storage: Storage,
  { path, sizeBytes, modifiedAt }: StoredFile,
): Promise<boolean> {
  const stream = await storage.stream(path, { start: 0, end: sizeBytes - 1 });
  if (stream === null) return false;
  const name = anyUploadUrl(path).slice(1);
  const entry = pack.entry({ name, size: sizeBytes, mode: 0o600, mtime: modifiedAt });
  await pipeline(stream, entry);
  return true;
}
