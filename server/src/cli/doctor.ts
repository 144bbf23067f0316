import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Config } from '../config/index.ts';
import { webFolder } from '../startup/web-folder.ts';
import * as parts from './doctor-parts.ts';
import { lookAtEngines } from './engines.ts';
import { withDatabase } from './with-database.ts';

/** What a check found, in a few words; throws with what is wrong. */
type Look = () => Promise<string>;

const ROOM_BYTES_MIN = 1_000_000_000;
const REDIS_MAJOR_MIN = 7;
const Ready = z.object({
  checks: z.record(z.string(), z.object({ ok: z.boolean(), message: z.string().optional() })),
});

/** Looks at every configured part and says how to mend what is not well. @returns whether all is well. */
export async function examine(config: Config): Promise<boolean> {
  const looks: [name: string, look: Look][] = [
    ['configuration', async () => 'it can be read'],
    ['data folder', () => lookAtDisk(config.database.dataDir)],
    ['database', () => lookAtDatabase(config)],
    ['queue', () => lookAtQueue(config)],
    ['storage', () => parts.lookAtStorage(config)],
    ['pose library', () => parts.lookAtPoses(config)],
    ['vision', () => parts.lookAtVision(config)],
    ['clips', parts.lookAtClips],
    ['tiers', () => parts.lookAtTiers(config)],
    ['webhooks', () => parts.lookAtWebhooks(config)],
    ['engines', () => lookAtEngines(config)],
    ['signing', () => parts.lookAtSigning(config)],
    ['traces', () => parts.lookAtTraces(config)],
    ['web app', lookAtWebApp],
    ['running studio', () => lookAtStudio(config)],
  ];
  let isWell = true;
  for (const [name, look] of looks) {
    try {
      console.log(`ok    ${name}: ${await look()}`);
    } catch (error) {
      isWell = false;
      console.log(`WRONG ${name}: ${wordsOf(error)}`);
    }
  }
  return isWell;
}

async function lookAtDisk(folder: string): Promise<string> {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const words = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
  if (free < ROOM_BYTES_MIN) throw new Error(`Only ${words}. Make room, or move LUMIKU_DATA_DIR.`);
  return words;
}

function lookAtDatabase(config: Config): Promise<string> {
  return withDatabase(config, async ({ pool, driver }) => {
    const { rows } = await pool.query<{ version: string }>(
      "select current_setting('server_version') as version",
    );
    const kind = config.database.url === undefined ? 'built-in' : driver;
    return `PostgreSQL ${rows[0]?.version ?? ''} (${kind}) answers`;
  });
}

async function lookAtQueue(config: Config): Promise<string> {
  const { redisUrl } = config.queue;
  if (redisUrl === undefined) return 'it lives in the database';
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  let version: string;
  try {
    await redis.connect();
    version = versionOf(await redis.info('server'));
  } catch {
    throw new Error('Redis does not answer. Check that it runs and that REDIS_URL is right.');
  } finally {
    redis.disconnect();
  }
  if (Number.parseInt(version, 10) < REDIS_MAJOR_MIN) {
    throw new Error(
      `Redis ${version} answers; Lumiku needs ${REDIS_MAJOR_MIN} or newer. Upgrade it.`,
    );
  }
  return `Redis ${version} answers`;
}

function versionOf(info: string): string {
  return /valkey_version:(\S+)/.exec(info)?.[1] ?? /redis_version:(\S+)/.exec(info)?.[1] ?? '0';
}

async function lookAtWebApp(): Promise<string> {
  if (!existsSync(join(webFolder, 'index.html'))) {
    throw new Error('It is not built. "npm start" builds it.');
  }
  return 'it is built';
}

async function lookAtStudio(config: Config): Promise<string> {
  const host = config.server.host === '0.0.0.0' ? '127.0.0.1' : config.server.host;
  const url = `http://${host}:${config.server.port}/health/ready`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (response === null) return `none on port ${config.server.port}`;
  const answer = Ready.safeParse(await response.json().catch(() => null));
  if (!answer.success) {
    throw new Error(`Another program has port ${config.server.port}. Stop it, or set PORT.`);
  }
  const failing = Object.entries(answer.data.checks).filter(([, check]) => !check.ok);
  if (failing.length === 0) return `it is ready on port ${config.server.port}`;
  throw new Error(
    failing.map(([name, check]) => `${name}: ${check.message ?? 'failing'}`).join('; '),
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof Fault) return [error.message, error.fix].filter(Boolean).join(' ');
  return error instanceof Error ? error.message : String(error);
}
