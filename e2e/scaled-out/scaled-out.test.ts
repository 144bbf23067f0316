// Several processes as one studio: one that speaks with people, two that work, on a PostgreSQL and a Redis of their own
// that all of them share.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { startRedis } from '../support/redis-process.ts';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startProcess, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const WORKER = join(import.meta.dir, 'slow-worker.ts');
const PRICE = 5;

const databaseFolder = temporaryDataDir();
const shared = temporaryDataDir();
const photo = await portrait();
let database: Awaited<ReturnType<typeof openDatabase>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let web: StudioProcess;
const workers: StudioProcess[] = [];
let client: StudioClient;
let pose: string;

const stepsOf = (worker: StudioProcess): string[] => {
  const file = join(worker.dataDir, 'steps.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

beforeAll(async () => {
  [database, redis] = await Promise.all([
    openDatabase({ dataDir: databaseFolder.path }),
    startRedis(),
  ]);
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    UPLOAD_PATH: join(shared.path, 'pictures'),
    JWT_SECRET: crypto.randomUUID(),
    LUMIKU_VISION: 'off',
    LUMIKU_WORKER_CONCURRENCY: '1',
  };
  const start = (role: string, entry?: string) => {
    const { path } = temporaryDataDir(shared.path);
    return startProcess({
      dataDir: path,
      ...(entry === undefined ? {} : { entry }),
      env: { ...env, LUMIKU_ROLE: role },
    });
  };
  // All at once, on an empty database: one migrates, the others wait for it.
  const [first, ...others] = await Promise.all([
    start('web'),
    start('worker', WORKER),
    start('worker', WORKER),
  ]);
  web = first;
  workers.push(...others);
  client = await StudioClient.signUp(web.url);
  pose = await client.anyPose();
});

afterAll(async () => {
  await Promise.all([web?.stop(), ...workers.map((worker) => worker.stop())]);
  await redis?.stop();
  await database?.close();
  shared.remove();
  databaseFolder.remove();
});

async function generate(): Promise<void> {
  const answer = await client.generate({ image: photo, poseTemplateId: pose });
  expect(answer.status).toBe(201);
}

test('what a worker does reaches the person through the process they speak with', async () => {
  const stream = new AbortController();
  const types = new Set<string>();
  const heard = (async () => {
    for await (const { type } of client.events(
      '/api/apps/avatar-generator/events',
      stream.signal,
    )) {
      types.add(type);
      if (type === 'generation.completed') return;
    }
  })();
  await generate();
  await heard;
  stream.abort();
  expect([...types]).toEqual(
    expect.arrayContaining(['generation.started', 'generation.progressed', 'generation.completed']),
  );
  const [made] = await client.ended(1);
  expect((await client.request(made?.outputImageUrl ?? 'missing')).status).toBe(200);
  expect(await client.credits()).toMatchObject({ balance: 100 - PRICE, held: 0 });
});

test('a worker killed in the middle of a picture is replaced by the other, and the picture is paid once', async () => {
  const before = workers.map((worker) => stepsOf(worker).length);
  await generate();
  const isAt = (worker: StudioProcess, at: number) =>
    stepsOf(worker).slice(before[at]).includes('ticket.stored');
  await eventually(
    async () => workers.some(isAt),
    (isBusy) => isBusy,
    60_000,
  );
  const busy = workers.findIndex(isAt);
  await workers[busy]?.kill();
  const made = await client.ended(2, 120_000);
  expect(made.map(({ status }) => status)).toEqual(['completed', 'completed']);
  const other = workers[1 - busy];
  const after = other ? stepsOf(other).slice(before[1 - busy]) : [];
  expect(after).toContain('job.settled');
  // The other one follows the ticket: the engine is not asked, or paid, again.
  expect(after).not.toContain('engine.submitted');
  expect(await client.credits()).toMatchObject({ balance: 100 - 2 * PRICE, held: 0 });
  const captures = (await client.ledger()).filter(({ kind }) => kind === 'capture');
  expect(captures).toHaveLength(2);
});
