import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { until } from '../testing/until.ts';
import { jobs } from './tables.ts';
import { createJobBench, endlessWork, type JobBench } from './testing/job-bench.ts';

let bench: JobBench;
beforeAll(async () => {
  bench = await createJobBench();
});
afterAll(() => bench.close());

const ended = (id: string) => until(async () => (await bench.row(id)).endedAt !== null);

describe('recovery', () => {
  test('work nobody rang for is found by the sweeper', async () => {
    const room = bench.makeRoom();
    await room.start();
    const user = await bench.makeUser();
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => bench.submit(room, user, { wake: false })),
    );
    for (const id of ids) await ended(id);
    expect((await bench.credits.summary(user)).balance).toBe(75);
    await room.stop();
  });

  test('a queue that was wiped loses nothing', async () => {
    const room = bench.makeRoom({ concurrency: 1 });
    const user = await bench.makeUser();
    const other = bench.makeRoom({ concurrency: 0 });
    await other.start();
    const ids = await Promise.all(Array.from({ length: 5 }, () => bench.submit(other, user)));
    await bench.db.execute(sql`DELETE FROM bullmq.job`);
    await room.start();
    for (const id of ids) await ended(id);
    expect(await bench.credits.summary(user)).toMatchObject({ balance: 75, held: 0 });
    await room.stop();
    await other.stop();
  });

  test('a worker that died is replaced when its lease is over, and can no longer deliver', async () => {
    const room = bench.makeRoom({ concurrency: 1, leaseMs: 150 });
    await room.start();
    const user = await bench.makeUser();
    let runs = 0;
    let finishFirst = () => {};
    const id = await bench.submit(room, user, {
      work: () => {
        runs += 1;
        if (runs > 1) return Promise.resolve('second');
        return new Promise((resolve) => {
          finishFirst = () => resolve('first');
        });
      },
    });
    await until(() => runs === 1);
    // As if another worker had claimed it: the first one's lease is gone.
    await bench.db
      .update(jobs)
      .set({
        leaseOwner: 'somebody-else',
        leaseUntil: sql`clock_timestamp() - interval '1 second'`,
      })
      .where(eq(jobs.id, id));
    finishFirst();
    await ended(id);
    expect(runs).toBe(2);
    const told = bench.ends.filter((line) => line.endsWith(id));
    expect(told.filter((line) => line.startsWith('completed'))).toHaveLength(1);
    expect(told).toContain(`discarded ${id}`);
    expect((await bench.credits.summary(user)).balance).toBe(95);
    await room.stop();
  });

  test('work that kills its worker every time is given up and costs nothing', async () => {
    const room = bench.makeRoom();
    const user = await bench.makeUser();
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const id = await bench.submit(web, user);
    await bench.db
      .update(jobs)
      .set({
        state: 'processing',
        attempt: 3,
        leaseOwner: 'dead',
        leaseUntil: sql`clock_timestamp() - interval '1 second'`,
      })
      .where(eq(jobs.id, id));
    await room.start();
    await ended(id);
    expect(await bench.row(id)).toMatchObject({ state: 'failed', errorCode: 'JOB_INTERRUPTED' });
    expect(bench.ends).toContain(`failed ${id}`);
    expect(await bench.credits.summary(user)).toMatchObject({ balance: 100, held: 0 });
    await room.stop();
    await web.stop();
  });

  test('a graceful stop hands running work back without counting the try', async () => {
    const room = bench.makeRoom({ drainMs: 10 });
    await room.start();
    const user = await bench.makeUser();
    const first = endlessWork();
    let runs = 0;
    const id = await bench.submit(room, user, {
      work: (job) => {
        runs += 1;
        return runs === 1 ? first.run(job) : Promise.resolve('done');
      },
    });
    await first.begun;
    await room.stop();
    expect(await bench.row(id)).toMatchObject({ state: 'pending', attempt: 0 });
    const next = bench.makeRoom();
    await next.start();
    await ended(id);
    expect(await bench.row(id)).toMatchObject({ state: 'completed', attempt: 1 });
    await next.stop();
  });

  test('work whose payload nobody can read any more fails at once, costs nothing and holds nobody up', async () => {
    const kind = 'bench.strict';
    const room = bench.makeRoom(
      { concurrency: 1 },
      { kind, payload: z.object({ wish: z.string() }) },
    );
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const id = await bench.submit(web, user);
    await bench.db.update(jobs).set({ kind }).where(eq(jobs.id, id));
    await room.start();
    await ended(id);
    expect(await bench.row(id)).toMatchObject({
      state: 'failed',
      errorCode: 'JOB_FAILED',
      claims: 0,
    });
    expect(bench.ends).toContain(`failed ${id}`);
    expect(await bench.credits.summary(user)).toMatchObject({ balance: 100, held: 0 });
    await room.stop();
    await web.stop();
  });

  test('work whose app can neither begin nor end it gives its credits back', async () => {
    const broken = async () => {
      throw new Error('the row is gone');
    };
    const kind = 'bench.broken';
    const room = bench.makeRoom({ concurrency: 1 }, { kind, onStarted: broken, onFailed: broken });
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const id = await bench.submit(web, user);
    await bench.db.update(jobs).set({ kind }).where(eq(jobs.id, id));
    await room.start();
    await ended(id);
    expect((await bench.row(id)).state).toBe('failed');
    expect(await bench.credits.summary(user)).toMatchObject({ balance: 100, held: 0 });
    await room.stop();
    await web.stop();
  });

  test('a sole worker takes up at once what a killed process left', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const id = await bench.submit(web, user);
    await bench.db
      .update(jobs)
      .set({
        state: 'processing',
        attempt: 1,
        leaseOwner: 'killed',
        leaseUntil: sql`clock_timestamp() + interval '1 hour'`,
      })
      .where(eq(jobs.id, id));
    const room = bench.makeRoom({ isSoleWorker: true });
    await room.start();
    await ended(id);
    expect((await bench.row(id)).state).toBe('completed');
    await room.stop();
    await web.stop();
  });
});
