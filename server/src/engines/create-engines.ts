import type { EnginePictureMade, Engines, Log, MakePicture, RunningJob } from '@lumiku/app-kit';
import { type Engine, EngineFault, type EngineTicket } from '@lumiku/engines/engine';
import { JobStopped } from '../jobs/index.ts';
import { faultOfEngine } from './engine-fault-words.ts';

export interface EnginesRoom extends Engines {
  close(): Promise<void>;
}

/** After these the ticket leads nowhere; the next try must submit anew. */
const SPOILT = new Set(['result_expired', 'bad_output', 'timed_out', 'cancelled']);

/**
 * The engines of this process, in order of preference. Work is handed to one exactly once: the ticket is stored before
 * anything else, and a job that has a ticket only follows it, in whatever process it is run again.
 */
export function createEngines(engines: readonly Engine[], deps: { log: Log }): EnginesRoom {
  const preferred = (kind: MakePicture['kind'], longestSidePx = 0): Engine | undefined =>
    engines.find((engine) =>
      engine.capabilities.some((can) => can.kind === kind && can.longestSidePx >= longestSidePx),
    );

  async function submit(
    job: RunningJob<unknown>,
    request: MakePicture,
  ): Promise<{ engine: Engine; ticket: EngineTicket }> {
    const engine = preferred(request.kind, Math.max(request.widthPx, request.heightPx));
    if (!engine) {
      throw faultOfEngine(new EngineFault('not_configured', 'no engine can do this'), 'none');
    }
    const ticket = await engine.submit(request, job.signal).catch((error: unknown) => {
      throw translate(error, engine.id, job.signal);
    });
    job.step('engine.submitted');
    await job.ticket.store(engine.id, { ...ticket });
    return { engine, ticket };
  }

  async function resume(
    job: RunningJob<unknown>,
  ): Promise<{ engine: Engine; ticket: EngineTicket } | null> {
    const stored = await job.ticket.load();
    if (!stored) return null;
    const engine = engines.find(({ id }) => id === stored.engineId);
    if (engine) return { engine, ticket: stored.ticket };
    deps.log.warn({ jobId: job.id, engineId: stored.engineId }, 'The engine of a ticket is gone.');
    await job.ticket.clear();
    return null;
  }

  return {
    async make(job, request): Promise<EnginePictureMade> {
      const { engine, ticket } = (await resume(job)) ?? (await submit(job, request));
      const stopAtEngine = () => {
        // A worker that stops or lost its lease leaves the work running: another one follows it.
        if (isFinal(job.signal.reason)) void engine.cancel(ticket).catch(() => undefined);
      };
      job.signal.addEventListener('abort', stopAtEngine, { once: true });
      if (job.signal.aborted) stopAtEngine();
      try {
        const picture = await engine.follow(ticket, {
          signal: job.signal,
          onProgress: ({ fraction, stage }) => job.progress({ fraction, stage }),
        });
        if (picture.bytes.byteLength === 0) throw new EngineFault('bad_output', 'no bytes');
        return { ...picture, engineId: engine.id };
      } catch (error) {
        const isOurs = job.signal.aborted && !isFinal(job.signal.reason);
        if (!isOurs && (!(error instanceof EngineFault) || SPOILT.has(error.kind))) {
          // Also for what the engine threw by mistake: following the same ticket would only throw again.
          await job.ticket.clear().catch(() => undefined);
        }
        throw translate(error, engine.id, job.signal);
      } finally {
        job.signal.removeEventListener('abort', stopAtEngine);
      }
    },
    preferred(kind) {
      const engine = preferred(kind);
      const can = engine?.capabilities.find((capability) => capability.kind === kind);
      return engine && can ? { id: engine.id, title: engine.title, isAi: can.isAi } : null;
    },
    async close() {
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}

function isFinal(reason: unknown): boolean {
  return reason instanceof JobStopped && (reason.why === 'ended' || reason.why === 'timed_out');
}

function translate(error: unknown, engineId: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  return error instanceof EngineFault ? faultOfEngine(error, engineId) : error;
}
