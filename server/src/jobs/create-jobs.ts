import { randomUUID } from 'node:crypto';
import type { Database, Events, JobDefinition, Jobs, Log } from '@lumiku/app-kit';
import type { QueueReport, Tier } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import type { PostgresListener } from '../events/index.ts';
import { cancelJob, forgetJobs } from './cancel-job.ts';
import { ringFor } from './hand-back-job.ts';
import { createJobKinds } from './job-kinds.ts';
import type { Holds, JobParts, JobTier } from './job-parts.ts';
import { readQueueReport } from './queue-report.ts';
import { readProgress } from './read-progress.ts';
import { submitJob, submitJobs } from './submit-job.ts';
import { type SweepOptions, sweepJobs } from './sweep-jobs.ts';
import { jobs as jobRows } from './tables.ts';
import type { WakeQueue } from './wake-queue.ts';
import { createWorker, type Worker } from './work-jobs.ts';

export interface JobsRoom extends Jobs {
  /** All kinds of work of all apps; before `start`. */
  define(definitions: readonly JobDefinition[]): void;
  start(): Promise<void>;
  /** Takes nothing new, lets running work finish for a moment, hands the rest back. */
  stop(): Promise<void>;
  /** What the timer does every few seconds. */
  sweep(): Promise<void>;
  /** What runs, and the next `limit` of what waits. */
  queueReport(limit: number): Promise<QueueReport>;
  /** Null for one there is not. */
  find(id: string): Promise<{ userId: string; kind: string } | null>;
}

export interface JobsOptions {
  /** Jobs at once in this process, and half as many on top that a person waits for; 0 = it only submits (role `web`). */
  concurrency: number;
  /** No other process works on this database, so leases found at the start are a dead one's. */
  isSoleWorker?: boolean;
  tiers?: Readonly<Record<Tier, JobTier>>;
  leaseMs?: number;
  sweepEveryMs?: number;
  agedAfterMs?: number;
  /** How long running work may go on after `stop`. */
  drainMs?: number;
}

const EVERYBODY: JobTier = { jobsInFlight: 1_000, queueWeight: 1 };
const DEFAULTS = {
  isSoleWorker: false,
  tiers: { free: EVERYBODY, pro: EVERYBODY, enterprise: EVERYBODY },
  leaseMs: 30_000,
  sweepEveryMs: 3_000,
  agedAfterMs: 5 * 60_000,
  drainMs: 3_000,
};

/** Slow work: accepted with its hold in one transaction, run by leases, ended exactly once. */
export function createJobs(
  deps: {
    db: Database;
    holds: Holds;
    events: Pick<Events, 'publish' | 'signal'>;
    queue: WakeQueue;
    listener: PostgresListener;
    log: Log;
    onStep?: (step: string) => void;
  },
  given: JobsOptions,
): JobsRoom {
  const options = { ...DEFAULTS, ...given };
  const parts: JobParts = {
    ...deps,
    kinds: createJobKinds(),
    onStep: deps.onStep ?? (() => undefined),
    leaseMs: options.leaseMs,
    tiers: options.tiers,
    turnsKnown: new Map(),
  };
  let worker: Worker | null = null;
  let sweepTimer: Timer | undefined;
  let sweeping: Promise<unknown> = Promise.resolve();

  async function sweep(areAllLeasesDead = false): Promise<void> {
    const how: SweepOptions = { areAllLeasesDead, agedAfterMs: options.agedAfterMs };
    try {
      await sweepJobs(parts, how);
    } catch (error) {
      deps.log.warn({ err: error }, 'The job sweeper could not finish; it tries again.');
    }
  }

  function sweepLater(): void {
    sweepTimer = setTimeout(() => {
      sweeping = sweep().then(() => {
        if (worker) sweepLater();
      });
    }, options.sweepEveryMs);
  }

  return {
    define: (definitions) => parts.kinds.define(definitions),
    submit: (tx, job) => submitJob(parts, tx, job),
    submitAll: (tx, batch) => submitJobs(parts, tx, batch),
    async wake(id) {
      parts.onStep('job.submitted');
      await ringFor(parts, id, 0);
      parts.onStep('job.enqueued');
    },
    cancel: (id) => cancelJob(parts, id),
    forget: (tx, id) => forgetJobs(parts, tx, typeof id === 'string' ? [id] : id),
    progressOf: (ids) => readProgress(deps.db, ids),
    sweep: () => sweep(),
    queueReport: (limit) => readQueueReport(deps.db, { limit, agedAfterMs: options.agedAfterMs }),
    async find(id) {
      const [job] = await deps.db
        .select({ userId: jobRows.userId, kind: jobRows.kind })
        .from(jobRows)
        .where(eq(jobRows.id, id));
      return job ?? null;
    },
    async start() {
      await deps.queue.start();
      if (options.concurrency === 0) return;
      const lanes = { work: options.concurrency, interactive: Math.ceil(options.concurrency / 2) };
      worker = createWorker(parts, { owner: randomUUID(), listener: deps.listener, lanes });
      await sweep(options.isSoleWorker);
      await deps.queue.answer(worker.answer, lanes.work + lanes.interactive);
      sweepLater();
    },
    async stop() {
      const stopping = worker;
      worker = null;
      clearTimeout(sweepTimer);
      stopping?.takeNoMore();
      const idle = deps.queue.stopAnswering();
      const drain = setTimeout(() => stopping?.handBack(), options.drainMs);
      await Promise.all([idle, sweeping]);
      clearTimeout(drain);
      stopping?.close();
      await deps.queue.close();
    },
  };
}
