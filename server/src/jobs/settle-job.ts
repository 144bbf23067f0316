import { setTimeout as pause } from 'node:timers/promises';
import type { JobDefinition } from '@lumiku/app-kit';
import type { Fault } from '@lumiku/contract';
import { type ClaimedJob, holdsLease } from './claim-job.ts';
import { endJob, failJob } from './end-job.ts';
import { handBackJob } from './hand-back-job.ts';
import { faultOfWork, isPassingDatabaseError } from './job-faults.ts';
import { type JobParts, jobRef } from './job-parts.ts';
import { nextTryDelayMs } from './retry-policy.ts';
import type { Outcome } from './run-job.ts';

const SETTLE_AGAIN_MS = 250;

/** Delivers. A result that can no longer be delivered is given back to the app to clean up. */
export async function settleCompleted(
  parts: JobParts,
  claimed: ClaimedJob,
  definition: JobDefinition,
  result: unknown,
): Promise<Outcome> {
  parts.onStep('job.settling');
  try {
    if (await deliver(parts, claimed, result)) {
      parts.onStep('job.settled');
      return 'completed';
    }
  } catch (error) {
    parts.log.error(
      { err: error, jobId: claimed.row.id },
      'A finished job could not be delivered.',
    );
    await discard(parts, claimed, definition, result);
    return settleFailed(parts, claimed, faultOfWork(error));
  }
  await discard(parts, claimed, definition, result);
  return 'stopped';
}

/** Tries again later where that may help; otherwise the job fails and its hold goes back. */
export async function settleFailed(
  parts: JobParts,
  claimed: ClaimedJob,
  fault: Fault,
): Promise<Outcome> {
  const delayMs = nextTryDelayMs(fault, claimed.row);
  if (delayMs !== null) {
    const back = { delayMs, countsAsTry: true, stage: 'waiting_to_retry' };
    const isBack = await persist(parts, () => handBackJob(parts, claimed.lease, back));
    return isBack ? 'retrying' : 'stopped';
  }
  const failed = await persist(parts, () => failJob(parts, holdsLease(claimed.lease), fault));
  parts.onStep('job.settled');
  return failed ? 'failed' : 'stopped';
}

function deliver(parts: JobParts, claimed: ClaimedJob, result: unknown): Promise<boolean> {
  const ending = { state: 'completed', result } as const;
  return persist(parts, () =>
    parts.db.transaction(
      async (tx) => (await endJob(parts, tx, holdsLease(claimed.lease), ending)) !== null,
    ),
  );
}

/** Sits out a database that is away for as long as a lease lasts: finished work should not be lost to a restart of it. */
async function persist<T>(parts: JobParts, write: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + parts.leaseMs;
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (!isPassingDatabaseError(error) || performance.now() > deadline) throw error;
      await pause(SETTLE_AGAIN_MS);
    }
  }
}

async function discard(
  parts: JobParts,
  claimed: ClaimedJob,
  definition: JobDefinition,
  result: unknown,
): Promise<void> {
  try {
    await definition.discard?.(jobRef(definition, claimed.row), result);
  } catch (error) {
    parts.log.warn({ err: error, jobId: claimed.row.id }, 'Leftovers could not be removed yet.');
  }
}
