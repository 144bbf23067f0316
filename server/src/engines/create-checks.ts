import type { Database, Log } from '@lumiku/app-kit';
import { EngineCheckReport, notFound } from '@lumiku/contract';
import type { Engine } from '@lumiku/engines/engine';
import { desc, eq, lt, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import type { Attempts } from './attempts.ts';
import { type CheckResult, checkEngine } from './check-engine.ts';
import { drawnPerson } from './draw-figure.ts';
import { engineChecks } from './tables.ts';

/** Checks of engines that an admin starts and watches; they run on where the page was left. */
export interface Checks {
  /** @returns the check's id at once; it runs on. @throws Fault NOT_FOUND */
  start(engineId: string): Promise<string>;
  read(id: string): Promise<EngineCheckReport | null>;
  last(engineId: string): Promise<EngineCheckReport | null>;
  picture(id: string): Promise<Uint8Array | null>;
  sweep(): Promise<void>;
  /** Stops what runs. */
  close(): Promise<void>;
}

const PICTURE_PX = 640;
const KEPT_DAYS = 30;
const TIMEOUT_MS = 10 * 60_000;
/** A check that says nothing for this long was lost with its process. */
const LOST_MINUTES = 15;

const Report = z.object({
  steps: EngineCheckReport.shape.steps,
  tookMs: z.number().nullable(),
  sizeBytes: z.number().nullable(),
  costUsd: z.number().nullable(),
});
type Row = Omit<typeof engineChecks.$inferSelect, 'webp'> & { hasPicture: boolean };

export function createChecks(deps: {
  db: Database;
  engines: readonly Engine[];
  attempts: Attempts;
  log: Log;
}): Checks {
  const { db, engines, attempts, log } = deps;
  const closing = new AbortController();
  const running = new Set<Promise<void>>();

  async function run(id: string, engine: Engine): Promise<void> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const local = engines.find((one) => one.id === 'local') ?? engine;
    const result = await checkEngine(engine, {
      signal,
      figure: () => drawnPerson(local, signal),
      onProgress: (at) => {
        void change(id, at).catch(() => undefined);
      },
      onAttempt: (key, can) =>
        attempts.begin({ key, jobId: null, engineId: engine.id, can, submittedAt: new Date() }),
      onEnd: (key, outcome, costUsd) => attempts.end(key, { outcome, acceptedAt: null, costUsd }),
    });
    await finish(id, result);
  }

  const change = async (id: string, set: Partial<typeof engineChecks.$inferInsert>) => {
    await db
      .update(engineChecks)
      .set(set)
      .where(sql`${engineChecks.id} = ${id} AND ${engineChecks.state} = 'running'`);
  };

  async function finish(id: string, result: CheckResult): Promise<void> {
    const { output, steps, tookMs, costUsd } = result;
    const shown = output?.kind === 'clip' ? output.poster?.bytes : output?.bytes;
    const webp =
      shown &&
      (await sharp(shown)
        .resize(PICTURE_PX, PICTURE_PX, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer());
    const report = { steps, tookMs, costUsd, sizeBytes: output?.bytes.byteLength ?? null };
    await change(id, {
      ...{ state: result.isFine ? 'passed' : 'failed', report, endedAt: new Date() },
      ...{ stage: null, fraction: null, ...(webp && { webp: new Uint8Array(webp) }) },
    });
  }

  const columns = {
    ...{ id: engineChecks.id, engineId: engineChecks.engineId, state: engineChecks.state },
    ...{ stage: engineChecks.stage, fraction: engineChecks.fraction, report: engineChecks.report },
    ...{ beganAt: engineChecks.beganAt, endedAt: engineChecks.endedAt },
    hasPicture: sql<boolean>`${engineChecks.webp} IS NOT NULL`,
  };

  return {
    async start(engineId) {
      const engine = engines.find(({ id }) => id === engineId);
      if (!engine) throw notFound('engine');
      const id = crypto.randomUUID();
      await db.insert(engineChecks).values({ id, engineId, state: 'running', stage: 'starting' });
      const work = run(id, engine)
        .catch(async (error: unknown) => {
          log.error({ err: error, engineId }, 'A check of an engine broke off.');
          await change(id, { state: 'failed', endedAt: new Date(), report: BROKEN });
        })
        .catch(() => undefined)
        .finally(() => running.delete(work));
      running.add(work);
      return id;
    },
    async read(id) {
      const [row] = await db.select(columns).from(engineChecks).where(eq(engineChecks.id, id));
      return row ? viewCheck(row) : null;
    },
    async last(engineId) {
      const [row] = await db
        .select(columns)
        .from(engineChecks)
        .where(eq(engineChecks.engineId, engineId))
        .orderBy(desc(engineChecks.beganAt))
        .limit(1);
      return row ? viewCheck(row) : null;
    },
    async picture(id) {
      const [row] = await db
        .select({ webp: engineChecks.webp })
        .from(engineChecks)
        .where(eq(engineChecks.id, id));
      return row?.webp ?? null;
    },
    async sweep() {
      const old = sql`now() - ${KEPT_DAYS} * interval '1 day'`;
      await db.delete(engineChecks).where(lt(engineChecks.beganAt, old));
    },
    async close() {
      closing.abort(new Error('The studio stops.'));
      await Promise.all(running);
    },
  };
}

const BROKEN = {
  steps: [
    {
      ...{
        name: 'picture',
        isFine: false,
        words: { en: 'The check broke off.', id: 'Uji terputus.' },
      },
      fix: { en: 'Start it again.', id: 'Mulai lagi.' },
    },
  ],
  ...{ tookMs: null, sizeBytes: null, costUsd: null },
};

function viewCheck(row: Row): EngineCheckReport {
  const isLost =
    row.state === 'running' && Date.now() - row.beganAt.getTime() > LOST_MINUTES * 60_000;
  const read = Report.safeParse(isLost ? BROKEN : row.report);
  const report = read.success ? read.data : { ...BROKEN, steps: [] };
  return {
    ...{ id: row.id, engineId: row.engineId, state: isLost ? 'failed' : row.state },
    ...{ stage: row.stage, fraction: row.fraction, ...report },
    pictureUrl: row.hasPicture ? `/api/admin/engines/checks/${row.id}/picture` : null,
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
