import type { Database, JobProgress } from '@lumiku/app-kit';
import { inArray, sql } from 'drizzle-orm';
import { INTERACTIVE_RANK } from './submit-job.ts';
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
  const positions = await readPositions(db, waiting);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        state: row.state,
        fraction: row.progress,
        stage: row.stage,
        position: positions.get(row.id) ?? null,
      },
    ]),
  );
}

async function readPositions(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; position: number }>(sql`
    SELECT id, position FROM (
      SELECT id, row_number() OVER (
        PARTITION BY rank = ${INTERACTIVE_RANK} ORDER BY rank, turn, created_at, id
      )::int AS position
      FROM jobs WHERE state = 'pending'
    ) AS line
    WHERE ${inArray(sql`id`, [...ids])}`);
  return new Map(rows.map((row) => [row.id, row.position]));
}
