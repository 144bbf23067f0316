import type { JobDefinition, SubmitJob, Tx } from '@lumiku/app-kit';
import { Tier } from '@lumiku/contract';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { users } from '../accounts/tables.ts';
import { tooManyJobs } from './job-faults.ts';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

export const PRIORITY_RANK = 0;
export const NORMAL_RANK = 1;
/** Work a person waits in front of: a line of its own with workers of its own (see `work-jobs.ts`). */
export const INTERACTIVE_RANK = 2;

/** Lock class of `pg_advisory_xact_lock`: turns of one person. */
const TURN_LOCK = 1_002;

/** Length of a turn of weight 1; every weight up to it gets a whole number. */
export const TURN_LENGTH = 60;

/**
 * Writes a job and its hold in the caller's transaction.
 *
 * Turns are self-clocked fair queueing (Golestani 1994) with people as flows: a job's turn comes `TURN_LENGTH / weight`
 * after the later of the rank's virtual time (the highest turn ever claimed) and the person's last waiting turn. A
 * hundred jobs of one person spread over a hundred turns; a newcomer's first job comes right after what is being
 * served; a person of weight 2 gets two turns while others get one.
 * @throws Fault INSUFFICIENT_CREDITS (402), JOBS_TOO_MANY (429)
 */
export async function submitJob(parts: JobParts, tx: Tx, job: SubmitJob): Promise<void> {
  const { userId, reference, priceCredits: amount } = job;
  checkPrice(parts, job);
  const holdId =
    amount > 0 ? (await parts.holds.placeHold(tx, { userId, amount, reference })).holdId : null;
  const weight = await admit(parts, tx, userId, [job]);
  await writeJob(parts, tx, job, { holdId, weight });
}

/** Several jobs of one person and one hold of all their prices. @throws Fault as `submitJob` */
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
  const weight = await admit(parts, tx, userId, batch.jobs);
  for (const job of batch.jobs) {
    await writeJob(parts, tx, job, { holdId: holds.get(job.reference) ?? null, weight });
  }
}

/**
 * Whether the person may have these jobs on top of what they have. Locks the person's turns (after their account), so
 * that of two submits at once the second counts the first and comes after it. @returns the weight of their turns
 */
async function admit(
  parts: JobParts,
  tx: Tx,
  userId: string,
  wanted: readonly SubmitJob[],
): Promise<number> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${TURN_LOCK}::int, hashtext(${userId}))`);
  const isInFlight = and(
    eq(jobs.userId, users.id),
    inArray(jobs.state, ['pending', 'processing']),
    lt(jobs.rank, INTERACTIVE_RANK),
  );
  const [person] = await tx
    .select({ tier: users.tier, inFlight: tx.$count(jobs, isInFlight) })
    .from(users)
    .where(eq(users.id, userId));
  const { jobsInFlight: limit, queueWeight } = parts.tiers[Tier.catch('free').parse(person?.tier)];
  const more = wanted.filter((job) => !parts.kinds.get(job.kind).isInteractive).length;
  const inFlight = person?.inFlight ?? 0;
  if (more > 0 && inFlight + more > limit) throw tooManyJobs({ limit, inFlight, more });
  return queueWeight;
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
  { holdId, weight }: { holdId: string | null; weight: number },
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
      turn: sql`${Math.round(TURN_LENGTH / weight)}::bigint + greatest(
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
