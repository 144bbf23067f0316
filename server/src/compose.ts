// The whole system on one screen: every room, built in order, torn down in reverse. Nothing else knows them all.
import type {
  AppContext,
  AppDefinition,
  Clock,
  Log,
  PictureSources,
  StudioPolicy,
} from '@lumiku/app-kit';
import { apps as ownApps } from '@lumiku/apps/server';
import { ENGINES, type Engine } from '@lumiku/engines';
import { outlineOnThread } from '@lumiku/figure/outline';
import { createFigurePool } from '@lumiku/figure/pool';
import { createVision, type Vision } from '@lumiku/vision';
import { Client } from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { accountsRoutes, accountsSchema, createAccounts } from './accounts/index.ts';
import * as admin from './admin/index.ts';
import type { Config } from './config/index.ts';
import { consentRoutes, consentsSchema, createConsents } from './consents/index.ts';
import { createCredits, creditsRoutes, creditsSchema } from './credits/index.ts';
import { migrate, type OpenDatabase, openDatabase, type SchemaOwner } from './db/index.ts';
import { buildEngines, createEngineRoom, enginesSchema } from './engines/index.ts';
import * as live from './events/index.ts';
import { createFiles, filesRoutes, placeWords } from './files/index.ts';
import { createHttp, type SocketAddress, serveHttp } from './http/index.ts';
import { createIdempotency, idempotencySchema } from './idempotency/index.ts';
import { createJobs, createPostgresQueue, createRedisQueue, jobsSchema } from './jobs/index.ts';
import { createRequestLimit, limitRoutes, limitsSchema } from './limits/index.ts';
import { createPhotos } from './photos/index.ts';
import { createPoses, posesRoutes, posesSchema } from './poses/index.ts';
import { createRegistry, type MountedApps, type Registry } from './registry/index.ts';
import { createShares, shareRoutes, sharesSchema } from './shares/index.ts';
import { closeInTime } from './startup/close-in-time.ts';
import { startHousekeeping } from './startup/housekeeping.ts';
import { lazyFigures } from './startup/lazy-figures.ts';
import { noVision } from './startup/no-vision.ts';
import { openCredentials } from './startup/open-credentials.ts';
import { openStorage } from './startup/open-storage.ts';
import { openTracing, tracedEngine, tracedJobs } from './startup/open-tracing.ts';
import { plainPicture } from './startup/plain-picture.ts';
import { readinessChecks } from './startup/readiness-checks.ts';
import { webFolder } from './startup/web-folder.ts';
import { createLog, createMetrics, noSpans } from './telemetry/index.ts';
import { createWebhooks, webhookRoutes, webhooksSchema } from './webhooks/index.ts';

/** What a test may put in the place of the real part. */
export interface StudioOverrides {
  log?: Log;
  clock?: Clock;
  apps?: readonly AppDefinition[];
  engines?: readonly Engine[];
  vision?: Vision;
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

/** The form around an uploaded picture, and its other fields. */
const FORM_BYTES = 1_000_000;
/** The built-in server writes everything down before it ends. */
const DATABASE_ENDS_WITHIN_MS = 30_000;
const VISION = { recycleAfter: 200, timeoutMs: 20_000, idleAfterMs: 5 * 60_000 };

/**
 * Builds a studio from its configuration: opens and migrates the database and puts every room together.
 * @throws Fault with what is wrong and how to mend it
 */
export async function createStudio(
  config: Config,
  overrides: StudioOverrides = {},
): Promise<Studio> {
  await using building = new AsyncDisposableStack();
  const { role } = config.server;
  const { redisUrl } = config.queue;
  const { uploadBytesMax, uploadPixelsMax } = config.storage;
  const clock = overrides.clock ?? { now: () => new Date() };
  const log = overrides.log ?? createLog(config.logging);
  const metrics = createMetrics();
  const closing =
    (name: string, close: () => Promise<unknown> | undefined, withinMs?: number) => () =>
      closeInTime(name, close, log, withinMs);
  const spans = await openTracing(config);
  building.defer(closing('the traces', () => spans.close()));

  const database = await openDatabase(config.database);
  building.defer(closing('the database', () => database.close(), DATABASE_ENDS_WITHIN_MS));
  const { pool, db } = database;
  const accounts = createAccounts({ db, log, secret: config.accounts.secret });
  const { resolvePrincipal } = accounts;
  const appsHere = overrides.apps ?? ownApps;
  const registry = createRegistry(appsHere, { resolvePrincipal });
  const owners = ownersOf(registry);
  await migrate(pool, owners);

  const { listener, signals } = openLines(database, redisUrl, log);
  building.defer(closing('the line for news', () => listener.close()));
  building.defer(closing('the line for signals', () => signals.close()));
  const audit = admin.createAuditLog({ db, clock });
  const manifests = appsHere.map(({ manifest }) => manifest);
  const switches = admin.createAppSwitches({ db, clock, log, listener, audit, manifests });
  const { isPrivateAllowed } = config.webhooks;
  const webhooks = createWebhooks({ db, clock, log, listener, isPrivateAllowed });
  const onPublish = webhooks.enqueue;
  const events = live.createEvents({ db, listener, signals, clock, log, onPublish });
  const credits = createCredits({ db, welcomeCredits: config.credits.welcome });
  const idempotency = createIdempotency({ db, clock });
  const limits = { sizeBytesMax: uploadBytesMax, pixelsMax: uploadPixelsMax };
  const storage = await openStorage(config.storage, log);
  const credentials = await openCredentials(config.signing, log);
  const files = createFiles({ storage, limits, clock, outline: outlineOnThread, credentials });
  const stored = admin.createStorageReport({ db, clock, files });
  const shares = createShares({ db, clock, secret: config.accounts.secret });
  const policy = policyOf(config);
  const { photoKeptDays } = policy;
  const consents = createConsents({ db, clock, photoKeptDays, photos: () => apps.photos });

  const figures = lazyFigures(() => createFigurePool({ workers: config.generation.renderThreads }));
  building.defer(closing('the renderers', () => figures.close()));
  const ownVision = config.vision.isOn ? createEyes(config, log) : noVision;
  const vision = overrides.vision ?? ownVision;
  building.defer(closing('the eyes', () => vision.close()));
  const { configured, ...options } = config.engines;
  const faces = vision === noVision ? null : vision;
  const built = overrides.engines ?? (await buildEngines(configured, { figures, faces }, log));
  const traced = built.map((engine) => tracedEngine(engine, spans));
  const engineRoom = createEngineRoom(traced, { db, log, known: ENGINES, options });
  const { engines } = engineRoom;
  building.defer(closing('the engines', () => engineRoom.close()));
  // Where only this process draws, its threads get ready while a person who has given a photo looks for a pose.
  const drawsAll = role === 'all' && built.every(({ id }) => id === 'local');
  const onLook = drawsAll ? () => figures.warm(plainPicture) : undefined;
  const photos = createPhotos({ vision, onLook });
  const poses = createPoses({ db, log });
  const { inspect } = files.forApp('poses');
  const looking = { inspect, detectPoses: photos.detectPoses };

  const queue =
    redisUrl === undefined
      ? createPostgresQueue({ databaseUrl: database.url, log })
      : createRedisQueue({ redisUrl, log });
  const onStep = overrides.onStep === undefined ? {} : { onStep: overrides.onStep };
  const jobs = createJobs(
    { db, holds: credits, events, queue, listener, log, ...onStep },
    {
      concurrency: role === 'web' ? 0 : config.queue.concurrency,
      isSoleWorker: database.driver === 'embedded',
      tiers: config.tiers,
    },
  );
  const { tiers } = config;
  const platform = {
    db,
    credits,
    jobs,
    shares,
    consents,
    poses,
    photos,
    engines,
    events,
    idempotency,
    log,
    clock,
  };
  const contextOf = (id: string, sources: PictureSources): AppContext => ({
    ...{ ...platform, tiers, sources, policy },
    images: files.forApp(id),
  });
  const apps: MountedApps = registry.mount(contextOf, switches.isOn);
  jobs.define(tracedJobs(apps.jobs, spans));

  let socketAddress: SocketAddress = () => undefined;
  const isSignUpOpen = config.accounts.signUp === 'open';
  const rooms = [
    accountsRoutes({
      ...{ accounts, db, credits, files, isSignUpOpen, log },
      onDeed: audit.record,
      socketAddress: (request) => socketAddress(request),
    }),
    creditsRoutes({
      ...{ db, credits, idempotency, resolvePrincipal },
      onGrant: admin.grantDeed(audit),
    }),
    limitRoutes({ tiers, resolvePrincipal }),
    admin.adminRoutes({ db, audit, switches, storage: stored, jobs, resolvePrincipal }),
    filesRoutes({ ...files, resolvePrincipal }),
    posesRoutes({ poses, db, figures, looking, resolvePrincipal }),
    consentRoutes({ consents, resolvePrincipal }),
    shareRoutes({ shares, files, resolvePrincipal }),
    webhookRoutes({ webhooks, resolvePrincipal }),
    engineRoom.routes(resolvePrincipal),
    ...apps.routes,
  ];
  const requestLimit = createRequestLimit({ pool, redisUrl, tiers });
  building.defer(closing('the counters of requests', () => requestLimit.close()));
  const http = createHttp({
    ...{ log, metrics, version: packageJson.version, requestLimit },
    ...(spans === noSpans ? {} : { spans }),
    readiness: readinessChecks({ pool, owners, queue, storage }),
    rooms: role === 'worker' ? [] : rooms,
    webFolder: role === 'worker' ? null : webFolder,
    // A picture may also come as base64, four letters for three bytes.
    bodyBytesMax: Math.ceil((uploadBytesMax * 4) / 3) + FORM_BYTES,
  });
  metrics.gauge('lumiku_jobs_waiting', 'Jobs nobody has taken up yet.', () => queue.waiting());

  const running = building.move();
  let url = '';
  return {
    fetch: async (request) => http.fetch(request),
    get url() {
      return url;
    },
    choices: choicesOf(config, database, engines.preferred('pose-transfer')?.title),
    start: async () => {
      await Promise.all([listener.start(), signals.start(), poses.start()]);
      await switches.start();
      running.defer(closing('the queue', () => jobs.stop()));
      await jobs.start();
      if (role !== 'web') {
        webhooks.start();
        running.defer(closing('webhooks', () => webhooks.stop()));
      }
      const { storedUrls, upkeep } = apps;
      const kept = { accounts, events, idempotency, shares, webhooks, files, engineRoom };
      const swept = { storedUrls, upkeep, onSwept: stored.swept };
      const housekeeping = startHousekeeping({ ...kept, ...swept, log });
      running.defer(closing('housekeeping', () => housekeeping.stop()));
      const server = serveHttp({ ...config.server, fetch: (request) => http.fetch(request) });
      running.defer(closing('the web server', () => server.stop()));
      socketAddress = server.socketAddress;
      url = server.url;
    },
    stop: () => running.disposeAsync(),
  };
}

function ownersOf(registry: Registry): SchemaOwner[] {
  return [
    ...[accountsSchema, consentsSchema, creditsSchema, idempotencySchema, live.eventsSchema],
    ...[jobsSchema, limitsSchema, admin.adminSchema, enginesSchema, posesSchema],
    ...[sharesSchema, webhooksSchema],
    ...registry.owners,
  ];
}

/** Everybody who owns tables, for commands that need no running studio. */
export function schemaOwners(apps: readonly AppDefinition[] = ownApps): readonly SchemaOwner[] {
  return ownersOf(createRegistry(apps, { resolvePrincipal: async () => null }));
}

/** How this studio treats photos and results, as the operator set it. */
function policyOf({ generation }: Config): StudioPolicy {
  return {
    photoKeptDays: generation.photoKeptDays === 0 ? null : generation.photoKeptDays,
    resultRetries: generation.resultRetries,
    identityBar: generation.identityPercent / 100,
  };
}

/** This server's own eyes; also for commands that look at pictures without a studio around them. */
export function createEyes(config: Config, log: Log): Vision {
  return createVision({ ...VISION, memoryLimitMb: config.vision.memoryMegabytes, log });
}

/** What carries news between processes: from the database always, from person to person by Redis where there is one. */
function openLines(database: OpenDatabase, redisUrl: string | undefined, log: Log) {
  const { pool, url } = database;
  const connect = () => new Client({ connectionString: url });
  const listener = live.createPostgresListener({ connect, log });
  const signals =
    redisUrl === undefined
      ? live.createPostgresSignals({ pool, listener, log })
      : live.createRedisSignals({ redisUrl, log });
  return { listener, signals };
}

function choicesOf(config: Config, database: OpenDatabase, engine: string | undefined): string[] {
  return [
    `Database: ${database.reason}.`,
    config.queue.redisUrl === undefined
      ? 'Queue: in the database, because REDIS_URL is not set.'
      : 'Queue: Redis, because REDIS_URL or REDIS_HOST is set.',
    config.storage.s3 === null
      ? `Pictures: files in ${config.storage.uploadPath}, because STORAGE_URL is not set.`
      : `Pictures: ${placeWords(config.storage.s3)}, because STORAGE_URL is set.`,
    engineChoice(config.engines, engine),
  ];
}

/** Who is asked first for a picture, and why. */
function engineChoice({ configured, order }: Config['engines'], first = 'none'): string {
  const others = configured.length - 1;
  if (others === 0) return `Engine: ${first}, because no other one is configured.`;
  const env = order['pose-transfer'] ? 'LUMIKU_ENGINES_POSE_TRANSFER' : 'LUMIKU_ENGINES';
  const isSaid = order['pose-transfer'] !== undefined || order.all !== undefined;
  const why = isSaid ? `as ${env} says` : 'own servers before services';
  return `Engine: ${first} first of ${configured.length}, ${why}; "lumiku engines" lists them.`;
}

/** Engines alone, for commands that need no running studio. */
export async function openEngines(
  config: Config,
  log: Log,
): Promise<{ engines: Engine[]; close(): Promise<void> }> {
  const figures = lazyFigures(() => createFigurePool({ workers: config.generation.renderThreads }));
  const memoryLimitMb = config.vision.memoryMegabytes;
  const faces = config.vision.isOn ? createVision({ ...VISION, memoryLimitMb, log }) : null;
  const engines = await buildEngines(config.engines.configured, { figures, faces }, log);
  return {
    engines,
    close: async () => {
      await Promise.all(engines.map((engine) => engine.close()));
      await Promise.all([figures.close(), faces?.close()]);
    },
  };
}
