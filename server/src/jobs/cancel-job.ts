import type { Tx } from '@lumiku/app-kit';
import { and, eq, inArray } from 'drizzle-orm';
import { endJob, sendStop, settleHold } from './end-job.ts';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

const unfinished = (id: string) =>
  and(eq(jobs.id, id), inArray(jobs.state, ['pending', 'processing']));

/** Ends unfinished work at once. The worker hears of it; even one that does not can no longer deliver. */
export async function cancelJob(parts: JobParts, id: string): Promise<boolean> {
  return parts.db.transaction(async (tx) => {
    const row = await endJob(parts, tx, unfinished(id), { state: 'cancelled' });
    if (row) await sendStop(tx, id);
    return row !== null;
  });
}

/** Removes jobs with their subjects: unfinished work gives its hold back, and nobody is told but the worker. */
export async function forgetJobs(parts: JobParts, tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // All job rows before the first account, in one order: two that forget, or one and a worker, cannot deadlock.
  const rows = await tx
    .select()
    .from(jobs)
    .where(inArray(jobs.id, [...ids]))
    .orderBy(jobs.id)
    .for('update');
  for (const row of rows) {
    if (row.state !== 'pending' && row.state !== 'processing') continue;
    await settleHold(parts, tx, row, { state: 'cancelled' });
    await sendStop(tx, row.id);
  }
  if (rows.length === 0) return;
  await tx.delete(jobs).where(
    inArray(
      jobs.id,
      rows.map((row) => row.id),
    ),
  );
}
