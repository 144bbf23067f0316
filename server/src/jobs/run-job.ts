import type { JobDefinition, RunningJob } from '@lumiku/app-kit';
import type { ClaimedJob } from './claim-job.ts';
import { handBackJob } from './hand-back-job.ts';
import { faultOfWork, jobTimedOut } from './job-faults.ts';
import { type JobParts, jobRef } from './job-parts.ts';
import { JobStopped } from './job-stopped.ts';
import { createJobTicket } from './job-ticket.ts';
import { createProgressReporter } from './report-progress.ts';
import { settleCompleted, settleFailed } from './settle-job.ts';

/** How long work that was told to stop may take to do so before it is left behind. */
const STOP_GRACE_MS = 2_000;

export type Outcome = 'completed' | 'failed' | 'retrying' | 'handed_back' | 'stopped';

/**
 * One try of a claimed job, to its end: run, then settle. Never throws for what the work does.
 * @param control aborted with a `JobStopped` when the work must stop; also fired here by the timeout.
 */
export async function runJob(
  parts: JobParts,
  claimed: ClaimedJob,
  control: AbortController,
): Promise<Outcome> {
  const { row } = claimed;
  const definition = parts.kinds.get(row.kind);
  const progress = createProgressReporter(parts, row, claimed.lease, definition.subject);
  const timeout = setTimeout(
    () => control.abort(new JobStopped('timed_out')),
    definition.timeoutMs,
  );
  try {
    const job: RunningJob<unknown> = {
      ...jobRef(definition, row),
      signal: control.signal,
      progress: progress.report,
      step: parts.onStep,
      ticket: createJobTicket(parts, claimed.lease),
    };
    const result = await stopInTime(definition.run(job), control.signal);
    progress.stop();
    return await settleCompleted(parts, claimed, definition, result);
  } catch (error) {
    progress.stop();
    return await afterFailure(parts, claimed, definition, control.signal, error);
  } finally {
    progress.stop();
    clearTimeout(timeout);
  }
}

async function afterFailure(
  parts: JobParts,
  claimed: ClaimedJob,
  definition: JobDefinition,
  signal: AbortSignal,
  error: unknown,
): Promise<Outcome> {
  const why = signal.reason instanceof JobStopped ? signal.reason.why : null;
  if (why === 'ended' || why === 'lease_lost') return 'stopped';
  if (error instanceof JobStopped && error.why === 'lease_lost') return 'stopped';
  if (why === 'shutdown') {
    const back = { delayMs: 0, countsAsTry: false, stage: 'waiting' };
    return (await handBackJob(parts, claimed.lease, back)) ? 'handed_back' : 'stopped';
  }
  const fault = why === 'timed_out' ? jobTimedOut(definition.timeoutMs) : faultOfWork(error);
  if (fault.status >= 500) {
    parts.log.warn({ err: error, jobId: claimed.row.id, code: fault.code }, 'A try failed.');
  }
  return settleFailed(parts, claimed, fault);
}

/** Waits for the work, but not for ever once it was told to stop: a hung engine must not hold the worker. */
async function stopInTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let timer: Timer | undefined;
  let onAbort = () => {};
  const abandoned = new Promise<never>((_, reject) => {
    onAbort = () => {
      timer = setTimeout(() => reject(signal.reason), STOP_GRACE_MS);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, abandoned]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    // What is left behind may still fail one day; nobody is there to hear it.
    work.catch(() => undefined);
  }
}
