import { afterAll, describe, expect, test } from 'bun:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { startRedis } from '../support/redis-process.ts';
import { portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';
import { Will } from './will.ts';

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
afterAll(() => redis.stop());

describe.each([
  ['PostgreSQL', {}],
  ['Redis', { REDIS_URL: redis.url }],
] as const)('with the queue in %s', (queue, env) => {
  const data = temporaryDataDir();
  const will = new Will(data.path);
  let studio: StudioProcess | undefined;
  let person: StudioClient | undefined;
  afterAll(async () => {
    await studio?.stop();
    data.remove();
  });

  /** The studio the last death has left, or the one that put everything right after it. */
  async function living(): Promise<{ studio: StudioProcess; client: StudioClient }> {
    // Whether it looks at the photo is no step of money or data, and takes longer than a life.
    studio ??= await startStudio({
      dataDir: data.path,
      entry: MORTAL,
      env: { ...env, ...will.environment, LUMIKU_VISION: 'off' },
    });
    person ??= await StudioClient.signUp(studio.url);
    return { studio, client: person.at(studio.url) };
  }

  /** A generation whose studio dies by SIGKILL, whatever happens between, and a next life that must put everything right. */
  async function dieAndLive(diesAt: string, key: string, between = async () => {}): Promise<void> {
    const before = await living();
    const known = await before.client.generations();
    const asked = { image: photo, poseTemplateId: POSE, idempotencyKey: key };
    const taken = will.steps().length;
    will.dieAt(diesAt);
    const answer = await before.client.generate(asked).catch(() => null);
    await before.studio.exited;
    studio = undefined;
    await between();
    will.live();

    const { client } = await living();
    // A phone that got no answer asks again with the same key: that must not be a second picture.
    const again = await client.generate(asked);
    expect([200, 201]).toContain(again.status);
    const all = await client.ended(known.length + 1, 60_000);
    const [generation, ...others] = all.filter(({ id }) => known.every((old) => old.id !== id));
    expect(others).toEqual([]);
    expect(generation?.status).toBe('completed');
    if (answer) expect(answer.status).toBe(201);

    const ledger = await client.ledger();
    const balance = WELCOME - PRICE * all.length;
    expect(ledger.filter(({ kind }) => kind === 'capture').map(({ amount }) => amount)).toEqual(
      Array(all.length).fill(-PRICE),
    );
    expect(ledger.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
    expect(await client.credits()).toEqual({ balance, held: 0, available: balance });

    // Between submit and the stored ticket nobody can know whether the engine heard; anywhere else, once means once.
    const steps = will.steps().slice(taken);
    const submits = steps.filter((step) => step === 'engine.submitted');
    expect(submits.length).toBe(diesAt === 'engine.submitted' ? 2 : 1);

    const picture = await client.request(generation?.outputImageUrl ?? 'missing');
    expect(picture.status).toBe(200);
  }

  test.each(STEPS)(
    'a studio killed at %s ends the generation once and takes the credits once or not at all',
    (diesAt) => dieAndLive(diesAt, diesAt),
    TEST_MS,
  );

  test(
    'an emptied queue loses nothing',
    () =>
      dieAndLive('job.enqueued', 'an emptied queue', async () => {
        if (queue === 'Redis') await redis.flush();
        else await emptyPostgresQueue(data.path);
      }),
    TEST_MS,
  );
});

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
