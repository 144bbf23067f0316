import { afterAll, beforeAll, expect, test } from 'bun:test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { schemaOwners } from '../compose.ts';
import { migrate, type SchemaOwner } from '../db/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });
const MOVE = '0006_consent-of-all-apps';
const root = mkdtempSync(join(tmpdir(), 'lumiku-consents-'));
const given = [
  ['00000000-0000-4000-8000-000000000001', 'ada', 1, '2026-01-02T03:04:05.678Z', 'web', null],
  ['00000000-0000-4000-8000-000000000002', 'budi', 1, '2026-01-03T00:00:00.000Z', 'api', null],
  // Once withdrawn, then given again: both are kept.
  ...[
    ['00000000-0000-4000-8000-000000000003', 'sari', 1, '2026-01-04T00:00:00.000Z', 'web'],
    ['00000000-0000-4000-8000-000000000004', 'sari', 1, '2026-01-06T00:00:00.000Z', 'api'],
  ].map((row, index) => [...row, index === 0 ? '2026-01-05T00:00:00.000Z' : null]),
];
let database: TestDatabase;

/** The generator as it was before its consents moved to all apps. */
function before(owner: SchemaOwner): SchemaOwner {
  const migrationsFolder = join(root, owner.name);
  cpSync(owner.migrationsFolder, migrationsFolder, { recursive: true });
  const file = join(migrationsFolder, 'meta', '_journal.json');
  const journal = Journal.parse(JSON.parse(readFileSync(file, 'utf8')));
  const moved = journal.entries.findIndex(({ tag }) => tag === MOVE);
  expect(moved).toBeGreaterThan(0);
  const entries = journal.entries.slice(0, moved);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return { name: owner.name, migrationsFolder };
}

async function consents(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    'select id, user_id, version, given_at, via, withdrawn_at from photo_consents order by id',
  );
  return rows;
}

beforeAll(async () => {
  const owners = schemaOwners().filter(({ name }) => name !== 'consents');
  database = await createTestDatabase(
    owners.map((owner) => (owner.name === 'avatar-generator' ? before(owner) : owner)),
  );
  for (const name of ['ada', 'budi', 'sari']) {
    await database.pool.query(
      'insert into users (id, name, email, created_at, updated_at) values ($1, $1, $2, now(), now())',
      [name, `${name}@example.com`],
    );
  }
  for (const row of given) {
    await database.pool.query(
      'insert into avatar_consents (id, user_id, version, given_at, via, withdrawn_at) values ($1, $2, $3, $4, $5, $6)',
      row,
    );
  }
}, 60_000);
afterAll(async () => {
  await database?.drop();
  rmSync(root, { recursive: true, force: true });
}, 30_000);

test('consents of a database from before are all there for every app, each once and as it was given', async () => {
  await Promise.all([1, 2].map(() => migrate(database.pool, schemaOwners())));
  const moved = await consents();
  expect(moved).toEqual(
    given.map(([id, userId, version, givenAt, via, withdrawnAt]) => ({
      ...{ id, user_id: userId, version, via },
      given_at: new Date(String(givenAt)),
      withdrawn_at: withdrawnAt === null ? null : new Date(String(withdrawnAt)),
    })),
  );
  const { rows } = await database.pool.query("select to_regclass('avatar_consents') as old");
  expect(rows).toEqual([{ old: null }]);
  await migrate(database.pool, schemaOwners());
  expect(await consents()).toEqual(moved);
});
