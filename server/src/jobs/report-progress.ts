import type { RunningJob } from '@lumiku/app-kit';
import { holdsLease, type Lease } from './claim-job.ts';
import type { JobParts, JobRow } from './job-parts.ts';
import { jobs } from './tables.ts';

type Progress = Parameters<RunningJob<unknown>['progress']>[0];

/** People see progress this often; the row, which only a reload reads, is written less. */
const SIGNAL_EVERY_MS = 120;
const WRITE_EVERY_MS = 600;

export interface ProgressReporter {
  report(at: Progress): void;
  /** Nothing is said or written after this. */
  stop(): void;
}

/** Throttled progress of one try. A new stage is told at once; within a stage the newest value wins. */
export function createProgressReporter(
  parts: JobParts,
  row: JobRow,
  lease: Lease,
  subject: string,
): ProgressReporter {
  let stage: string | null = null;
  let pending: Progress | null = null;
  let timer: Timer | undefined;
  let writtenAt = 0;
  let isStopped = false;

  const send = () => {
    timer = undefined;
    const at = pending;
    pending = null;
    if (!at || isStopped) return;
    parts.events.signal({
      type: `${subject}.progressed`,
      userId: row.userId,
      subject: row.id,
      data: { ...at },
    });
    const now = performance.now();
    if (at.stage === stage && now - writtenAt < WRITE_EVERY_MS) return;
    writtenAt = now;
    stage = at.stage;
    parts.db
      .update(jobs)
      .set({ progress: at.fraction, stage: at.stage })
      .where(holdsLease(lease))
      .catch((error: unknown) => {
        parts.log.warn({ err: error, jobId: row.id }, 'Progress could not be written.');
      });
  };

  return {
    report(at) {
      if (isStopped) return;
      const isNewStage = at.stage !== (pending?.stage ?? stage);
      pending = at;
      if (isNewStage) {
        clearTimeout(timer);
        send();
      } else timer ??= setTimeout(send, SIGNAL_EVERY_MS);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
