import type { Database } from '@lumiku/app-kit';
import {
  type QueueReport,
  type RunningJob,
  Tier,
  type WaitingJob,
  type WaitReason,
} from '@lumiku/contract';
import { asc, eq, sql } from 'drizzle-orm';
import { users } from '../accounts/tables.ts';
import { readPlaces } from './read-progress.ts';
import { INTERACTIVE_RANK, PRIORITY_RANK } from './submit-job.ts';
import { jobs } from './tables.ts';

const RUNNING_MAX = 200;

/** The whole queue as it stands: what runs, longest first, and the next ones that wait. */
export async function readQueueReport(
  db: Database,
  { limit, agedAfterMs }: { limit: number; agedAfterMs: number },
): Promise<QueueReport> {
  const running = await readState(db, 'processing', RUNNING_MAX);
  const pending = await readState(db, 'pending', limit);
  const places = await readPlaces(
    db,
    pending.map(({ job }) => job.id),
  );
  const now = Date.now();
  return {
    running: running.map(viewRunning),
    waiting: pending.flatMap((row) => {
      const place = places.get(row.job.id);
      // Taken up between the two questions: it no longer waits.
      return place ? [viewWaiting(row, place, { now, agedAfterMs })] : [];
    }),
    ...(await readSums(db)),
  };
}

type Row = Awaited<ReturnType<typeof readState>>[number];

/** Interactive work has a line and workers of its own, so it stands first: nothing here makes it wait. */
function readState(db: Database, state: 'pending' | 'processing', limit: number) {
  const order =
    state === 'processing'
      ? [asc(jobs.startedAt), asc(jobs.id)]
      : [
          sql`${jobs.rank} <> ${INTERACTIVE_RANK}`,
          asc(jobs.rank),
          asc(jobs.turn),
          asc(jobs.createdAt),
          asc(jobs.id),
        ];
  return db
    .select({ job: jobs, name: users.name, tier: users.tier })
    .from(jobs)
    .innerJoin(users, eq(users.id, jobs.userId))
    .where(eq(jobs.state, state))
    .orderBy(...order)
    .limit(limit);
}

function viewJob({ job, name, tier }: Row) {
  const { id, kind, price, attempt, createdAt } = job;
  const person = { id: job.userId, name, tier: Tier.catch('free').parse(tier) };
  return { id, kind, person, price, attempt, createdAt: createdAt.toISOString() };
}

function viewRunning(row: Row): RunningJob {
  const { startedAt, createdAt, engineId, progress } = row.job;
  return {
    ...viewJob(row),
    startedAt: (startedAt ?? createdAt).toISOString(),
    engine: engineId,
    progress,
  };
}

function viewWaiting(
  row: Row,
  place: { position: number; ahead: WaitingJob['ahead'] },
  when: { now: number; agedAfterMs: number },
): WaitingJob {
  const isRetry = row.job.runAfter.getTime() > when.now;
  return {
    ...viewJob(row),
    ...place,
    reason: isRetry ? 'retry' : reasonOf(row, when),
    notBefore: isRetry ? row.job.runAfter.toISOString() : null,
  };
}

/** Paid priority and long waiting share a rank; which of the two it is, the time it has waited tells. */
function reasonOf(
  { job }: Row,
  { now, agedAfterMs }: { now: number; agedAfterMs: number },
): WaitReason {
  if (job.rank === INTERACTIVE_RANK) return 'interactive';
  if (job.rank !== PRIORITY_RANK) return 'turn';
  return now - job.createdAt.getTime() > agedAfterMs ? 'aged' : 'priority';
}

async function readSums(db: Database): Promise<Omit<QueueReport, 'running' | 'waiting'>> {
  const { rows } = await db.execute<{
    waiting: number;
    longest: number | null;
    done: number;
    failed: number;
  }>(sql`
    SELECT
      count(*) FILTER (WHERE state = 'pending')::int AS waiting,
      extract(epoch FROM clock_timestamp() - min(created_at) FILTER (WHERE state = 'pending'))::float AS longest,
      count(*) FILTER (WHERE state = 'completed')::int AS done,
      count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM jobs WHERE state = 'pending' OR ended_at > clock_timestamp() - interval '1 day'`);
  const [sums] = rows;
  return {
    waitingTotal: sums?.waiting ?? 0,
    longestWaitSeconds: sums?.longest ?? null,
    doneInDay: sums?.done ?? 0,
    failedInDay: sums?.failed ?? 0,
  };
}
