// The whole system on one screen: every room, built in order, torn down in reverse. Nothing else knows them all.
import { mkdirSync } from 'node:fs';
import type { Clock, Log } from '@lumiku/app-kit';
import { Client } from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { accountsRoutes, accountsSchema, createAccounts } from './accounts/index.ts';
import type { Config } from './config/index.ts';
import { createCredits, creditsRoutes, creditsSchema } from './credits/index.ts';
import { migrate, openDatabase } from './db/index.ts';
import {
  createEvents,
  createPostgresListener,
  createPostgresSignals,
  createRedisSignals,
  eventsSchema,
} from './events/index.ts';
import { createFiles, filesRoutes } from './files/index.ts';
import { createHttp, type SocketAddress, serveHttp } from './http/index.ts';
import { createIdempotency, idempotencySchema } from './idempotency/index.ts';
import { createJobs, createPostgresQueue, createRedisQueue, jobsSchema } from './jobs/index.ts';
import { everyNowAndThen } from './startup/periodic.ts';
import { readinessChecks } from './startup/readiness-checks.ts';
import { webFolder } from './startup/web-folder.ts';
import { createLog, createMetrics } from './telemetry/index.ts';

export interface StudioOverrides {
  log?: Log;
  clock?: Clock;
  /** Called at every step of a job's life; tests stop the process there. */
  onStep?: (step: string) => void;
}

/** A whole studio in this process. */
export interface Studio {
  /** Answers a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Where it listens; empty before `start`. */
  readonly url: string;
  /** What was chosen and why, a sentence each. */
  readonly choices: readonly string[];
  start(): Promise<void>;
  /** Takes no new work, lets running work finish or hands it back, closes everything. Once. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** The form around an uploaded picture, and its other fields. */
const FORM_BYTES = 1_000_000;

/**
 * Builds a studio from its configuration: opens and migrates the database and puts every room together.
 * @throws Fault with what is wrong and how to mend it
 */
export async function createStudio(
  config: Config,
  overrides: StudioOverrides = {},
): Promise<Studio> {
  await using building = new AsyncDisposableStack();
  const clock = overrides.clock ?? { now: () => new Date() };
  const log = overrides.log ?? createLog(config.logging);
  const metrics = createMetrics();
  const { role } = config.server;
  const onStep = overrides.onStep === undefined ? {} : { onStep: overrides.onStep };

  const database = await openDatabase(config.database);
  building.defer(() => database.close());
  const { pool, db, url: databaseUrl } = database;
  const owners = [accountsSchema, creditsSchema, idempotencySchema, eventsSchema, jobsSchema];
  await migrate(pool, owners);

  const listener = createPostgresListener({
    connect: () => new Client({ connectionString: databaseUrl }),
    log,
  });
  building.defer(() => listener.close());
  const { redisUrl } = config.queue;
  const signals =
    redisUrl === undefined
      ? createPostgresSignals({ pool, listener, log })
      : createRedisSignals({ redisUrl, log });
  building.defer(() => signals.close());
  const events = createEvents({ db, listener, signals, clock, log });

  const accounts = createAccounts({ db, log, secret: config.accounts.secret });
  const { resolvePrincipal } = accounts;
  const credits = createCredits({ db, welcomeCredits: config.credits.welcome });
  const idempotency = createIdempotency({ db, clock });
  const { uploadPath: uploadsFolder, uploadBytesMax, uploadPixelsMax } = config.storage;
  mkdirSync(uploadsFolder, { recursive: true, mode: 0o700 });
  const files = createFiles({
    uploadsFolder,
    limits: { sizeBytesMax: uploadBytesMax, pixelsMax: uploadPixelsMax },
    clock,
  });

  const queue =
    redisUrl === undefined
      ? createPostgresQueue({ databaseUrl, log })
      : createRedisQueue({ redisUrl, log });
  const jobs = createJobs(
    { db, holds: credits, events, queue, listener, log, ...onStep },
    {
      concurrency: role === 'web' ? 0 : config.queue.concurrency,
      isSoleWorker: database.driver === 'embedded',
    },
  );

  let socketAddress: SocketAddress = () => undefined;
  const http = createHttp({
    ...{ log, metrics, version: packageJson.version },
    readiness: readinessChecks({ pool, owners, queue, uploadsFolder }),
    rooms:
      role === 'worker'
        ? []
        : [
            accountsRoutes({
              ...{ accounts, db, credits, files },
              isSignUpOpen: config.accounts.signUp === 'open',
              socketAddress: (request) => socketAddress(request),
            }),
            creditsRoutes({ db, credits, idempotency, resolvePrincipal }),
            filesRoutes({ uploadsFolder, resolvePrincipal }),
          ],
    webFolder: role === 'worker' ? null : webFolder,
    bodyBytesMax: uploadBytesMax + FORM_BYTES,
  });
  metrics.gauge('lumiku_jobs_waiting', 'Jobs nobody has taken up yet.', () => queue.waiting());

  const running = building.move();
  let url = '';
  return {
    fetch: async (request) => http.fetch(request),
    get url() {
      return url;
    },
    choices: [
      `Database: ${database.reason}.`,
      redisUrl === undefined
        ? 'Queue: in the database, because REDIS_URL is not set.'
        : 'Queue: Redis, because REDIS_URL or REDIS_HOST is set.',
      `Pictures: files in ${uploadsFolder}.`,
    ],
    start: async () => {
      await listener.start();
      await signals.start();
      await jobs.start();
      running.defer(() => jobs.stop());
      for (const [name, room] of [
        ['Forgetting old events', events],
        ['Forgetting old request keys', idempotency],
      ] as const) {
        const sweep = everyNowAndThen(name, 10 * MINUTE_MS, () => room.sweep(), log);
        running.defer(() => sweep.stop());
      }
      const server = serveHttp({ ...config.server, fetch: (request) => http.fetch(request) });
      running.defer(() => server.stop());
      socketAddress = server.socketAddress;
      url = server.url;
    },
    stop: () => running.disposeAsync(),
  };
}
