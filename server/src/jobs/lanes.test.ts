import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { Fault } from '@lumiku/contract';
import fc from 'fast-check';
import { until } from '../testing/until.ts';
import type { JobsRoom } from './create-jobs.ts';
import { createJobBench, endlessWork, type JobBench } from './testing/job-bench.ts';

setDefaultTimeout(60_000);
let bench: JobBench;
let room: JobsRoom;
beforeAll(async () => {
  bench = await createJobBench();
  room = bench.makeRoom({ concurrency: 2 });
  room.define([
    {
      ...bench.definition,
      kind: 'bench.quick',
      subject: 'quick',
      isInteractive: true,
      paidFrom: [],
    },
  ]);
  await room.start();
});
afterAll(() => bench.close());

async function submitQuick(
  userId: string,
  work?: Parameters<JobBench['play']>[1],
): Promise<string> {
  const id = randomUUID();
  if (work) bench.play(id, work);
  await bench.db.transaction((tx) =>
    room.submit(tx, {
      kind: 'bench.quick',
      id,
      userId,
      payload: {},
      priceCredits: 0,
      reference: `bench:quick:${id}`,
      isPriority: false,
    }),
  );
  await room.wake(id);
  return id;
}
const isOver = (id: string) => async () => (await bench.row(id)).state === 'completed';

describe('what a person waits in front of', () => {
  test('is done while every worker is busy with long work, and does not stop it', async () => {
    const user = await bench.makeUser();
    const long = [endlessWork(), endlessWork(), endlessWork()];
    const ids = [];
    for (const { run } of long) ids.push(await bench.submit(room, user, { work: run }));
    await Promise.all([long[0]?.begun, long[1]?.begun]);
    const quick = await submitQuick(user);
    await until(isOver(quick));
    const states = await Promise.all(ids.map(async (id) => (await bench.row(id)).state));
    expect(states).toEqual(['processing', 'processing', 'pending']);
    for (const id of ids) await room.cancel(id);
  });

  test('does not keep other work waiting, however much of it there is', async () => {
    const user = await bench.makeUser();
    const quick = [endlessWork(), endlessWork(), endlessWork()];
    const ids = [];
    for (const { run } of quick) ids.push(await submitQuick(user, run));
    await quick[0]?.begun;
    const paid = await bench.submit(room, user, {});
    await until(isOver(paid));
    for (const id of ids) await room.cancel(id);
  });

  test('cannot be submitted with a price', async () => {
    const user = await bench.makeUser();
    const job = {
      ...{ kind: 'bench.quick', id: randomUUID(), userId: user, payload: {}, isPriority: false },
      ...{ priceCredits: 5, reference: 'bench:quick:paid' },
    };
    const tried = bench.db
      .transaction((tx) => room.submit(tx, job))
      .then(
        () => 'accepted',
        () => 'refused',
      );
    expect(await tried).toBe('refused');
  });
});

describe('several jobs under one hold', () => {
  const submitAll = async (userId: string, endings: readonly Ending[]) => {
    const request = randomUUID();
    const jobs = endings.map((ending) => {
      const id = randomUUID();
      if (ending !== 'completed') bench.play(id, WORK[ending]);
      return {
        ...{ kind: 'bench.work', id, userId, payload: {}, isPriority: false },
        ...{ priceCredits: 15, reference: `bench:work:${id}` },
      };
    });
    const reference = `bench:request:${request}`;
    await bench.db.transaction((tx) => room.submitAll(tx, { reference, jobs }));
    return { ids: jobs.map((job) => job.id), reference };
  };

  test('are all refused when the price of all of them is not there', async () => {
    const user = await bench.makeUser();
    const tried = submitAll(
      user,
      Array.from({ length: 7 }, () => 'completed' as const),
    );
    const fault = await tried.then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault instanceof Fault && fault.details).toEqual({
      price: 105,
      balance: 100,
      available: 100,
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('are one hold to the person until each has ended', async () => {
    const user = await bench.makeUser();
    const { ids, reference } = await submitAll(user, ['cancelled', 'cancelled', 'cancelled']);
    const open = await bench.credits.openHolds(user);
    expect(open.map((hold) => [hold.reference, hold.amount])).toEqual([[reference, 45]]);
    await room.cancel(ids[0] ?? '');
    expect((await bench.credits.openHolds(user)).map((hold) => hold.amount)).toEqual([30]);
    await Promise.all(ids.map((id) => room.cancel(id)));
    expect(await bench.credits.openHolds(user)).toEqual([]);
  });

  test('whatever way each one ends, and however often it is cancelled, every delivered one is paid once and no other', async () => {
    const Endings = fc.array(fc.constantFrom<Ending>('completed', 'failed', 'cancelled'), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(Endings, fc.boolean(), async (endings, isForgotten) => {
        const user = await bench.makeUser();
        const { ids } = await submitAll(user, endings);
        for (const id of ids) await room.wake(id);
        await Promise.all(
          ids.flatMap((id, at) =>
            endings[at] === 'cancelled' ? [room.cancel(id), room.cancel(id)] : [],
          ),
        );
        const states = async () => Promise.all(ids.map(async (id) => (await bench.row(id)).state));
        await until(async () => (await states()).join() === endings.join());
        if (isForgotten) await bench.db.transaction((tx) => room.forget(tx, ids));
        const captured = endings.filter((ending) => ending === 'completed').length;
        const lines = await bench.credits.entries(
          { userId: user, kinds: ['capture'] },
          { limit: 10, offset: 0 },
        );
        expect(lines.map((line) => line.amount)).toEqual(Array(captured).fill(-15));
        expect(new Set(lines.map((line) => line.reference)).size).toBe(captured);
        const balance = 100 - 15 * captured;
        const summary = await bench.credits.summary(user);
        expect(summary).toEqual({ balance, held: 0, available: balance });
      }),
      { numRuns: 15 },
    );
  });
});

type Ending = 'completed' | 'failed' | 'cancelled';
const WORK = {
  failed: async () => {
    throw new Fault({ code: 'TEST_REFUSED', status: 422, message: 'Refused.' });
  },
  cancelled: endlessWork().run,
};
