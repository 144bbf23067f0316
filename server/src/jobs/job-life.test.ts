import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { Fault } from '@lumiku/contract';
import { until } from '../testing/until.ts';
import type { JobsRoom } from './create-jobs.ts';
import { createJobBench, endlessWork, type JobBench } from './testing/job-bench.ts';

let bench: JobBench;
let room: JobsRoom;

beforeAll(async () => {
  bench = await createJobBench();
  room = bench.makeRoom();
  await room.start();
});
afterAll(() => bench.close());

const ended = (id: string) => until(async () => (await bench.row(id)).endedAt !== null);

describe('life of a job', () => {
  test('runs, delivers once and takes the credits that were held', async () => {
    const user = await bench.makeUser();
    const id = await bench.submit(room, user, { price: 7 });
    await ended(id);
    expect((await bench.row(id)).state).toBe('completed');
    expect(await bench.credits.summary(user)).toEqual({ balance: 93, held: 0, available: 93 });
    expect(bench.ends.filter((line) => line.endsWith(id))).toEqual([
      `started ${id}`,
      `completed ${id}`,
    ]);
  });

  test('tells its person by durable events in order', async () => {
    const user = await bench.makeUser();
    const stream = new AbortController();
    const events = bench.events.listen({ userId: user, afterId: '0' }, stream.signal);
    const id = await bench.submit(room, user);
    const types: string[] = [];
    for await (const event of events) {
      if (event.id) types.push(`${event.type} ${event.subject}`);
      if (event.type === 'work.completed') break;
    }
    expect(types).toEqual([`work.started ${id}`, `work.completed ${id}`]);
    stream.abort();
  });

  test('gives the credits back when the work fails for good, and keeps what the person is told', async () => {
    const user = await bench.makeUser();
    const fault = new Fault({ code: 'TEST_REFUSED', status: 422, message: 'This cannot be made.' });
    const id = await bench.submit(room, user, { work: () => Promise.reject(fault) });
    await ended(id);
    expect(await bench.row(id)).toMatchObject({
      state: 'failed',
      attempt: 1,
      errorCode: 'TEST_REFUSED',
      errorMessage: 'This cannot be made.',
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('tries again after a passing fault and then delivers', async () => {
    const user = await bench.makeUser();
    let tries = 0;
    const id = await bench.submit(room, user, {
      work: async () => {
        tries += 1;
        if (tries === 1) throw new Fault({ code: 'TEST_BUSY', status: 503, message: 'Busy.' });
        return 'done';
      },
    });
    await ended(id);
    expect(await bench.row(id)).toMatchObject({ state: 'completed', attempt: 2 });
    expect(tries).toBe(2);
  });

  test('stops work that takes longer than it may, even when it does not listen', async () => {
    const impatient = await createJobBench();
    try {
      const other = impatient.makeRoom({}, { timeoutMs: 50, attemptsMax: 1 });
      await other.start();
      const user = await impatient.makeUser();
      const id = await impatient.submit(other, user, { work: () => new Promise(() => {}) });
      await until(async () => (await impatient.row(id)).endedAt !== null);
      expect(await impatient.row(id)).toMatchObject({
        state: 'failed',
        errorCode: 'JOB_TIMED_OUT',
      });
      expect((await impatient.credits.summary(user)).held).toBe(0);
    } finally {
      await impatient.close();
    }
  });

  test('refuses work that cannot be paid and leaves nothing behind', async () => {
    const user = await bench.makeUser();
    await expect(bench.submit(room, user, { price: 101 })).rejects.toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('is one job when it is submitted twice', async () => {
    const user = await bench.makeUser();
    const id = randomUUID();
    const job = {
      kind: 'bench.work',
      id,
      userId: user,
      payload: {},
      priceCredits: 5,
      reference: `bench:work:${id}`,
      isPriority: false,
    };
    await bench.db.transaction((tx) => room.submit(tx, job));
    await bench.db.transaction((tx) => room.submit(tx, job));
    await room.wake(id);
    await room.wake(id);
    await ended(id);
    expect((await bench.credits.summary(user)).balance).toBe(95);
    expect(bench.ends.filter((line) => line === `completed ${id}`)).toHaveLength(1);
  });

  test('keeps the ticket between tries', async () => {
    const user = await bench.makeUser();
    const seen: unknown[] = [];
    const id = await bench.submit(room, user, {
      work: async (job) => {
        seen.push(await job.ticket.load());
        if (seen.length > 1) return 'done';
        await job.ticket.store('engine-a', { job: 42 });
        throw new Fault({ code: 'TEST_BUSY', status: 503, message: 'Busy.' });
      },
    });
    await ended(id);
    expect(seen).toEqual([null, { engineId: 'engine-a', ticket: { job: 42 } }]);
  });
});

describe('cancelling', () => {
  test('ends running work at once, stops the worker and gives the credits back', async () => {
    const user = await bench.makeUser();
    const { run, begun } = endlessWork();
    let stopped: unknown = null;
    const id = await bench.submit(room, user, {
      work: (job) => {
        job.signal.addEventListener('abort', () => {
          stopped = job.signal.reason;
        });
        return run(job);
      },
    });
    await begun;
    expect(await room.cancel(id)).toBe(true);
    expect((await bench.row(id)).state).toBe('cancelled');
    expect((await bench.credits.summary(user)).held).toBe(0);
    await until(() => stopped !== null);
    expect(stopped).toMatchObject({ why: 'ended' });
    expect(await room.cancel(id)).toBe(false);
    expect((await bench.credits.summary(user)).balance).toBe(100);
  });

  test('wins or loses against delivery, never both', async () => {
    const user = await bench.makeUser();
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => bench.submit(room, user, { price: 1 })),
    );
    const cancelled = (await Promise.all(ids.map((id) => room.cancel(id)))).filter(Boolean).length;
    for (const id of ids) await ended(id);
    const { balance, held } = await bench.credits.summary(user);
    expect({ balance, held }).toEqual({ balance: 100 - (12 - cancelled), held: 0 });
  });

  test('hands a result nobody wants any more back to the app', async () => {
    const user = await bench.makeUser();
    let finish = () => {};
    let hasBegun = false;
    const id = await bench.submit(room, user, {
      work: () => {
        hasBegun = true;
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    });
    await until(() => hasBegun);
    await room.cancel(id);
    finish();
    await until(() => bench.ends.includes(`discarded ${id}`));
    expect(bench.ends).not.toContain(`completed ${id}`);
  });

  test('forgets a job with its subject and gives the hold back', async () => {
    const user = await bench.makeUser();
    const { run, begun } = endlessWork();
    const id = await bench.submit(room, user, { work: run });
    await begun;
    await bench.db.transaction((tx) => room.forget(tx, id));
    expect((await room.progressOf([id])).size).toBe(0);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });
});
