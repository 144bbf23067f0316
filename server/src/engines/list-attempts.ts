import type { Database } from '@lumiku/app-kit';
import type { EngineAttempt, PageMeta } from '@lumiku/contract';
import { and, count, desc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import { engineAttempts } from './tables.ts';

interface Filter {
  engine?: string | undefined;
  outcome?: 'made' | 'failed' | 'running' | 'stopped' | undefined;
  limit: number;
  offset: number;
}

/** Attempts, newest first. */
export async function listAttempts(
  db: Database,
  { engine, outcome, limit, offset }: Filter,
): Promise<{ data: EngineAttempt[]; meta: PageMeta }> {
  const isWanted = and(
    engine === undefined ? undefined : eq(engineAttempts.engineId, engine),
    outcomeIs(outcome),
  );
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(engineAttempts)
      .where(isWanted)
      .orderBy(desc(engineAttempts.submittedAt), desc(engineAttempts.id))
      .limit(limit)
      .offset(offset),
    db.select({ total: count() }).from(engineAttempts).where(isWanted),
  ]);
  const total = counted?.total ?? 0;
  return {
    data: rows.map(viewAttempt),
    meta: { total, limit, offset, hasMore: offset + limit < total },
  };
}

function outcomeIs(outcome: Filter['outcome']) {
  if (outcome === undefined) return undefined;
  if (outcome === 'running') return isNull(engineAttempts.endedAt);
  if (outcome !== 'failed') return eq(engineAttempts.outcome, outcome);
  return and(
    isNotNull(engineAttempts.endedAt),
    notInArray(engineAttempts.outcome, ['made', 'stopped']),
  );
}

function viewAttempt(row: typeof engineAttempts.$inferSelect): EngineAttempt {
  const { acceptedAt: _, retryAfterSeconds: __, submittedAt, endedAt, ...rest } = row;
  return {
    ...rest,
    submittedAt: submittedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
