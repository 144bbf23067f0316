import type { Tx } from '@lumiku/app-kit';
import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { failJob } from './end-job.ts';
import { faultOfWork, isPassingDatabaseError } from './job-faults.ts';
import type { JobParts, JobRow } from './job-parts.ts';
import { jobRef } from './job-parts.ts';
import { INTERACTIVE_RANK } from './submit-job.ts';
import { jobs, jobTurns } from './tables.ts';

/** Two lines that do not wait for each other: work, and what a person waits in front of. */
export type Lane = 'work' | 'interactive';

export interface ClaimedJob {
  readonly row: JobRow;
  /** Proof of the lease: this owner and this claim, and no other. */
  readonly lease: Lease;
}

export interface Lease {
  readonly jobId: string;
  readonly owner: string;
  readonly claim: number;
}

/**
 * Takes the next job of a lane whose time has come, in the order the table says, and tells its app and its person that it
 * began. SKIP LOCKED lets any number of workers claim at once without waiting for each other.
 * Work that cannot even begin (its payload is unreadable, its app refuses) fails at once and the next one is taken.
 * @returns null when there is nothing to do.
 */
export async function claimJob(
  parts: JobParts,
  owner: string,
  lane: Lane,
): Promise<ClaimedJob | null> {
  while (true) {
    let taken: JobRow | undefined;
    try {
      const claimed = await takeNext(parts, owner, lane, (row) => {
        taken = row;
      });
      if (claimed) {
        const { rank, turn } = claimed.row;
        parts.turnsKnown.set(rank, Math.max(turn, parts.turnsKnown.get(rank) ?? turn));
      }
      return claimed;
    } catch (error) {
      if (taken === undefined || isPassingDatabaseError(error)) throw error;
      parts.log.error({ err: error, jobId: taken.id, kind: taken.kind }, 'A job could not begin.');
      // Everything was rolled back: the job is pending again, and its claim not counted.
      const isStillIt = and(
        eq(jobs.id, taken.id),
        eq(jobs.state, 'pending'),
        eq(jobs.claims, taken.claims - 1),
      );
      await failJob(parts, isStillIt, faultOfWork(error));
    }
  }
}

/** Whether a claim in this lane would find something now: one question, no transaction. */
export async function isWaiting(parts: JobParts, lane: Lane): Promise<boolean> {
  const { rows } = await parts.db.execute(
    sql`SELECT 1 FROM jobs WHERE ${claimable(parts, lane)} LIMIT 1`,
  );
  return rows.length > 0;
}

function claimable(parts: JobParts, lane: Lane): SQL {
  const isInLane =
    lane === 'interactive' ? sql`rank = ${INTERACTIVE_RANK}` : sql`rank < ${INTERACTIVE_RANK}`;
  return sql`state = 'pending' AND ${isInLane} AND run_after <= clock_timestamp()
    AND ${inArray(jobs.kind, parts.kinds.names())}`;
}

async function takeNext(
  parts: JobParts,
  owner: string,
  lane: Lane,
  onTaken: (row: JobRow) => void,
): Promise<ClaimedJob | null> {
  return parts.db.transaction(async (tx) => {
    const [row] = await tx
      .update(jobs)
      .set({
        state: 'processing',
        leaseOwner: owner,
        leaseUntil: sql`clock_timestamp() + ${parts.leaseMs} * interval '1 millisecond'`,
        attempt: sql`${jobs.attempt} + 1`,
        claims: sql`${jobs.claims} + 1`,
        startedAt: sql`coalesce(${jobs.startedAt}, clock_timestamp())`,
        stage: null,
        progress: null,
      })
      .where(
        eq(
          jobs.id,
          sql`(SELECT id FROM jobs
               WHERE ${claimable(parts, lane)}
               ORDER BY rank, turn, created_at, id
               LIMIT 1 FOR UPDATE SKIP LOCKED)`,
        ),
      )
      .returning();
    if (!row) return null;
    onTaken(row);
    const definition = parts.kinds.get(row.kind);
    const data = await definition.onStarted(tx, jobRef(definition, row));
    if (row.attempt === 1) {
      await parts.events.publish(tx, {
        type: `${definition.subject}.started`,
        userId: row.userId,
        subject: row.id,
        data,
      });
    }
    if (row.turn > (parts.turnsKnown.get(row.rank) ?? -1)) await advanceTurns(tx, row);
    return { row, lease: { jobId: row.id, owner, claim: row.claims } };
  });
}

/** Last in the transaction: every claim of a later turn writes this one row, and waits for the commit before it. */
async function advanceTurns(tx: Tx, row: JobRow): Promise<void> {
  await tx
    .update(jobTurns)
    .set({ virtualTime: row.turn })
    .where(and(eq(jobTurns.rank, row.rank), lt(jobTurns.virtualTime, row.turn)));
}

/** Condition under which a worker may still change its job. */
export function holdsLease(lease: Lease) {
  return and(
    eq(jobs.id, lease.jobId),
    eq(jobs.state, 'processing'),
    eq(jobs.leaseOwner, lease.owner),
    eq(jobs.claims, lease.claim),
  );
}
