import { expect, test } from 'bun:test';
import { readFile } from 'node:fs/promises';
import { Fault, notFound } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { createTestDatabase } from '../testing/index.ts';
import { findFault } from './database-fault.ts';
import { createPool } from './open-database.ts';

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

test('a database nobody answers for is DATABASE_UNAVAILABLE, also through drizzle', async () => {
  const pool = createPool('postgresql://lumiku@localhost/lumiku?host=%2Fnowhere', 1);
  const plain = await failure(pool.query('select 1'));
  const wrapped = await failure(drizzle(pool).execute(sql`select 1`));
  const inTransaction = await failure(drizzle(pool).transaction(async () => 1));
  await pool.end();
  for (const error of [plain, wrapped, inTransaction]) {
    expect(findFault(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
  }
});

test('a connection cut in the middle of a transaction is DATABASE_UNAVAILABLE and the pool goes on', async () => {
  const database = await createTestDatabase([]);
  const error = await failure(
    database.db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await tx.execute(sql`select 1`);
    }),
  );
  expect(findFault(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.drop();
}, 30_000);

test('a fault is found however deep it was wrapped', () => {
  const wrapped = new Error('query failed', { cause: new Error('x', { cause: notFound('pose') }) });
  expect(findFault(wrapped)).toBeInstanceOf(Fault);
});

test('a missing file and a wrong query are not the database being away', async () => {
  expect(findFault(await failure(readFile('/nowhere/at/all')))).toBeNull();
  const database = await createTestDatabase([]);
  expect(findFault(await failure(database.db.execute(sql`select nonsense`)))).toBeNull();
  await database.drop();
}, 30_000);
