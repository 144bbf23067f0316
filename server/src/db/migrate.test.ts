import { afterAll, beforeEach, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { migrate, type SchemaOwner } from './migrate.ts';

const root = mkdtempSync(join(tmpdir(), 'lumiku-migrations-'));
const databases: TestDatabase[] = [];
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase([]);
  databases.push(database);
}, 30_000);
afterAll(async () => {
  for (const each of databases) await each.drop();
  rmSync(root, { recursive: true, force: true });
}, 30_000);

/** A migrations folder as drizzle-kit writes it: statement by time. */
function owner(name: string, migrations: Record<number, string>): SchemaOwner {
  const migrationsFolder = mkdtempSync(join(root, `${name}-`));
  mkdirSync(join(migrationsFolder, 'meta'));
  const entries = Object.entries(migrations).map(([when, sql], idx) => {
    writeFileSync(join(migrationsFolder, `${when}_step.sql`), sql);
    return { idx, version: '7', when: Number(when), tag: `${when}_step`, breakpoints: true };
  });
  const journal = { version: '7', dialect: 'postgresql', entries };
  writeFileSync(join(migrationsFolder, 'meta', '_journal.json'), JSON.stringify(journal));
  return { name, migrationsFolder };
}

const shoes = { 100: 'create table shoes (id int)', 200: 'alter table shoes add column size int' };

async function columns(table: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by 1",
    [table],
  );
  return rows.map((row) => row.name);
}

test('every owner is brought up to date, and doing it again changes nothing', async () => {
  const owners = [owner('shoes', shoes), owner('hats', { 50: 'create table hats (id int)' })];
  await migrate(database.pool, owners);
  await migrate(database.pool, owners);
  expect(await columns('shoes')).toEqual(['id', 'size']);
  expect(await columns('hats')).toEqual(['id']);
});

test('processes that start at once apply each migration exactly once', async () => {
  const owners = [owner('shoes', shoes)];
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, owners)));
  const { rows } = await database.pool.query('select count(*)::int as count from drizzle.shoes');
  expect(rows).toEqual([{ count: 2 }]);
});

test('a later migration is added to what is there', async () => {
  await migrate(database.pool, [owner('shoes', { 100: shoes[100] })]);
  await database.pool.query('insert into shoes (id) values (1)');
  await migrate(database.pool, [owner('shoes', shoes)]);
  expect((await database.pool.query('select * from shoes')).rows).toEqual([{ id: 1, size: null }]);
});

test('a database changed by a newer version is refused and left as it is, other owners included', async () => {
  await migrate(database.pool, [owner('shoes', shoes)]);
  const hats = owner('hats', { 50: 'create table hats (id int)' });
  const older = [hats, owner('shoes', { 100: shoes[100] })];
  await expect(migrate(database.pool, older)).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
  expect(await columns('hats')).toEqual([]);
});

test('a migration that would be skipped for its age is refused', async () => {
  await migrate(database.pool, [owner('shoes', shoes)]);
  const merged = owner('shoes', { 100: shoes[100], 150: 'select 1', 200: shoes[200] });
  await expect(migrate(database.pool, [merged])).rejects.toMatchObject({
    code: 'MIGRATION_OUT_OF_ORDER',
  });
});

test('a failing migration leaves nothing half-done and frees the lock', async () => {
  const broken = owner('shoes', { 100: shoes[100], 200: 'alter table nowhere add column x int' });
  await expect(migrate(database.pool, [broken])).rejects.toThrow();
  expect(await columns('shoes')).toEqual([]);
  await migrate(database.pool, [owner('shoes', shoes)]);
  expect(await columns('shoes')).toEqual(['id', 'size']);
});

test('an owner without migrations is named together with what to run', async () => {
  const nothing = { name: 'socks', migrationsFolder: join(root, 'nowhere') };
  await expect(migrate(database.pool, [nothing])).rejects.toMatchObject({
    code: 'MIGRATIONS_MISSING',
  });
});
