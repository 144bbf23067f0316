import type { SubmitJob, Tx } from '@lumiku/app-kit';
import { sql } from 'drizzle-orm';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

export const PRIORITY_RANK = 0;
export const NORMAL_RANK = 1;

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
  const definition = parts.kinds.get(job.kind);
  if (job.priceCredits > 0 && definition.paidFrom.length === 0) {
    throw new Error(`"${job.kind}" says it is free, but was submitted with a price.`);
  }
  const payload = definition.payload.parse(job.payload);
  const holdId = await placeHold(parts, tx, job);
  const rank = job.isPriority ? PRIORITY_RANK : NORMAL_RANK;
  await tx
    .insert(jobs)
    .values({
      id: job.id,
      kind: job.kind,
      userId: job.userId,
      payload,
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

/** Both ways serialise one person's submits, so that two at once do not get the same turn. */
async function placeHold(parts: JobParts, tx: Tx, job: SubmitJob): Promise<string | null> {
  if (job.priceCredits > 0) {
    const { holdId } = await parts.holds.placeHold(tx, {
      userId: job.userId,
      amount: job.priceCredits,
      reference: job.reference,
    });
    return holdId;
  }
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${TURN_LOCK}::int, hashtext(${job.userId}))`);
  return null;
}
