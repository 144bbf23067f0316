import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeasureAgainst, PictureMeasure, Principal, TierLimits } from '@lumiku/app-kit';
import { apps } from '@lumiku/apps/server';
import type { PhotoReport, Tier } from '@lumiku/contract';
import type { Engine } from '@lumiku/engines/engine';
import { outlineOnThread } from '@lumiku/figure/outline';
import { createFigurePool } from '@lumiku/figure/pool';
import { Client } from 'pg';
import sharp from 'sharp';
import { accountsSchema } from '../../accounts/index.ts';
import { addPerson } from '../../accounts/testing.ts';
import { consentRoutes, consentsSchema, createConsents } from '../../consents/index.ts';
import { createCredits, creditsSchema } from '../../credits/index.ts';
import {
  createAttempts,
  createEngines,
  createPreviews,
  enginesSchema,
} from '../../engines/index.ts';
import {
  createEvents,
  createPostgresListener,
  createPostgresSignals,
  eventsSchema,
} from '../../events/index.ts';
import { createDiskStorage, createFiles, filesRoutes } from '../../files/index.ts';
import { createHttp } from '../../http/index.ts';
import { createIdempotency, idempotencySchema } from '../../idempotency/index.ts';
import { createJobs, createPostgresQueue, jobsSchema } from '../../jobs/index.ts';
import { quietLog } from '../../jobs/testing/quiet-log.ts';
import { createPhotos } from '../../photos/index.ts';
import { createPoses, posesRoutes, posesSchema } from '../../poses/index.ts';
import { createShares, shareRoutes, sharesSchema } from '../../shares/index.ts';
import { lazyFigures } from '../../startup/lazy-figures.ts';
import { createMetrics } from '../../telemetry/index.ts';
import { createTestDatabase } from '../../testing/index.ts';
import { type ContextOf, createRegistry, type MountedApps } from '../create-registry.ts';
import { createScriptedEngine } from './scripted-engine.ts';

export const GOOD_PHOTO: PhotoReport = {
  width: 600,
  height: 800,
  people: 1,
  faces: [],
  usable: true,
  problems: [],
  suggestion: { glasses: 'round' },
  certainty: { glasses: 0.8 },
};

const WIDE_LIMITS: TierLimits = {
  previewsPerHour: 1_000,
  requestsPerMinute: 100_000,
  jobsInFlight: 1_000,
  batchPoses: 50,
  queueWeight: 1,
};

/** What the eyes of a bench say of a photo, and of a finished picture. */
interface Eyes {
  see: () => Promise<PhotoReport>;
  measure: (against: MeasureAgainst) => Promise<PictureMeasure>;
}

/**
 * The apps on the whole real platform, but for the two parts at its edge: the engine and the eyes do as told.
 * @param options.longestSidePx what the scripted engine draws at most; `beside` are asked for what it cannot do
 */
export async function createAppBench({
  longestSidePx,
  beside = [],
}: {
  longestSidePx?: number;
  beside?: readonly Engine[];
} = {}) {
  const registry = createRegistry(apps, { resolvePrincipal });
  const owners = [accountsSchema, creditsSchema, idempotencySchema, eventsSchema, jobsSchema];
  const database = await createTestDatabase([
    ...owners,
    consentsSchema,
    enginesSchema,
    posesSchema,
    sharesSchema,
    ...registry.owners,
  ]);
  const { db, pool } = database;
  const uploadsFolder = await mkdtemp(join(tmpdir(), 'lumiku-uploads-'));
  let skewMs = 0;
  const clock = { now: () => new Date(Date.now() + skewMs) };
  const tiers: Record<Tier, TierLimits> = {
    free: WIDE_LIMITS,
    pro: WIDE_LIMITS,
    enterprise: { ...WIDE_LIMITS, previewsPerHour: 3, batchPoses: 2 },
  };
  const policy = { photoKeptDays: 30, resultRetries: 2, identityBar: 0.5 };
  const log = quietLog;
  const listener = createPostgresListener({
    connect: () => new Client({ connectionString: database.url }),
    log,
  });
  await listener.start();
  const signals = createPostgresSignals({ pool, listener, log });
  const events = createEvents({ db, listener, signals, clock, log });
  const credits = createCredits({ db, welcomeCredits: 100 });
  const idempotency = createIdempotency({ db, clock });
  const limits = { sizeBytesMax: 10_000_000, pixelsMax: 40_000_000 };
  const files = createFiles({
    storage: createDiskStorage(uploadsFolder),
    limits,
    clock,
    outline: outlineOnThread,
  });
  const queue = createPostgresQueue({ databaseUrl: database.url, log });
  const jobs = createJobs(
    { db, holds: credits, events, queue, listener, log },
    { concurrency: 2, sweepEveryMs: 200, drainMs: 100 },
  );
  const poses = createPoses({ db, log });
  const figures = lazyFigures(() => createFigurePool({ workers: 1 }));
  await poses.start();
  const engine = createScriptedEngine({ longestSidePx });
  const eyes: Eyes = {
    see: async () => GOOD_PHOTO,
    measure: async () => ({ pose: null, identity: null, people: 0 }),
  };
  let looks = 0;
  const looking = createPhotos({
    vision: {
      findBodies: async () => ({ width: 768, height: 1024, bodies: [] }),
      compareFaces: async () => null,
      look: () => {
        looks += 1;
        return eyes.see();
      },
    },
  });
  const photos = {
    ...looking,
    measure: (_: Uint8Array, against: MeasureAgainst) => eyes.measure(against),
  };
  const engines = createEngines([engine, ...beside], {
    ...{ log, attempts: createAttempts(db), previews: createPreviews({ db, log }) },
  });
  const shares = createShares({ db, clock, secret: 'for tests only, and long enough for that' });
  const photoKept = { photoKeptDays: policy.photoKeptDays, photos: () => mounted.photos };
  const consents = createConsents({ db, clock, ...photoKept });
  const contextOf: ContextOf = (appId, sources) => ({
    ...{
      db,
      credits,
      jobs,
      poses,
      photos,
      engines,
      events,
      idempotency,
      shares,
      consents,
      log,
      clock,
      tiers,
      sources,
      policy,
    },
    images: files.forApp(appId),
  });
  const mounted: MountedApps = registry.mount(contextOf);
  jobs.define(mounted.jobs);
  await jobs.start();
  const http = createHttp({
    ...{ version: '0.0.0', log, metrics: createMetrics(), readiness: [], webFolder: null },
    bodyBytesMax: 11_000_000,
    rooms: [
      ...mounted.routes,
      consentRoutes({ consents, resolvePrincipal }),
      posesRoutes({
        ...{ poses, db, figures, resolvePrincipal },
        looking: { inspect: files.forApp('poses').inspect, detectPoses: photos.detectPoses },
      }),
      filesRoutes({ ...files, resolvePrincipal }),
      shareRoutes({ shares, files, resolvePrincipal }),
    ],
  });
  const pose = poses.index.match({}).poses[0]?.id ?? '';

  return {
    ...{ db, credits, engine, eyes, events, jobs, mounted, pose, files },
    looks: () => looks,
    /** Lets the clock of the studio go ahead. */
    pass: (ms: number) => {
      skewMs += ms;
    },
    fetch: async (path: string, user: string | null, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (user !== null) headers.set('authorization', `Bearer ${user}`);
      return http.request(`http://localhost:3000${path}`, { ...init, headers });
    },
    openapi: async () => (await http.request('/api/openapi.json')).json(),
    async makeUser(available = 100, tier: Tier = 'free'): Promise<string> {
      const id = await addPerson(db);
      people.set(id, tier);
      await db.transaction(async (tx) => {
        await credits.openAccount(tx, id);
        if (available < 100) {
          await credits.charge(tx, {
            userId: id,
            amount: 100 - available,
            reference: `spent:${id}`,
          });
        }
      });
      return id;
    },
    /** Names of the files a person has in the app. */
    async filesOf(userId: string, app = 'avatar-generator'): Promise<string[]> {
      return (await readdir(join(uploadsFolder, app, userId)).catch(() => [])).filter(
        (name) => !name.startsWith('.'),
      );
    },
    async close() {
      await jobs.stop();
      await engines.close();
      await signals.close();
      await listener.close();
      await database.drop();
      await rm(uploadsFolder, { recursive: true, force: true });
    },
  };
}
export type AppBench = Awaited<ReturnType<typeof createAppBench>>;

const people = new Map<string, Tier>();

/** The token is the id of the person. */
async function resolvePrincipal(headers: Headers): Promise<Principal | null> {
  const userId = headers.get('authorization')?.replace('Bearer ', '');
  const tier = people.get(userId ?? '') ?? 'free';
  // A browser says so by the cookie it sends beside.
  const via = headers.has('cookie') ? 'cookie' : 'bearer';
  return userId ? { userId, role: 'user', tier, via } : null;
}

/** A photo as a person would send it; `shade` makes different ones. */
export async function photoFile(shade = 120, name = 'me.jpg'): Promise<File> {
  const background = { r: shade, g: 90, b: 80 };
  const bytes = await sharp({ create: { width: 300, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
}
