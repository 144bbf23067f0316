// No-op jobs through the whole pipeline (hold, row, queue, lease, settle, event), beside the bare queue.

import { createJobBench } from '@lumiku/server/testing/jobs';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { printFigures } from './support/report.ts';

const JOBS = 1_000;
const PEOPLE = 10;

async function throughPipeline(): Promise<number> {
  const bench = await createJobBench();
  const room = bench.makeRoom({ concurrency: 8 });
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => bench.makeUser()));
  const { promise: allDone, resolve } = Promise.withResolvers<void>();
  let left = JOBS;
  const work = async () => {
    left -= 1;
    if (left === 0) resolve();
  };
  await room.start();
  const start = performance.now();
  await Promise.all(
    people.map(async (person) => {
      for (let at = 0; at < JOBS / PEOPLE; at += 1)
        await bench.submit(room, person, { work, price: 1 });
    }),
  );
  await allDone;
  const perSecond = (JOBS / (performance.now() - start)) * 1_000;
  await bench.close();
  return perSecond;
}

async function bareQueue(): Promise<number> {
  const bench = await createJobBench();
  const connection = {
    connectionString: bench.database.url,
    schema: 'bare',
    migrate: true,
    max: 3,
  };
  const queue = new Queue('bare', { connection }, createPostgresBackend);
  await queue.waitUntilReady();
  const { promise: allDone, resolve } = Promise.withResolvers<void>();
  let left = JOBS;
  const worker = new Worker(
    'bare',
    async () => {
      left -= 1;
      if (left === 0) resolve();
    },
    { connection, concurrency: 8 },
    createPostgresBackend,
  );
  const start = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      for (let at = 0; at < JOBS / PEOPLE; at += 1) await queue.add('bare', {});
    }),
  );
  await allDone;
  const perSecond = (JOBS / (performance.now() - start)) * 1_000;
  await worker.close(true);
  await queue.close();
  await bench.close();
  return perSecond;
}

const baseline = await bareQueue();
const measured = await throughPipeline();
printFigures(`Jobs, ${JOBS} of ${PEOPLE} people, submitted and run at the same time`, [
  {
    what: 'no-op jobs, hold to capture',
    unit: '/s',
    measured,
    baseline: { what: 'bare BullMQ on PostgreSQL', value: baseline },
    target: 'over 200 /s',
  },
]);
