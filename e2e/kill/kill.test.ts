import { afterAll, describe, expect, test } from 'bun:test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { startRedis } from '../support/redis-process.ts';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

const MORTAL = join(import.meta.dir, 'mortal-studio.ts');
/** Every step of a generation's life, in order. */
const STEPS = [
  'job.written',
  'job.submitted',
  'job.enqueued',
  'job.claimed',
  'intent.stored',
  'engine.submitted',
  'ticket.stored',
  'picture.made',
  'picture.stored',
  'job.settling',
  'job.settled',
] as const;
const POSE = 'contrapposto-hand-on-hip';
const WELCOME = 100;
const PRICE = 5;
const TEST_MS = 120_000;

const photo = await portrait();
const redis = await startRedis();
const mould = await makeMould();
afterAll(async () => {
  await redis.stop();
  mould.data.remove();
});

describe.each([
  ['PostgreSQL', {}],
  ['Redis', { REDIS_URL: redis.url }],
] as const)('with the queue in %s', (queue, env) => {
  test.each(STEPS)(
    'a studio killed at %s ends the generation once and takes the credits once or not at all',
    async (diesAt) => {
      await live(diesAt, env, async () => undefined);
    },
    TEST_MS,
  );

  test(
    'an emptied queue loses nothing',
    async () => {
      await live('job.enqueued', env, async (dataDir) => {
        if (queue === 'Redis') await redis.flush();
        else await emptyPostgresQueue(dataDir);
      });
    },
    TEST_MS,
  );
});

/** A studio that is set up, with one person in it, and at rest: every life begins as a copy of its data folder. */
async function makeMould() {
  const data = temporaryDataDir();
  const studio = await startStudio({ dataDir: data.path });
  const person = await StudioClient.signUp(studio.url);
  await studio.stop();
  return { data, person };
}

/** One life that ends by SIGKILL, whatever happens between, and a second life that must put everything right. */
async function live(
  diesAt: string,
  env: Record<string, string>,
  between: (dataDir: string) => Promise<void>,
): Promise<void> {
  const data = temporaryDataDir();
  // The database's files stay those of the account it runs under.
  await Bun.$`cp -a ${mould.data.path}/. ${data.path}`;
  const stepsFile = join(data.path, 'steps.txt');
  const start = (diesAt: string): Promise<StudioProcess> =>
    startStudio({
      dataDir: data.path,
      entry: MORTAL,
      // Whether it looks at the photo is no step of money or data, and takes longer than a life.
      env: { ...env, LUMIKU_VISION: 'off', MORTAL_STEPS_FILE: stepsFile, MORTAL_DIES_AT: diesAt },
    });
  try {
    const first = await start(diesAt);
    const before = mould.person.at(first.url);
    const answer = await before
      .generate({ image: photo, poseTemplateId: POSE, idempotencyKey: 'the-one' })
      .catch(() => null);
    await first.exited;
    await between(data.path);

    const second = await start('never');
    const client = before.at(second.url);
    try {
      // A phone that got no answer asks again with the same key: that must not be a second picture.
      const again = await client.generate({
        image: photo,
        poseTemplateId: POSE,
        idempotencyKey: 'the-one',
      });
      expect([200, 201]).toContain(again.status);
      const [generation, ...others] = await eventually(
        () => client.generations(),
        (all) => all.length > 0 && all.every(({ status }) => isEnded(status)),
        60_000,
      );
      expect(others).toEqual([]);
      expect(generation?.status).toBe('completed');
      if (answer) expect(answer.status).toBe(201);

      const ledger = await client.ledger();
      const credits = await client.credits();
      expect(ledger.filter(({ kind }) => kind === 'capture').map(({ amount }) => amount)).toEqual([
        -PRICE,
      ]);
      expect(ledger.reduce((sum, { amount }) => sum + amount, 0)).toBe(credits.balance);
      expect(credits).toEqual({ balance: WELCOME - PRICE, held: 0, available: WELCOME - PRICE });

      // Between submit and the stored ticket nobody can know whether the engine heard; anywhere else, once means once.
      const submits = readFileSync(stepsFile, 'utf8')
        .split('\n')
        .filter((step) => step === 'engine.submitted');
      expect(submits.length).toBe(diesAt === 'engine.submitted' ? 2 : 1);

      const picture = await client.request(generation?.outputImageUrl ?? 'missing');
      expect(picture.status).toBe(200);
    } finally {
      await second.stop();
    }
  } finally {
    data.remove();
  }
}

function isEnded(status: string): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** The database outlives the killed studio; its queue is emptied behind everybody's back. */
async function emptyPostgresQueue(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, 'postgres'))) throw new Error('no embedded database to empty');
  const database = await openDatabase({ dataDir });
  try {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
    );
    await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`);
  } finally {
    await database.close();
  }
}
