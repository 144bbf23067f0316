// One built-in PostgreSQL per test process, one database per test file, copied from a migrated template.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@lumiku/app-kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client, type Pool } from 'pg';
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { migrate, type SchemaOwner } from '../db/migrate.ts';
import { createPool } from '../db/open-database.ts';
import { readPostmasterFile } from '../db/postmaster-file.ts';

export interface TestDatabase {
  readonly pool: Pool;
  readonly db: Database;
  readonly url: string;
  drop(): Promise<void>;
}

interface TestServer {
  adminUrl: string;
  templates: Map<string, Promise<string>>;
}

let server: Promise<TestServer> | null = null;

/** A fresh, migrated database of its own. The server under it goes away with the test process. */
export async function createTestDatabase(owners: readonly SchemaOwner[]): Promise<TestDatabase> {
  server ??= startTestServer();
  const { adminUrl, templates } = await server;
  const key = createHash('sha256').update(JSON.stringify(owners)).digest('hex').slice(0, 16);
  const template = templates.get(key) ?? makeTemplate(adminUrl, `template_${key}`, owners);
  templates.set(key, template);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(adminUrl, `create database ${name} template ${await template}`);
  const url = withDatabase(adminUrl, name);
  const pool = createPool(url);
  return {
    pool,
    db: drizzle(pool),
    url,
    drop: async () => {
      await pool.end();
      await administer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function startTestServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lumiku-test-'));
  // Nothing of a test outlives its process, so the disk need not be waited for.
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  const { url } = await startEmbeddedPostgres({ dataDir, settings });
  removeWithProcess(dataDir);
  return { adminUrl: url, templates: new Map() };
}

async function makeTemplate(
  adminUrl: string,
  name: string,
  owners: readonly SchemaOwner[],
): Promise<string> {
  await administer(adminUrl, `create database ${name}`);
  const pool = createPool(withDatabase(adminUrl, name), 2);
  try {
    await migrate(pool, owners);
  } finally {
    await pool.end();
  }
  return name;
}

/** `create database` copies only templates nobody is connected to; two copies at once wait for each other. */
let turn: Promise<unknown> = Promise.resolve();
function administer(adminUrl: string, statement: string): Promise<void> {
  const mine = turn.then(async () => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}

function withDatabase(url: string, name: string): string {
  return url.replace(/\/lumiku\?/, `/${name}?`);
}

/**
 * Tidies up when this process is gone, however it ended: the shell waits for the end of its input. (Exit handlers do
 * not run under `bun test`, and none runs after a kill.)
 */
function removeWithProcess(dataDir: string): void {
  const script =
    'cat >/dev/null; kill -QUIT "$(head -n 1 "$1/postgres/postmaster.pid")"; rm -rf "$1" "$2"';
  const socketDir = readPostmasterFile(join(dataDir, 'postgres'))?.socketDir ?? dataDir;
  const guard = spawn('sh', ['-c', script, 'sh', dataDir, socketDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
}
