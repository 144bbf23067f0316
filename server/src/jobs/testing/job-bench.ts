import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { JobDefinition, RunningJob } from '@lumiku/app-kit';
import type { Tier } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { z } from 'zod';
import { users } from '../../accounts/tables.ts';
import { createCredits } from '../../credits/create-credits.ts';
import { createEvents } from '../../events/create-events.ts';
import { createPostgresListener } from '../../events/postgres-listener.ts';
import { createPostgresSignals } from '../../events/postgres-signals.ts';
import { createTestDatabase } from '../../testing/index.ts';
import { createJobs, type JobsOptions, type JobsRoom } from '../create-jobs.ts';
import { createPostgresQueue } from '../postgres-queue.ts';
import { jobs as jobTable } from '../tables.ts';
import type { WakeQueue } from '../wake-queue.ts';
import { quietLog } from './quiet-log.ts';

const migrations = (area: string) => ({
  name: area,
  migrationsFolder: fileURLToPath(new URL(`../../${area}/migrations`, import.meta.url)),
});
const OWNERS = ['accounts', 'credits', 'events', 'jobs'].map(migrations);

type Work = (job: RunningJob<unknown>) => Promise<unknown>;

/** A real database, queue, credit book and event stream around jobs whose work the test decides. */
export async function createJobBench(
  makeQueue: (databaseUrl: string) => WakeQueue = (databaseUrl) =>
    createPostgresQueue({ databaseUrl, log: quietLog }),
) {
  const database = await createTestDatabase(OWNERS);
  const { db } = database;
  const listener = createPostgresListener({
    connect: () => new Client({ connectionString: database.url }),
    log: quietLog,
  });
  await listener.start();
  const signals = createPostgresSignals({ pool: database.pool, listener, log: quietLog });
  const clock = { now: () => new Date() };
  const events = createEvents({ db, listener, signals, clock, log: quietLog });
  const credits = createCredits({ db, welcomeCredits: 100 });
  const work = new Map<string, Work>();
  const ends: string[] = [];
  const rooms: JobsRoom[] = [];

  const note = (what: string) => async (_tx: unknown, job: { id: string }) => {
    ends.push(`${what} ${job.id}`);
    return { what };
  };
  const definition: JobDefinition = {
    kind: 'bench.work',
    subject: 'work',
    payload: z.unknown(),
    paidFrom: ['base'],
    attemptsMax: 3,
    timeoutMs: 20_000,
    run: (job) => (work.get(job.id) ?? (async () => 'done'))(job),
    onStarted: note('started'),
    onCompleted: note('completed'),
    onFailed: note('failed'),
    onCancelled: note('cancelled'),
    async discard(job) {
      ends.push(`discarded ${job.id}`);
    },
  };

  return {
    database,
    db,
    listener,
    events,
    credits,
    /** What the app was told, in order: `completed <id>`. */
    ends,
    definition,
    makeRoom(options: Partial<JobsOptions> = {}, changed: Partial<JobDefinition> = {}): JobsRoom {
      const queue = makeQueue(database.url);
      const room = createJobs(
        { db, holds: credits, events, queue, listener, log: quietLog },
        { concurrency: 2, sweepEveryMs: 100, drainMs: 200, ...options },
      );
      room.define([{ ...definition, ...changed }]);
      rooms.push(room);
      return room;
    },
    /** What the job with this id does. */
    play: (id: string, run: Work) => {
      work.set(id, run);
    },
    async makeUser(tier: Tier = 'free'): Promise<string> {
      const id = randomUUID();
      await db.insert(users).values({ id, name: 'Somebody', email: `${id}@example.com`, tier });
      await db.transaction((tx) => credits.openAccount(tx, id));
      return id;
    },
    async submit(
      room: JobsRoom,
      userId: string,
      job: { work?: Work; price?: number; isPriority?: boolean; wake?: boolean } = {},
    ): Promise<string> {
      const id = randomUUID();
      if (job.work) work.set(id, job.work);
      await db.transaction((tx) =>
        room.submit(tx, {
          kind: 'bench.work',
          id,
          userId,
          payload: {},
          priceCredits: job.price ?? 5,
          reference: `bench:work:${id}`,
          isPriority: job.isPriority ?? false,
        }),
      );
      if (job.wake !== false) await room.wake(id);
      return id;
    },
    async row(id: string) {
      const [row] = await db.select().from(jobTable).where(eq(jobTable.id, id));
      if (!row) throw new Error(`There is no job ${id}.`);
      return row;
    },
    async close() {
      for (const room of rooms) await room.stop();
      await signals.close();
      await listener.close();
      await database.drop();
    },
  };
}

export type JobBench = Awaited<ReturnType<typeof createJobBench>>;

/** Work that goes on until it is told to stop; `begun` resolves when it runs. */
export function endlessWork() {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const run: Work = (job) => {
    begin();
    return new Promise((_, reject) => {
      job.signal.addEventListener('abort', () => reject(job.signal.reason), { once: true });
      if (job.signal.aborted) reject(job.signal.reason);
    });
  };
  return { run, begun };
}
