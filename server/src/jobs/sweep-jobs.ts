/**
 * What a crash, a wiped queue or a long line leaves behind. Runs in every worker process every few seconds; a lock
 * lets only one do it at a time.
 */
import { and, eq, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { failJob, sendStop } from './end-job.ts';
import { jobInterrupted } from './job-faults.ts';
import type { JobParts } from './job-parts.ts';
import { NORMAL_RANK, PRIORITY_RANK, TURN_LENGTH } from './submit-job.ts';
import { jobs } from './tables.ts';

/** Key of `pg_try_advisory_xact_lock`. */
const SWEEP_LOCK = 1_003;
const RING_MAX = 500;
/** Work of an app that is not there any more waits this long for its return. */
const UNKNOWN_KIND_DAYS = 1;
const ENDED_KEPT_DAYS = 30;

export interface SweepOptions {
  /** This process knows that no other worker lives, so that every lease is a dead one's. */
  areAllLeasesDead: boolean;
  /** Normal work that waited this long goes in line with priority work. */
  agedAfterMs: number;
}

/** @returns false when another process is at it. */
export async function sweepJobs(parts: JobParts, options: SweepOptions): Promise<boolean> {
  return parts.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}) AS mine`,
    );
    if (rows[0]?.mine !== true) return false;
    await takeBackLeases(parts, options);
    await endHopeless(parts, options);
    await promoteAged(parts, options.agedAfterMs);
    await ringForgotten(parts);
    await parts.db
      .delete(jobs)
      .where(lt(jobs.endedAt, sql`clock_timestamp() - ${ENDED_KEPT_DAYS} * interval '1 day'`));
    return true;
  });
}

const isDead = (options: SweepOptions): SQL | undefined =>
  and(
    eq(jobs.state, 'processing'),
    options.areAllLeasesDead ? undefined : lt(jobs.leaseUntil, sql`clock_timestamp()`),
  );

async function takeBackLeases(parts: JobParts, options: SweepOptions): Promise<void> {
  const taken = await parts.db
    .update(jobs)
    .set({ state: 'pending', leaseOwner: null, leaseUntil: null, stage: 'waiting', progress: null })
    .where(and(isDead(options), lt(jobs.attempt, jobs.attemptsMax)))
    .returning({ id: jobs.id });
  if (taken.length > 0) {
    parts.log.warn({ jobIds: taken.map((row) => row.id) }, 'Took work back from a dead worker.');
  }
}

async function endHopeless(parts: JobParts, options: SweepOptions): Promise<void> {
  const hopeless = or(
    isDead(options),
    and(
      eq(jobs.state, 'pending'),
      notInArray(jobs.kind, parts.kinds.names()),
      lt(jobs.createdAt, sql`clock_timestamp() - ${UNKNOWN_KIND_DAYS} * interval '1 day'`),
    ),
  );
  const found = await parts.db.select({ id: jobs.id }).from(jobs).where(hopeless);
  for (const { id } of found) {
    await failJob(parts, and(eq(jobs.id, id), hopeless), jobInterrupted(), (tx) =>
      sendStop(tx, id),
    );
    parts.log.error({ jobId: id }, 'Gave up work that never came to an end.');
  }
}

/** Strict priority alone could keep normal work waiting for ever. Each person's aged jobs still spread over turns. */
async function promoteAged(parts: JobParts, agedAfterMs: number): Promise<void> {
  await parts.db.execute(sql`
    UPDATE jobs SET rank = ${PRIORITY_RANK}, turn = aged.turn
    FROM (
      SELECT id, (SELECT virtual_time FROM job_turns WHERE rank = ${PRIORITY_RANK})
        + ${TURN_LENGTH} * row_number() OVER (PARTITION BY user_id ORDER BY turn, created_at) AS turn
      FROM jobs
      WHERE state = 'pending' AND rank = ${NORMAL_RANK}
        AND created_at < clock_timestamp() - ${agedAfterMs} * interval '1 millisecond'
    ) AS aged
    WHERE jobs.id = aged.id AND jobs.state = 'pending'`);
}

/**
 * There should be at least one bell per job that could be claimed. Bells of their own, not the ones of the claims: a
 * bell of that name may be in a worker's hands, answered for another job.
 */
async function ringForgotten(parts: JobParts): Promise<void> {
  const runnable = and(
    eq(jobs.state, 'pending'),
    lt(jobs.runAfter, sql`clock_timestamp()`),
    inArray(jobs.kind, parts.kinds.names()),
  );
  const count = await parts.db.$count(jobs, runnable);
  if (count === 0 || (await parts.queue.waiting()) >= count) return;
  const rows = await parts.db.select({ id: jobs.id }).from(jobs).where(runnable).limit(RING_MAX);
  const sweep = Date.now().toString(36);
  await parts.queue.ring(rows.map((row) => ({ id: `${row.id}-swept-${sweep}` })));
}
