import { EngineFault, type EngineFaultKind, type EngineOutput } from '@lumiku/engines/engine';
import { checkOutput } from './check-output.ts';
import { faultOfEngine } from './engine-fault-words.ts';
import { fitRequest } from './fit-request.ts';
import type { Piece } from './work-book.ts';
import { startClock, type WorkClock } from './work-clock.ts';
import type { ObtainedWork, Wanted, WorkParts } from './work-parts.ts';

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
  parts: WorkParts,
  wanted: Wanted,
  work: ObtainedWork,
  piece: Piece,
): Promise<EngineOutput> {
  const { engine, ticket, can } = work;
  using clock = startClock(wanted.job, piece, parts.timeoutMs(engine));
  const stopAtEngine = () => {
    // A worker that stops or lost its lease leaves the work running: another one follows it.
    if (clock.isOver()) void engine.cancel(ticket).catch(() => undefined);
  };
  clock.signal.addEventListener('abort', stopAtEngine, { once: true });
  if (clock.signal.aborted) stopAtEngine();
  const acceptedAt = new Date();
  try {
    const { signal } = clock;
    const sent = await untilStopped(
      engine.follow(ticket, { signal, onProgress: wanted.tell }),
      clock,
    );
    const output = await checkOutput(sent, fitRequest(wanted.request, can));
    const costUsd = output.costUsd ?? can.costUsd;
    await parts.attempts.end(piece.key, { outcome: 'made', acceptedAt, costUsd });
    return output;
  } catch (error) {
    throw await afterLoss(parts, wanted, { work, piece, clock, acceptedAt }, error);
  } finally {
    clock.signal.removeEventListener('abort', stopAtEngine);
  }
}

/** An engine that hears nothing when its time is up is left behind; a stopped job leaves it behind itself. */
async function untilStopped<T>(work: Promise<T>, clock: WorkClock): Promise<T> {
  const late = Promise.withResolvers<never>();
  const onAbort = () => {
    if (!clock.isTimeUp()) return;
    setTimeout(
      () => late.reject(new EngineFault('timed_out', 'it went on and on')),
      GRACE_MS,
    ).unref();
  };
  clock.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clock.signal.removeEventListener('abort', onAbort);
    work.catch(() => undefined);
  }
}
const GRACE_MS = 1_000;

interface Loss {
  readonly work: ObtainedWork;
  readonly piece: Piece;
  readonly clock: WorkClock;
  readonly acceptedAt: Date;
}

async function afterLoss(
  parts: WorkParts,
  { job, book }: Wanted,
  { work: { engine, can }, piece, clock, acceptedAt }: Loss,
  error: unknown,
): Promise<unknown> {
  if (clock.signal.aborted && !clock.isOver()) return job.signal.reason;
  const fault = clock.isTimeUp()
    ? new EngineFault('timed_out', 'the engine took too long', { cause: error })
    : error instanceof EngineFault
      ? error
      : new EngineFault('bad_output', 'the engine threw by mistake', { cause: error });
  const isStopped = job.signal.aborted;
  if (!isStopped && PASSING.has(fault.kind)) return faultOfEngine(fault, engine.id);
  const isFree = (fault.costUsd ?? can.costUsd) === 0;
  const costUsd = fault.costUsd ?? can.costUsd;
  const outcome = isStopped ? 'stopped' : fault;
  // The job may be gone meanwhile, with its row; then there is nothing to note.
  await parts.attempts.end(piece.key, { outcome, acceptedAt, costUsd }).catch(() => undefined);
  const over = isStopped ? 'timed_out' : fault.kind;
  await (isFree ? book.forget() : book.write({ ...piece, over })).catch(() => undefined);
  if (isStopped) return job.signal.reason;
  // A mistake of the engine's own is nobody's fault in words; the job says so in its own.
  return error instanceof EngineFault || clock.isTimeUp() || !isFree
    ? faultOfEngine(fault, engine.id, { isFinal: !isFree })
    : error;
}
