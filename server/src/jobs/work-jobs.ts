import type { PostgresListener } from '../events/index.ts';
import { claimJob } from './claim-job.ts';
import { STOP_CHANNEL } from './end-job.ts';
import type { JobParts } from './job-parts.ts';
import { JobStopped } from './job-stopped.ts';
import { createLeaseKeeper } from './keep-leases.ts';
import { runJob } from './run-job.ts';

export interface Worker {
  /** Answers one bell: claims the next job, if there is one, and sees it through. Never throws. */
  answer(): Promise<void>;
  /** Running work is told to stop and handed back; nothing new is claimed. */
  handBack(): void;
  close(): void;
}

/** The worker half of this process. @param owner unique to the process; never used again after a restart. */
export function createWorker(
  parts: JobParts,
  deps: { owner: string; listener: PostgresListener },
): Worker {
  const running = new Map<string, AbortController>();
  const keeper = createLeaseKeeper(parts, deps.owner);
  const off = deps.listener.on(STOP_CHANNEL, (jobId) => {
    running.get(jobId)?.abort(new JobStopped('ended'));
  });
  let isStopping = false;

  async function work(): Promise<void> {
    const claimed = await claimJob(parts, deps.owner);
    if (!claimed) return;
    parts.onStep('job.claimed');
    const { row, lease } = claimed;
    const control = new AbortController();
    if (isStopping) control.abort(new JobStopped('shutdown'));
    running.set(row.id, control);
    keeper.keep(lease, () => control.abort(new JobStopped('lease_lost')));
    const began = performance.now();
    try {
      const outcome = await runJob(parts, claimed, control);
      parts.log.info(
        {
          jobId: row.id,
          kind: row.kind,
          userId: row.userId,
          attempt: row.attempt,
          outcome,
          tookMs: Math.round(performance.now() - began),
          waitedMs: Math.max(0, Date.now() - row.createdAt.getTime() - (performance.now() - began)),
        },
        'Job attempt',
      );
    } finally {
      keeper.drop(lease);
      if (running.get(row.id) === control) running.delete(row.id);
    }
  }

  return {
    async answer() {
      if (isStopping) return;
      try {
        await work();
      } catch (error) {
        parts.log.error(
          { err: error },
          'A job could not be seen through; the sweeper will take it.',
        );
      }
    },
    handBack() {
      isStopping = true;
      for (const control of running.values()) control.abort(new JobStopped('shutdown'));
    },
    close() {
      off();
      keeper.close();
    },
  };
}
