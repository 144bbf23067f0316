import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Fault } from '@lumiku/contract';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract as createExtract } from 'tar-stream';
import { migrate, type SchemaOwner } from '../db/index.ts';
import { parseUploadUrl, type Storage } from '../files/index.ts';
import {
  BackupManifest,
  MANIFEST_FILE,
  notABackup,
  SECRET_FILE,
  TABLES_FOLDER,
  UPLOADS_FOLDER,
} from './backup-manifest.ts';
import { migrationsUpTo } from './migrations-up-to.ts';
import { quoted } from './read-tables.ts';

export interface RestoreReport {
  manifest: BackupManifest;
  rows: number;
  files: number;
}

interface Restore {
  pool: Pool;
  owners: readonly SchemaOwner[];
  dataDir: string;
  storage: Storage;
  file: string;
  onFile?: (count: number) => void;
}

/**
 * Puts a backup into a place that has no accounts yet. All rows arrive in one transaction that commits when the whole
 * file was read: a restore that breaks off leaves no studio, and can be begun again.
 * @throws Fault BACKUP_UNREADABLE, BACKUP_NEWER, RESTORE_NOT_EMPTY
 */
export async function restoreBackup(restore: Restore): Promise<RestoreReport> {
  await refuseIfUsed(restore.pool);
  const scratch = await mkdtemp(join(tmpdir(), 'lumiku-restore-'));
  const client = await restore.pool.connect();
  try {
    const report = await readArchive(restore, client, scratch);
    await client.query('COMMIT');
    return report;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error instanceof Fault ? error : notABackup(restore.file, error);
  } finally {
    client.release();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function refuseIfUsed(pool: Pool): Promise<void> {
  const { rows: found } = await pool.query<{ users: string | null }>(
    `SELECT to_regclass('users')::text AS users`,
  );
  if (!found[0]?.users) return;
  const { rows } = await pool.query('SELECT 1 FROM users LIMIT 1');
  if (rows.length === 0) return;
  throw new Fault({
    code: 'RESTORE_NOT_EMPTY',
    status: 409,
    message: 'There is a studio with accounts here already. Nothing was changed.',
    fix: 'Name an empty place with LUMIKU_DATA_DIR or DATABASE_URL, or move this one away first.',
  });
}

async function readArchive(
  restore: Restore,
  client: PoolClient,
  scratch: string,
): Promise<RestoreReport> {
  const extract = createExtract();
  const reading = pipeline(createReadStream(restore.file), createGunzip(), extract);
  // Reported by the loop below, which ends when the stream does.
  reading.catch(() => undefined);
  let manifest: BackupManifest | null = null;
  const counted = { rows: 0, files: 0 };
  const rows = new Map<string, number>();
  for await (const packed of extract) {
    const { name } = packed.header;
    const entry = Readable.from(packed);
    if (manifest === null) {
      if (name !== MANIFEST_FILE) throw notABackup(restore.file);
      manifest = BackupManifest.parse(JSON.parse(await text(entry)));
      await makeTables(restore, client, manifest, scratch);
    } else if (name === SECRET_FILE) {
      const secret = join(restore.dataDir, SECRET_FILE);
      await pipeline(entry, createWriteStream(secret, { mode: 0o600 }));
    } else if (name.startsWith(`${TABLES_FOLDER}/`)) {
      const table = name.slice(TABLES_FOLDER.length + 1).replace(/\.copy$/, '');
      rows.set(table, await copyIn(client, manifest, table, entry));
    } else if (name.startsWith(`${UPLOADS_FOLDER}/`)) {
      await storePicture(restore.storage, name, entry);
      counted.files += 1;
      restore.onFile?.(counted.files);
    } else entry.resume();
  }
  await reading;
  if (manifest === null) throw notABackup(restore.file);
  for (const table of manifest.tables) {
    if (rows.get(table.name) !== table.rows) throw notABackup(restore.file);
    counted.rows += table.rows;
  }
  await finishTables(client, manifest);
  return { manifest, ...counted };
}

/** Tables as they were, empty, and with our own triggers silent: what they would count or forbid is in the rows. */
async function makeTables(
  restore: Restore,
  client: PoolClient,
  manifest: BackupManifest,
  scratch: string,
): Promise<void> {
  const owners = await migrationsUpTo(restore.owners, manifest.migrations, scratch);
  await migrate(restore.pool, owners);
  await client.query('BEGIN');
  const names = manifest.tables.map(({ name }) => quoted(name));
  await client.query(`TRUNCATE ${names.join(', ')}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
}

async function finishTables(client: PoolClient, manifest: BackupManifest): Promise<void> {
  for (const { name } of manifest.tables) {
    await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  }
  for (const [name, value] of Object.entries(manifest.sequences)) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), value]);
  }
}

async function copyIn(
  client: PoolClient,
  manifest: BackupManifest,
  name: string,
  entry: Readable,
): Promise<number> {
  const table = manifest.tables.find((one) => one.name === name);
  if (!table) throw new Error(`"${name}" is not in the list of tables`);
  const columns = table.columns.map(quoted).join(', ');
  const stream = client.query(copyFrom(`COPY ${quoted(name)} (${columns}) FROM STDIN`));
  await pipeline(entry, stream);
  return stream.rowCount ?? 0;
}

/** A name that leads elsewhere is refused, whoever wrote it. */
async function storePicture(storage: Storage, name: string, entry: Readable): Promise<void> {
  const path = parseUploadUrl(`/${name}`);
  if (!path) throw new Error(`"${name}" is not where a picture lies`);
  await storage.write(path, await buffer(entry));
}
