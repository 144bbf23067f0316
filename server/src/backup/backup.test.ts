import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { schemaOwners } from '../compose.ts';
import { migrate } from '../db/index.ts';
import { createDiskStorage, createS3Storage } from '../files/index.ts';
import { startS3Server } from '../files/testing/s3-server.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';
import { restoreBackup, writeBackup } from './index.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

let studio: TestStudio;
let ayu: TestPerson;
let folder: string;
let file: string;
let source: Pool;
const targets: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lumiku-backups-'));
  file = join(folder, 'backup.tar.gz');
  studio = await createTestStudio({ environment: { LUMIKU_VISION: 'off' } });
  ayu = await studio.signUp();
  await ayu.fetch('/api/credits');
  await ayu.fetch('/api/avatar-creator/projects', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A name with\ttabs, "quotes", \\ and ünïcode 👗' }),
  });
  const uploads = join(studio.dataDir, 'uploads', 'avatar-generator', ayu.userId);
  await mkdir(uploads, { recursive: true });
  await writeFile(join(uploads, '1-picture.png'), 'bytes of a picture');
  await writeFile(join(uploads, '.being-written'), 'half');
  source = studio.pool;
}, STARTS_MS);
afterAll(async () => {
  await studio.stop();
  for (const target of targets) await target.drop();
  await rm(folder, { recursive: true, force: true });
});

const storageIn = (dataDir: string) => createDiskStorage(join(dataDir, 'uploads'));
const write = (to = file) =>
  writeBackup({
    ...{ pool: source, owners: schemaOwners(), dataDir: studio.dataDir, file: to },
    storage: storageIn(studio.dataDir),
    lumikuVersion: '0.0.0',
  });

async function emptyPlace() {
  const target = await createTestDatabase([]);
  targets.push(target);
  const dataDir = await mkdtemp(join(folder, 'restored-'));
  const uploadsFolder = join(dataDir, 'uploads');
  const storage = storageIn(dataDir);
  const restore = (from: string, into = storage) =>
    restoreBackup({
      ...{ pool: target.pool, owners: schemaOwners(), dataDir, storage: into },
      file: from,
    });
  return { ...target, dataDir, uploadsFolder, restore };
}

/** Every row of every table, as text. */
async function everything(pool: Pool): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    all[name] = rows;
  }
  return all;
}

describe('a backup of a running studio', () => {
  test(
    'comes back row by row and byte by byte, and the studio runs on it',
    async () => {
      const report = await write();
      expect(report.files).toBe(1);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const place = await emptyPlace();
      const { rows, files } = await place.restore(file);
      expect({ rows, files }).toEqual({ rows: report.rows, files: 1 });
      expect(await everything(place.pool)).toEqual(await everything(source));
      const picture = join(place.uploadsFolder, 'avatar-generator', ayu.userId, '1-picture.png');
      expect(await readFile(picture, 'utf8')).toBe('bytes of a picture');
      const secret = (dataDir: string) => readFile(join(dataDir, 'secret.key'), 'utf8');
      expect(await secret(place.dataDir)).toBe(await secret(studio.dataDir));

      // What only works with tables, triggers and sequences as they should be.
      await migrate(place.pool, schemaOwners());
      await place.db.execute(sql`INSERT INTO events (user_id, type, subject, data)
      VALUES (${ayu.userId}, 'x', 'y', '{}')`);
      const { rows: triggers } = await place.pool.query(
        `SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`,
      );
      expect(triggers).toEqual([]);
      const changed = place.pool.query('UPDATE credit_entries SET amount = 1');
      await expect(changed).rejects.toThrow();
    },
    STARTS_MS,
  );

  test(
    'moves a studio from a folder into a bucket and back',
    async () => {
      await write(join(folder, 'moving.tar.gz'));
      const server = startS3Server();
      const { endpoint, bucket, region, key } = server;
      const place = { endpoint, bucket, region, ...key, prefix: 'moved/', isBucketInHost: false };
      const inBucket = createS3Storage(place);
      const [there, back] = [await emptyPlace(), await emptyPlace()];
      const { files } = await there.restore(join(folder, 'moving.tar.gz'), inBucket);
      expect([files, server.keys()]).toEqual([
        1,
        [`moved/avatar-generator/${ayu.userId}/1-picture.png`],
      ]);
      const file = join(folder, 'from-bucket.tar.gz');
      const { pool, dataDir } = there;
      const from = { pool, owners: schemaOwners(), dataDir, storage: inBucket, file };
      await writeBackup({ ...from, lumikuVersion: '0.0.0' });
      await back.restore(file);
      const picture = join(back.uploadsFolder, 'avatar-generator', ayu.userId, '1-picture.png');
      expect(await readFile(picture, 'utf8')).toBe('bytes of a picture');
      await server.stop();
    },
    STARTS_MS,
  );

  test(
    'of an older version is brought up to date by the next start',
    async () => {
      const owners = schemaOwners();
      const old = await createTestDatabase([]);
      targets.push(old);
      const { migrationsUpTo } = await import('./migrations-up-to.ts');
      const scratch = await mkdtemp(join(folder, 'old-'));
      const applied = Object.fromEntries(owners.map(({ name }) => [name, 1]));
      await migrate(old.pool, await migrationsUpTo(owners, applied, scratch));
      const oldFile = join(folder, 'old.tar.gz');
      await writeBackup({
        ...{
          pool: old.pool,
          owners,
          dataDir: folder,
          storage: createDiskStorage(scratch),
          file: oldFile,
        },
        lumikuVersion: '0.0.0',
      });
      const place = await emptyPlace();
      await place.restore(oldFile);
      await migrate(place.pool, owners);
      expect(Object.keys(await everything(place.pool))).toEqual(
        Object.keys(await everything(source)),
      );
    },
    STARTS_MS,
  );
});

describe('a restore', () => {
  test(
    'into a place with accounts is refused and changes nothing',
    async () => {
      await write(join(folder, 'again.tar.gz'));
      const before = await everything(source);
      const refused = restoreBackup({
        ...{ pool: source, owners: schemaOwners(), dataDir: studio.dataDir },
        ...{ storage: storageIn(studio.dataDir), file: join(folder, 'again.tar.gz') },
      });
      await expect(refused).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' });
      expect(await everything(source)).toEqual(before);
    },
    STARTS_MS,
  );

  test(
    'of a file that is cut off, no backup, or newer leaves no studio, and can be begun again',
    async () => {
      const whole = await readFile(file);
      const place = await emptyPlace();
      const broken = async (name: string, bytes: Uint8Array | string) => {
        await writeFile(join(folder, name), bytes);
        return place.restore(join(folder, name));
      };
      await expect(broken('cut.tar.gz', whole.subarray(0, whole.length / 2))).rejects.toMatchObject(
        {
          code: 'BACKUP_UNREADABLE',
        },
      );
      await expect(broken('words.tar.gz', 'not a backup')).rejects.toMatchObject({
        code: 'BACKUP_UNREADABLE',
      });
      // The same archive with one more migration of "jobs" than this version knows, padded to keep its length.
      const newer = gunzipSync(whole)
        .toString('latin1')
        .replace(/"jobs": \d+/, '"jobs": 9');
      await expect(
        broken('newer.tar.gz', gzipSync(Buffer.from(newer, 'latin1'))),
      ).rejects.toMatchObject({ code: 'BACKUP_NEWER' });
      await place.restore(file);
      expect(await everything(place.pool)).toEqual(await everything(source));
    },
    STARTS_MS,
  );

  test(
    'never writes outside its folder',
    async () => {
      const climbing = gunzipSync(await readFile(file)).toString('latin1');
      const name = `uploads/avatar-generator/${ayu.userId}/1-picture.png`;
      const evil = `uploads/../../escaped${'x'.repeat(name.length - 'uploads/../../escaped'.length)}`;
      const bytes = withNewChecksum(Buffer.from(climbing.replace(name, evil), 'latin1'), evil);
      const place = await emptyPlace();
      await writeFile(join(folder, 'evil.tar.gz'), gzipSync(bytes));
      await expect(place.restore(join(folder, 'evil.tar.gz'))).rejects.toMatchObject({
        code: 'BACKUP_UNREADABLE',
      });
      expect((await readdir(folder)).filter((entry) => entry.startsWith('escaped'))).toEqual([]);
    },
    STARTS_MS,
  );
});

/** A tar header carries the sum of its bytes, with its own eight counted as spaces. */
function withNewChecksum(archive: Buffer, name: string): Buffer {
  const at = archive.indexOf(name);
  const header = archive.subarray(at, at + 512);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return archive;
}
