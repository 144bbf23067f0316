import type { Database } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

export interface DatabaseOptions {
  /** PostgreSQL 15 or newer; undefined = the built-in one in the data folder. */
  url?: string | undefined;
  dataDir: string;
  /** Connections of this process. */
  poolSize?: number;
  /** Settings of the built-in server that differ from ours. */
  settings?: Record<string, string>;
}

export interface OpenDatabase {
  readonly pool: Pool;
  readonly db: Database;
  readonly url: string;
  readonly driver: 'embedded' | 'external';
  /** One sentence on what was chosen and why, for the boot lines. */
  readonly reason: string;
  close(): Promise<void>;
}

const OLDEST_SERVER = 150_000;
const POOL_ENDS_WITHIN_MS = 3_000;

/**
 * Opens the database: the built-in one, or the one at `url`. The pool survives the server going away.
 * @throws Fault of the built-in server, DATABASE_UNAVAILABLE, DATABASE_TOO_OLD
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if (options.url !== undefined) return openExternal(options.url, options.poolSize);
  const server = await startEmbeddedPostgres(options);
  const pool = createPool(server.url, options.poolSize);
  const how = { created: 'newly made', started: 'started', adopted: 'found running, taken over' };
  return {
    pool,
    db: drizzle(pool),
    url: server.url,
    driver: 'embedded',
    reason: `built-in PostgreSQL in ${options.dataDir} (${how[server.origin]}), because DATABASE_URL is not set`,
    close: async () => {
      // A connection whose end was never heard would keep the pool open; the server ends it from the other side.
      await Promise.race([pool.end(), Bun.sleep(POOL_ENDS_WITHIN_MS)]);
      await server.stop();
    },
  };
}

async function openExternal(url: string, poolSize: number | undefined): Promise<OpenDatabase> {
  const pool = createPool(url, poolSize);
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    pool,
    db: drizzle(pool),
    url,
    driver: 'external',
    reason: 'PostgreSQL at DATABASE_URL, because it is set',
    close: () => pool.end(),
  };
}

/** A pool that never takes the process down: connections that break while idle or held are only forgotten. */
export function createPool(url: string, poolSize = 20): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'lumiku',
  });
  const forget = () => undefined;
  pool.on('error', forget);
  // A held connection that breaks between two queries reports here; the next query on it fails by itself.
  pool.on('connect', (client) => {
    client.on('error', forget);
  });
  return pool;
}

async function checkServer(pool: Pool): Promise<void> {
  let version: number;
  try {
    const { rows } = await pool.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    version = Number(rows[0]?.version);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Fault({
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      message: `The database at DATABASE_URL does not answer: ${reason}`,
      fix: 'Check that it runs and that user, password, host and database name in DATABASE_URL are right.',
      cause,
    });
  }
  if (version >= OLDEST_SERVER) return;
  throw new Fault({
    code: 'DATABASE_TOO_OLD',
    status: 503,
    message: `The database at DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; Lumiku needs 15 or newer.`,
    fix: 'Upgrade that server, or unset DATABASE_URL to use the built-in one.',
  });
}
