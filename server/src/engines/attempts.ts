import type { Database } from '@lumiku/app-kit';
import type { EngineCapability, EngineFault } from '@lumiku/engines/engine';
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { type BreakerState, breakerState } from './breaker.ts';
import { engineAttempts } from './tables.ts';

/** The book of every time an engine was asked. */
export interface Attempts {
  /** Before the engine is called. */
  begin(attempt: BegunAttempt): Promise<void>;
  /** Ends it once; a second end changes nothing. */
  end(key: string, how: AttemptEnd): Promise<void>;
  health(engineId: string): Promise<BreakerState>;
  /** Forgets what is older than the reports reach. */
  sweep(): Promise<void>;
}

export interface BegunAttempt {
  readonly key: string;
  /** Null for the operator's own check. */
  readonly jobId: string | null;
  readonly engineId: string;
  readonly can: EngineCapability;
  readonly submittedAt: Date;
}

export interface AttemptEnd {
  readonly outcome: 'made' | 'stopped' | EngineFault;
  readonly acceptedAt: Date | null;
  readonly costUsd: number | null;
}

/** The breaker never looks further back. */
const RECENT = 24;
const KEPT_DAYS = 90;
const SAID_MAX = 500;

export function createAttempts(db: Database): Attempts {
  return {
    async begin({ key, jobId, engineId, can, submittedAt }) {
      const model = can.models.find(({ part }) => part === 'base')?.id ?? can.models[0]?.id ?? null;
      await db
        .insert(engineAttempts)
        .values({ id: key, jobId, engineId, kind: can.kind, model, submittedAt });
    },
    async end(key, { outcome, acceptedAt, costUsd }) {
      const isFault = typeof outcome !== 'string';
      await db
        .update(engineAttempts)
        .set({
          outcome: isFault ? outcome.kind : outcome,
          said: isFault ? outcome.message.slice(0, SAID_MAX) : null,
          retryAfterSeconds: isFault ? ceil(outcome.retryAfterSeconds) : null,
          ...{ acceptedAt, costUsd, endedAt: sql`clock_timestamp()` },
          tookMs: sql`extract(epoch from clock_timestamp() - ${engineAttempts.submittedAt}) * 1000`,
        })
        .where(and(eq(engineAttempts.id, key), isNull(engineAttempts.endedAt)));
    },
    async health(engineId) {
      const recent = await db
        .select({
          submittedAt: engineAttempts.submittedAt,
          endedAt: engineAttempts.endedAt,
          outcome: engineAttempts.outcome,
          retryAfterSeconds: engineAttempts.retryAfterSeconds,
        })
        .from(engineAttempts)
        .where(eq(engineAttempts.engineId, engineId))
        .orderBy(desc(engineAttempts.submittedAt))
        .limit(RECENT);
      return breakerState(recent, new Date());
    },
    async sweep() {
      const old = sql`now() - ${KEPT_DAYS} * interval '1 day'`;
      await db.delete(engineAttempts).where(lt(engineAttempts.submittedAt, old));
    },
  };
}

const ceil = (seconds: number | undefined): number | null =>
  seconds === undefined ? null : Math.ceil(seconds);
