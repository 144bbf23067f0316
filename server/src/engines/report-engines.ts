import type { Database } from '@lumiku/app-kit';
import {
  type EngineCheckReport,
  type EngineHealth,
  EngineKindName,
  type EngineKindReport,
  type EngineReport,
  type Words,
} from '@lumiku/contract';
import { capabilityOf, type Engine, type EngineCapability } from '@lumiku/engines/engine';
import { desc, eq, sql } from 'drizzle-orm';
import type { Attempts } from './attempts.ts';
import type { BreakerState } from './breaker.ts';
import { chooseEngines, type RoutingRules } from './choose-engines.ts';
import { refusedModels } from './licence-policy.ts';
import { engineAttempts } from './tables.ts';

/** An engine there is, configured or not. */
export interface KnownEngine {
  readonly id: string;
  readonly title: string;
  readonly about: Words;
  readonly needs: readonly { readonly env: string }[];
}

export interface ReportParts {
  readonly db: Database;
  readonly engines: readonly Engine[];
  readonly known: readonly KnownEngine[];
  readonly rules: RoutingRules;
  readonly attempts: Attempts;
  readonly lastCheck: (engineId: string) => Promise<EngineCheckReport | null>;
}

/** Every engine there is: what it can do, how it has been, what it cost. Configured ones first, in the order they are asked. */
export async function reportEngines(parts: ReportParts): Promise<EngineReport[]> {
  const configured = await Promise.all(parts.engines.map((engine) => reportOne(parts, engine)));
  const others = parts.known.filter(({ id }) => !parts.engines.some((engine) => engine.id === id));
  return [
    ...configured.toSorted(byPlace),
    ...others.map((known) => ({
      ...aboutOf(known),
      ...{ health: null, kinds: [], lastFault: null, lastCheck: null, week: NOTHING },
    })),
  ];
}

const NO_WORDS: Words = { en: '', id: '' };
const NOTHING = { made: 0, failed: 0, medianMs: null, slowMs: null, costUsd: 0, running: 0 };

const aboutOf = ({ id, title, about, needs }: KnownEngine) => ({
  ...{ id, title, about, settings: needs.map(({ env }) => env) },
});

/** As they are asked: by their best place for anything; who is asked for nothing comes last. */
const byPlace = (a: EngineReport, b: EngineReport): number => bestPlace(a) - bestPlace(b);
const bestPlace = ({ kinds }: EngineReport): number =>
  Math.min(...kinds.map(({ place }) => place ?? Number.POSITIVE_INFINITY));

async function reportOne(parts: ReportParts, engine: Engine): Promise<EngineReport> {
  const known = parts.known.find(({ id }) => id === engine.id);
  const [health, week, lastFault, lastCheck] = await Promise.all([
    parts.attempts.health(engine.id),
    weekOf(parts.db, engine.id),
    lastFaultOf(parts.db, engine.id),
    parts.lastCheck(engine.id),
  ]);
  return {
    ...aboutOf(known ?? { about: NO_WORDS, needs: [], ...{ id: engine.id, title: engine.title } }),
    ...{ health: healthOf(health), week, lastFault, lastCheck },
    kinds: EngineKindName.options.flatMap((kind) => {
      const can = capabilityOf(engine, kind);
      return can ? [kindReport(parts, engine, can)] : [];
    }),
  };
}

/** What one engine can do of one kind, with its place among those that are asked. */
export function kindReport(
  parts: Pick<ReportParts, 'engines' | 'rules'>,
  engine: Engine,
  can: EngineCapability,
): EngineKindReport {
  const order = chooseEngines(parts.engines, can.kind, parts.rules);
  const place = order.findIndex((candidate) => candidate.engine.id === engine.id);
  return {
    ...{ kind: can.kind, longestSidePx: can.longestSidePx, isAi: can.isAi },
    ...{ place: place === -1 ? null : place + 1, takesSeed: can.takesSeed },
    ...{ keepsIdentity: can.keepsIdentity ?? false, reportsProgress: can.reportsProgress },
    ...{ sendsPreviews: can.sendsPreviews, cancels: can.cancels, costUsd: can.costUsd },
    lora: can.lora ? { model: can.lora.model, scale: can.lora.scale } : null,
    models: can.models.map(({ id, part, licence }) => ({ id, part, licence })),
    refusedModels: refusedModels(can, parts.rules).map(({ id }) => id),
  };
}

function healthOf(state: BreakerState): EngineHealth {
  if (state.state === 'closed') return { state: 'well', until: null, why: null };
  if (state.state === 'open')
    return { state: 'resting', until: state.until.toISOString(), why: state.why };
  return { state: 'trying', until: null, why: state.why };
}

/** In one pass over the week's attempts; the index leads by engine and time. */
async function weekOf(db: Database, engineId: string): Promise<EngineReport['week']> {
  const a = engineAttempts;
  const isMade = sql`${a.outcome} = 'made'`;
  const [row] = await db
    .select({
      made: sql<number>`count(*) FILTER (WHERE ${isMade})::int`,
      failed: sql<number>`count(*) FILTER (WHERE ${a.outcome} NOT IN ('made', 'stopped'))::int`,
      running: sql<number>`count(*) FILTER (WHERE ${a.endedAt} IS NULL AND ${a.submittedAt} > now() - interval '1 hour')::int`,
      medianMs: sql<
        number | null
      >`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${a.tookMs}) FILTER (WHERE ${isMade})`,
      slowMs: sql<
        number | null
      >`percentile_cont(0.95) WITHIN GROUP (ORDER BY ${a.tookMs}) FILTER (WHERE ${isMade})`,
      costUsd: sql<number>`coalesce(sum(${a.costUsd}), 0)::float8`,
    })
    .from(a)
    .where(sql`${a.engineId} = ${engineId} AND ${a.submittedAt} > now() - interval '7 days'`);
  return row ?? NOTHING;
}

async function lastFaultOf(db: Database, engineId: string): Promise<EngineReport['lastFault']> {
  const [row] = await db
    .select()
    .from(engineAttempts)
    .where(
      sql`${eq(engineAttempts.engineId, engineId)} AND ${engineAttempts.endedAt} IS NOT NULL AND ${engineAttempts.outcome} NOT IN ('made', 'stopped')`,
    )
    .orderBy(desc(engineAttempts.submittedAt))
    .limit(1);
  if (!row?.outcome || !row.endedAt) return null;
  return { kind: row.outcome, said: row.said, at: row.endedAt.toISOString() };
}

/** Models that may be used commercially, of every configured engine: what would do where one is refused. */
export function commercialModels(
  engines: readonly Engine[],
  kind: EngineCapability['kind'],
): string[] {
  const allowed = engines.flatMap((engine) =>
    engine.capabilities
      .filter((can) => can.kind === kind)
      .flatMap((can) => can.models)
      .filter(({ licence }) => licence.isCommercialUseAllowed === true)
      .map(({ id }) => `${id} (${engine.title})`),
  );
  return [...new Set(allowed)];
}
