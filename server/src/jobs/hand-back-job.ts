import { sql } from 'drizzle-orm';
import { holdsLease, type Lease } from './claim-job.ts';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

/**
 * Puts a job back in line in its old turn, keeping its ticket: to be tried again after `delayMs`, or because this
 * process is stopping (then the try does not count).
 * @returns false when the lease was lost.
 */
export async function handBackJob(
  parts: JobParts,
  lease: Lease,
  back: { delayMs: number; countsAsTry: boolean; stage: string },
): Promise<boolean> {
  const [row] = await parts.db
    .update(jobs)
    .set({
      state: 'pending',
      leaseOwner: null,
      leaseUntil: null,
      runAfter: sql`clock_timestamp() + ${back.delayMs} * interval '1 millisecond'`,
      stage: back.stage,
      progress: null,
      ...(back.countsAsTry ? {} : { attempt: sql`greatest(${jobs.attempt} - 1, 0)` }),
    })
    .where(holdsLease(lease))
    .returning({ id: jobs.id });
  if (!row) return false;
  await ringFor(parts, lease.jobId, lease.claim, back.delayMs);
  return true;
}

/** A bell for one claim of one job; the sweeper rings should it fail. */
export async function ringFor(
  parts: JobParts,
  jobId: string,
  claim: number,
  delayMs = 0,
): Promise<void> {
  const bell = { id: `${jobId}-${claim}`, ...(delayMs > 0 ? { delayMs } : {}) };
  try {
    await parts.queue.ring([bell]);
  } catch (error) {
    parts.log.warn({ err: error, jobId }, 'The queue did not take a job; the sweeper will.');
  }
}
