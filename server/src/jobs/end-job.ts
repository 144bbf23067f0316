import type { EventData, JobDefinition, Tx } from '@lumiku/app-kit';
import type { Fault } from '@lumiku/contract';
import { type SQL, sql } from 'drizzle-orm';
import { isPassingDatabaseError } from './job-faults.ts';
import { endedJobRef, type JobParts, type JobRow, jobRef } from './job-parts.ts';
import { jobs } from './tables.ts';

export type Ending =
  | { state: 'completed'; result: unknown }
  | { state: 'failed'; fault: Fault }
  | { state: 'cancelled' };

/** Heard by every worker: the job with this id is no longer theirs. */
export const STOP_CHANNEL = 'lumiku_job_stops';

/**
 * Ends a job in the caller's transaction: its row, its hold, its app's rows and the durable event, all or nothing.
 * @param condition what must still be true of the row; the one UPDATE decides every race.
 * @returns the row as it ended, or null when the condition no longer held.
 */
export async function endJob(
  parts: JobParts,
  tx: Tx,
  condition: SQL | undefined,
  ending: Ending,
): Promise<JobRow | null> {
  const [row] = await tx
    .update(jobs)
    .set({
      state: ending.state,
      endedAt: sql`clock_timestamp()`,
      leaseOwner: null,
      leaseUntil: null,
      ticket: null,
      stage: null,
      errorCode: ending.state === 'failed' ? ending.fault.code : null,
      errorMessage: ending.state === 'failed' ? ending.fault.message : null,
    })
    .where(condition)
    .returning();
  if (!row) return null;
  await settleHold(parts, tx, row, ending);
  const definition = parts.kinds.find(row.kind);
  if (definition) {
    await parts.events.publish(tx, {
      type: `${definition.subject}.${ending.state}`,
      userId: row.userId,
      subject: row.id,
      data: await tellApp(definition, tx, row, ending),
    });
  }
  return row;
}

/**
 * Ends a job as failed in a transaction of its own, also when its app cannot take the news: an app's bug must not keep
 * credits held and work running in circles for ever.
 */
export async function failJob(
  parts: JobParts,
  condition: SQL | undefined,
  fault: Fault,
  inTheSame: (tx: Tx, row: JobRow) => Promise<void> = async () => undefined,
): Promise<JobRow | null> {
  const end = (how: JobParts) =>
    parts.db.transaction(async (tx) => {
      const row = await endJob(how, tx, condition, { state: 'failed', fault });
      if (row) await inTheSame(tx, row);
      return row;
    });
  try {
    return await end(parts);
  } catch (error) {
    if (isPassingDatabaseError(error)) throw error;
    parts.log.error(
      { err: error },
      'An app could not note the failure of its work; ended without it.',
    );
    return end({ ...parts, kinds: { ...parts.kinds, find: () => undefined } });
  }
}

/** Money before the app's rows: the account's lock comes first everywhere. */
export async function settleHold(
  parts: JobParts,
  tx: Tx,
  row: JobRow,
  ending: { state: Ending['state'] },
): Promise<void> {
  if (row.holdId === null) return;
  if (ending.state === 'completed') await parts.holds.captureHold(tx, row.holdId);
  else await parts.holds.releaseHold(tx, row.holdId);
}

async function tellApp(
  definition: JobDefinition,
  tx: Tx,
  row: JobRow,
  ending: Ending,
): Promise<EventData> {
  switch (ending.state) {
    case 'completed':
      return definition.onCompleted(tx, jobRef(definition, row), ending.result);
    case 'failed':
      return definition.onFailed(tx, endedJobRef(definition, row), ending.fault);
    case 'cancelled':
      return definition.onCancelled(tx, endedJobRef(definition, row));
  }
}

/** Tells the worker that runs it, wherever it is, when the caller's transaction commits. */
export async function sendStop(tx: Tx, jobId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${STOP_CHANNEL}, ${jobId})`);
}
