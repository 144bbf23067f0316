import type { Log } from '@lumiku/app-kit';
import type { JobsOptions, JobType } from 'bullmq';
import type { Bell, WakeQueue } from './wake-queue.ts';

export const QUEUE_NAME = 'lumiku-jobs';

/** A dead worker's bell rings again after this; the sweeper is usually faster. */
export const BELL_LOCK_MS = 30_000;
/** A bell is only a wake-up: however often its worker died, it may ring again. */
const STALLS_MAX = 1_000;

const BELL_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

export interface BullmqParts {
  queue: {
    add(name: string, data: object, opts: JobsOptions): Promise<unknown>;
    addBulk(bells: { name: string; data: object; opts: JobsOptions }[]): Promise<unknown>;
    getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
    waitUntilReady(): Promise<unknown>;
    on(event: 'error', hear: (error: Error) => void): unknown;
    close(): Promise<void>;
  };
  /** Not running yet. */
  makeWorker(
    answer: () => Promise<void>,
    options: typeof WORKER_OPTIONS & { concurrency: number },
  ): {
    run(): Promise<void>;
    on(event: 'error', hear: (error: Error) => void): unknown;
    close(force?: boolean): Promise<void>;
  };
}

const WORKER_OPTIONS = {
  autorun: false,
  // While the queue cannot be reached.
  runRetryDelay: 1_000,
  lockDuration: BELL_LOCK_MS,
  stalledInterval: BELL_LOCK_MS,
  maxStalledCount: STALLS_MAX,
} as const;

/** The same bells on either of BullMQ's backends. */
export function createBullmqQueue(connect: () => BullmqParts, log: Log): WakeQueue {
  let parts: BullmqParts | null = null;
  let worker: ReturnType<BullmqParts['makeWorker']> | null = null;

  const connected = (): BullmqParts => {
    if (!parts) throw new Error('The queue was used before start().');
    return parts;
  };
  const complain = (error: Error) => log.warn({ err: error }, 'The queue is not answering.');

  return {
    async start() {
      parts = connect();
      parts.queue.on('error', complain);
      await parts.queue.waitUntilReady();
    },
    async ring(bells: readonly Bell[]) {
      const { queue } = connected();
      const [only] = bells;
      if (only === undefined) return;
      // On PostgreSQL a bulk of one makes and drops two temporary tables; adding one does not.
      if (bells.length === 1) await queue.add('wake', {}, optionsOf(only));
      else {
        const bulk = bells.map((bell) => ({ name: 'wake', data: {}, opts: optionsOf(bell) }));
        await queue.addBulk(bulk);
      }
    },
    async waiting() {
      const counts = await connected().queue.getJobCounts('waiting', 'prioritized', 'delayed');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    async answer(answer, concurrency) {
      worker = connected().makeWorker(answer, { ...WORKER_OPTIONS, concurrency });
      worker.on('error', complain);
      worker.run().catch(complain);
    },
    async stopAnswering() {
      const stopping = worker;
      worker = null;
      await stopping?.close();
    },
    async close() {
      await worker?.close(true);
      await parts?.queue.close();
      parts = null;
      worker = null;
    },
  };
}

function optionsOf(bell: Bell): JobsOptions {
  const delay = bell.delayMs === undefined ? {} : { delay: Math.ceil(bell.delayMs) };
  return { ...BELL_OPTIONS, jobId: bell.id, ...delay };
}
