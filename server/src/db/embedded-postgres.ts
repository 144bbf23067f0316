// The built-in PostgreSQL: a real server as a child process, on a Unix socket only, never as root. It outlives us
// when we are killed; the next start adopts it. The data folder's lock makes sure that only one of us looks after it.
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ownFolder } from './folder-owner.ts';
import { locatePostgresBinaries } from './postgres-binaries.ts';
import { prepareCluster } from './postgres-cluster.ts';
import { postgresUser } from './postgres-user.ts';
import { bringUpPostmaster, type PostmasterPlan, stopPostmaster } from './postmaster.ts';
import { isCutOff, postmasterState, readPostmasterFile } from './postmaster-file.ts';

const DATABASE = 'lumiku';
const LOOK_AFTER_EVERY_MS = 500;
/** How often, and after how long, a server that was adopted and does not answer is looked at again. */
const DYING_TRIES = 20;
const DYING_MS = 100;

/** Sized for one machine that also draws pictures; durability is PostgreSQL's own default (fsync on). */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: '60',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface EmbeddedPostgres {
  /** Connection string; another process of the same user may use it while this one runs. */
  readonly url: string;
  /** How it came up, for the boot line. */
  readonly origin: 'created' | 'started' | 'adopted';
  /** Process id of the server, null while it is down. */
  pid(): number | null;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** Settings of `postgresql.conf` that differ from ours. */
  settings?: Record<string, string>;
}

/**
 * Starts (or adopts) the PostgreSQL of a data folder and keeps it running until `stop`, also when it is killed.
 * @throws Fault DATA_FOLDER_IN_USE, POSTGRES_NOT_INSTALLED, POSTGRES_FOLDER_UNREACHABLE, POSTGRES_OTHER_VERSION,
 * POSTGRES_DID_NOT_START
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const ownership = ownFolder(dataDir);
  try {
    const binaries = locatePostgresBinaries();
    const user = postgresUser([binaries.postgres, dataDir]);
    const cluster = join(dataDir, 'postgres');
    const plan: PostmasterPlan = {
      ...{ dataDir, cluster, binaries, user },
      logFile: join(dataDir, 'postgres.log'),
      settings: { ...SETTINGS, ...options.settings },
    };
    const isNew = prepareCluster(cluster, binaries, user);
    const origin = await bringUpDatabase(plan);
    const keeper = keepUp(plan);
    return {
      url: urlOf(cluster, DATABASE),
      origin: isNew ? 'created' : origin,
      pid: () => (postmasterState(cluster) === 'live' ? pidOf(cluster) : null),
      stop: async () => {
        await keeper.stop();
        await stopPostmaster(cluster);
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

/** Connection string of a data folder whose PostgreSQL already runs, under whatever process; null when it does not. */
export function runningEmbeddedUrl(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const cluster = join(realpathSync(dataDir), 'postgres');
  return postmasterState(cluster) === 'live' ? urlOf(cluster, DATABASE) : null;
}

/** Starts the server again when it dies under us, or when nobody can reach it any more. */
function keepUp(plan: PostmasterPlan): { stop(): Promise<void> } {
  let revival: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    if (revival !== null || isServing(plan.cluster)) return;
    revival = bringUpPostmaster(plan)
      // Tried again at the next look; until then queries fail with DATABASE_UNAVAILABLE.
      .catch(() => undefined)
      .finally(() => {
        revival = null;
      });
  }, LOOK_AFTER_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await revival;
    },
  };
}

function isServing(cluster: string): boolean {
  return postmasterState(cluster) === 'live' && !isCutOff(cluster);
}

/** A server that was killed a moment ago may still look alive: adopted as it dies, it is brought up again. */
async function bringUpDatabase(plan: PostmasterPlan): Promise<EmbeddedPostgres['origin']> {
  for (let tries = DYING_TRIES; ; tries--) {
    const origin = await bringUpPostmaster(plan);
    try {
      await ensureDatabase(plan.cluster);
      return origin;
    } catch (error) {
      if (origin !== 'adopted' || tries === 0) throw error;
      await pause(DYING_MS);
    }
  }
}

/** Killed between initdb and here, the cluster exists without our database. */
async function ensureDatabase(cluster: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function urlOf(cluster: string, database: string): string {
  const socketDir = readPostmasterFile(cluster)?.socketDir ?? '';
  return `postgresql://lumiku@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

function pidOf(cluster: string): number | null {
  return readPostmasterFile(cluster)?.pid ?? null;
}
