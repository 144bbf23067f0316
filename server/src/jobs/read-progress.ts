import type { Database, JobProgress } from '@lumiku/app-kit';
import type { QueueAhead } from '@lumiku/contract';
import { inArray, sql } from 'drizzle-orm';
import { INTERACTIVE_RANK, PRIORITY_RANK } from './submit-job.ts';
import { jobs } from './tables.ts';

/** How far each job is; one query for all, and one more for places in line when some wait. */
export async function readProgress(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, JobProgress>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: jobs.id, state: jobs.state, progress: jobs.progress, stage: jobs.stage })
    .from(jobs)
    .where(inArray(jobs.id, [...ids]));
  const waiting = rows.filter((row) => row.state === 'pending').map((row) => row.id);
  const places = await readPlaces(db, waiting);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        state: row.state,
        fraction: row.progress,
        stage: row.stage,
        position: places.get(row.id)?.position ?? null,
        ahead: places.get(row.id)?.ahead ?? null,
      },
    ]),
  );
}

export interface Place {
  position: number;
  ahead: QueueAhead;
}

/** Windows over the one line (and the one of interactive work): everything of an earlier row is what waits before it. */
export async function readPlaces(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{
    id: string;
    position: number;
    own: number;
    priority: number;
  }>(sql`
    SELECT id, position, own, priority - own_priority AS priority FROM (
      SELECT id,
        (row_number() OVER line)::int AS position,
        (row_number() OVER line_of_one - 1)::int AS own,
        (count(*) FILTER (WHERE rank = ${PRIORITY_RANK}) OVER before)::int AS priority,
        (count(*) FILTER (WHERE rank = ${PRIORITY_RANK}) OVER before_of_one)::int AS own_priority
      FROM jobs WHERE state = 'pending'
      WINDOW
        line AS (PARTITION BY rank = ${INTERACTIVE_RANK} ORDER BY rank, turn, created_at, id),
        line_of_one AS (
          PARTITION BY rank = ${INTERACTIVE_RANK}, user_id ORDER BY rank, turn, created_at, id
        ),
        before AS (line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        before_of_one AS (line_of_one ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ) AS places
    WHERE ${inArray(sql`id`, [...ids])}`);
  return new Map(
    rows.map(({ id, position, own, priority }) => [
      id,
      { position, ahead: { own, priority, others: position - 1 - own - priority } },
    ]),
  );
}
