import type { Tx } from '@lumiku/app-kit';
import { and, eq, inArray, sql } from 'drizzle-orm';
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

/** Removes a job with its subject: unfinished work gives its hold back, and nobody is told but the worker. */
export async function forgetJob(parts: JobParts, tx: Tx, id: string): Promise<void> {
  const [row] = await tx.select().from(jobs).where(eq(jobs.id, id)).for('update');
  if (!row) return;
  if (row.state === 'pending' || row.state === 'processing') {
    await settleHold(parts, tx, row, { state: 'cancelled' });
    await sendStop(tx, id);
  }
  await tx.delete(jobs).where(sql`${jobs.id} = ${id}`);
}
