import type { JobDefinition, SubmitJob, Tx } from '@lumiku/app-kit';
import { sql } from 'drizzle-orm';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

export const PRIORITY_RANK = 0;
export const NORMAL_RANK = 1;
/** Work a person waits in front of: a line of its own with workers of its own (see `work-jobs.ts`). */
export const INTERACTIVE_RANK = 2;

/** Lock class of `pg_advisory_xact_lock`: turns of one person. */
const TURN_LOCK = 1_002;

/**
 * Writes a job and its hold in the caller's transaction.
 *
 * Turns are start-time fair queueing (Goyal, Vin, Cheng 1996) with people as flows: a job's turn is one more than the
 * later of the rank's virtual time (the highest turn ever claimed) and the person's last waiting turn. A hundred jobs
 * of one person spread over a hundred turns; a newcomer's first job comes right after what is being served.
 * @throws Fault INSUFFICIENT_CREDITS (402)
 */
export async function submitJob(parts: JobParts, tx: Tx, job: SubmitJob): Promise<void> {
  const { userId, reference, priceCredits: amount } = job;
  checkPrice(parts, job);
  const holdId =
    amount > 0 ? (await parts.holds.placeHold(tx, { userId, amount, reference })).holdId : null;
  if (holdId === null) await lockTurns(tx, userId);
  await writeJob(parts, tx, job, holdId);
}

/** Several jobs of one person and one hold of all their prices. @throws Fault INSUFFICIENT_CREDITS (402) */
export async function submitJobs(
  parts: JobParts,
  tx: Tx,
  batch: { reference: string; jobs: readonly SubmitJob[] },
): Promise<void> {
  const [first] = batch.jobs;
  if (!first) return;
  const { userId } = first;
  for (const job of batch.jobs) {
    if (job.userId !== userId) throw new Error('jobs under one hold must be of one person');
    checkPrice(parts, job);
  }
  const shares = batch.jobs
    .filter((job) => job.priceCredits > 0)
    .map((job) => ({ reference: job.reference, amount: job.priceCredits }));
  const holds =
    shares.length === 0
      ? new Map<string, string>()
      : await parts.holds.placeSharedHold(tx, { userId, reference: batch.reference, shares });
  if (shares.length === 0) await lockTurns(tx, userId);
  for (const job of batch.jobs) await writeJob(parts, tx, job, holds.get(job.reference) ?? null);
}

function checkPrice(parts: JobParts, job: SubmitJob): void {
  const { paidFrom, isInteractive } = parts.kinds.get(job.kind);
  if (job.priceCredits > 0 && (paidFrom.length === 0 || isInteractive)) {
    throw new Error(`"${job.kind}" says it is free, but was submitted with a price.`);
  }
}

async function writeJob(
  parts: JobParts,
  tx: Tx,
  job: SubmitJob,
  holdId: string | null,
): Promise<void> {
  const definition = parts.kinds.get(job.kind);
  const rank = rankOf(definition, job);
  await tx
    .insert(jobs)
    .values({
      id: job.id,
      kind: job.kind,
      userId: job.userId,
      payload: definition.payload.parse(job.payload),
      price: job.priceCredits,
      holdId,
      rank,
      turn: sql`1 + greatest(
        (SELECT virtual_time FROM job_turns WHERE rank = ${rank}),
        (SELECT max(turn) FROM jobs WHERE state = 'pending' AND user_id = ${job.userId} AND rank = ${rank})
      )`,
      attemptsMax: definition.attemptsMax,
    })
    .onConflictDoNothing();
  parts.onStep('job.written');
}

function rankOf(definition: JobDefinition, job: SubmitJob): number {
  if (definition.isInteractive) return INTERACTIVE_RANK;
  return job.isPriority ? PRIORITY_RANK : NORMAL_RANK;
}

/** A hold locks the person's account; free work takes this instead, so that two submits at once do not get one turn. */
async function lockTurns(tx: Tx, userId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${TURN_LOCK}::int, hashtext(${userId}))`);
}
