// Brings every owner's tables up to date, forwards only. Any number of processes may start at once: the first one in
// holds an advisory lock, the others find nothing left to do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool, PoolClient } from 'pg';

/** An area of the server, or an app, that owns tables. Owners are applied in order: first those others refer to. */
export interface SchemaOwner {
  /** kebab-case; names the table that remembers what was applied. */
  readonly name: string;
  /** Absolute folder made by `bun tools/db-generate.ts <owner folder>`. */
  readonly migrationsFolder: string;
}

const LOCK_KEY = 5_864_512_007;
const SCHEMA = 'drizzle';

/** @throws Fault DATABASE_NEWER, MIGRATIONS_MISSING, MIGRATION_OUT_OF_ORDER */
export async function migrate(pool: Pool, owners: readonly SchemaOwner[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    // All checked before the first is applied: a refusal leaves the database as it was.
    for (const owner of owners) await checkOwner(client, owner);
    for (const owner of owners) {
      await applyMigrations(drizzle(client), {
        migrationsFolder: owner.migrationsFolder,
        migrationsSchema: SCHEMA,
        migrationsTable: owner.name,
      });
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK_KEY]).catch(() => undefined);
    client.release();
  }
}

/** Whether the tables are exactly those of this version: nothing to apply, nothing unknown. */
export async function isMigrated(pool: Pool, owners: readonly SchemaOwner[]): Promise<boolean> {
  for (const owner of owners) {
    const applied = await appliedBefore(pool, owner);
    const known = knownTo(owner);
    if (known.length !== applied.length || !known.every((at) => applied.includes(at))) return false;
  }
  return true;
}

/** By owner: how many of its migrations the database has. */
export async function appliedMigrations(
  client: Pool | PoolClient,
  owners: readonly SchemaOwner[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const owner of owners) counts[owner.name] = (await appliedBefore(client, owner)).length;
  return counts;
}

async function checkOwner(client: PoolClient, owner: SchemaOwner): Promise<void> {
  if (!existsSync(join(owner.migrationsFolder, 'meta', '_journal.json'))) throw missing(owner);
  const known = knownTo(owner);
  const applied = await appliedBefore(client, owner);
  const newestApplied = Math.max(0, ...applied);
  if (applied.some((at) => !known.includes(at))) throw newer(owner);
  // drizzle compares with the newest one only and would silently skip an older one that came in by a merge.
  const skipped = known.find((at) => at < newestApplied && !applied.includes(at));
  if (skipped !== undefined) throw outOfOrder(owner);
}

function knownTo(owner: SchemaOwner): number[] {
  return readMigrationFiles({ migrationsFolder: owner.migrationsFolder }).map(
    (migration) => migration.folderMillis,
  );
}

async function appliedBefore(client: Pool | PoolClient, owner: SchemaOwner): Promise<number[]> {
  const table = `"${SCHEMA}"."${owner.name.replaceAll('"', '""')}"`;
  const found = await client.query<{ exists: boolean }>(
    'select to_regclass($1) is not null as exists',
    [table],
  );
  if (found.rows[0]?.exists !== true) return [];
  const { rows } = await client.query<{ created_at: string }>(`select created_at from ${table}`);
  return rows.map((row) => Number(row.created_at));
}

function newer(owner: SchemaOwner): Fault {
  return new Fault({
    code: 'DATABASE_NEWER',
    status: 503,
    message: `The database was changed by a newer Lumiku than this one (tables of "${owner.name}"). Nothing was touched.`,
    fix: 'Start the newer version again, or restore a backup made with this version.',
  });
}

function missing(owner: SchemaOwner): Fault {
  return new Fault({
    code: 'MIGRATIONS_MISSING',
    status: 500,
    message: `"${owner.name}" has no migrations in ${owner.migrationsFolder}.`,
    fix: 'Run "bun tools/db-generate.ts <owner folder>" and commit what it writes.',
  });
}

function outOfOrder(owner: SchemaOwner): Fault {
  return new Fault({
    code: 'MIGRATION_OUT_OF_ORDER',
    status: 500,
    message: `A migration of "${owner.name}" is older than one that was applied already.`,
    fix: 'Delete that migration and make it again with "bun tools/db-generate.ts <owner folder>".',
  });
}
