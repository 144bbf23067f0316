import type { RunningJob } from '@lumiku/app-kit';
import { EngineFault, type EngineFaultKind, type EngineOutput } from '@lumiku/engines/engine';
import { faultOfEngine } from './engine-fault-words.ts';
import { isFinalStop } from './is-final-stop.ts';
import type { ObtainedWork } from './obtain-work.ts';

/** After these the same ticket can be followed once more. */
const PASSING: ReadonlySet<EngineFaultKind> = new Set([
  'unavailable',
  'rate_limited',
  'model_loading',
]);

/**
 * Waits for work and gives its result. Work that is lost is handed over again by the next try only where that costs
 * nothing; else it is marked, and never handed over a second time.
 * @throws Fault in words for the person, or why the job was stopped
 */
export async function followWork(
  work: ObtainedWork,
  job: RunningJob<unknown>,
): Promise<EngineOutput> {
  const { engine, ticket } = work;
  const stopAtEngine = () => {
    // A worker that stops or lost its lease leaves the work running: another one follows it.
    if (isFinalStop(job.signal.reason)) void engine.cancel(ticket).catch(() => undefined);
  };
  job.signal.addEventListener('abort', stopAtEngine, { once: true });
  if (job.signal.aborted) stopAtEngine();
  try {
    const output = await engine.follow(ticket, {
      signal: job.signal,
      onProgress: ({ fraction, stage }) => job.progress({ fraction, stage }),
    });
    if (output.bytes.byteLength === 0) throw new EngineFault('bad_output', 'no bytes');
    return output;
  } catch (error) {
    throw await afterLoss(work, job, error);
  } finally {
    job.signal.removeEventListener('abort', stopAtEngine);
  }
}

async function afterLoss(
  { engine, can, book }: ObtainedWork,
  job: RunningJob<unknown>,
  error: unknown,
): Promise<unknown> {
  const { signal } = job;
  if (signal.aborted && !isFinalStop(signal.reason)) return signal.reason;
  const fault =
    error instanceof EngineFault
      ? error
      : new EngineFault('bad_output', 'the engine threw by mistake', { cause: error });
  if (!signal.aborted && PASSING.has(fault.kind)) return faultOfEngine(fault, engine.id);
  const isFree = (fault.costUsd ?? can.costUsd) === 0;
  const over = signal.aborted ? 'timed_out' : fault.kind;
  const { piece } = book;
  // The job may be gone meanwhile, with its row; then there is nothing to note.
  await (isFree || !piece ? book.forget() : book.write({ ...piece, over })).catch(() => undefined);
  if (signal.aborted) return signal.reason;
  return error instanceof EngineFault
    ? faultOfEngine(error, engine.id, { isFinal: !isFree })
    : error;
}
