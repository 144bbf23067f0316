import {
  type Engine,
  EngineFault,
  type EngineFaultKind,
  type EngineRequest,
  type EngineTicket,
} from '@lumiku/engines/engine';
import type { BreakerState } from './breaker.ts';
import { type Candidate, chooseEngines } from './choose-engines.ts';
import { faultOfEngine } from './engine-fault-words.ts';
import { fitRequest } from './fit-request.ts';
import { lookUp } from './resume-work.ts';
import type { Piece } from './work-book.ts';
import { startClock, type WorkClock } from './work-clock.ts';
import type { ObtainedWork, Wanted, WorkParts } from './work-parts.ts';

/** After these the next engine is asked: nothing was accepted, and it lies with the engine, not with the request. */
const FAILS_OVER: ReadonlySet<EngineFaultKind> = new Set([
  ...(['not_configured', 'authentication', 'payment', 'rate_limited'] as const),
  ...(['model_loading', 'unavailable', 'timed_out'] as const),
]);
/** Worth another try of the job, later. */
const PASSING: ReadonlySet<EngineFaultKind> = new Set([
  'rate_limited',
  'model_loading',
  'unavailable',
]);

/**
 * Hands the work to the first engine that takes it. The next one is asked only when the one before has accepted nothing.
 * @throws Fault in words for the person
 */
export async function submitWork(parts: WorkParts, wanted: Wanted): Promise<ObtainedWork> {
  const refused: { engine: Engine; fault: EngineFault }[] = [];
  const resting: Candidate[] = [];
  const candidates = chooseEngines(parts.engines, wanted.request.kind, parts.rules);
  for (const candidate of candidates) {
    const { engine } = candidate;
    const rest = restingFault(await parts.attempts.health(engine.id));
    if (rest && rest.kind === 'unavailable') resting.push(candidate);
    const tried = rest ?? (await ask(parts, wanted, candidate));
    if (!(tried instanceof EngineFault)) return tried;
    refused.push({ engine, fault: tried });
    if (!FAILS_OVER.has(tried.kind)) break;
  }
  // Leaving an engine alone helps while another stands in; with nobody left, the one that is most wanted is asked.
  const [last] = refused.length === resting.length ? resting : [];
  const tried = last && (await ask(parts, wanted, last));
  if (tried && !(tried instanceof EngineFault)) return tried;
  if (last && tried) refused.unshift({ engine: last.engine, fault: tried });
  throw worstOf(refused);
}

/** What the person hears when nobody took the work: the engine that will be back first, or what the last one said. */
function worstOf(refused: readonly { engine: Engine; fault: EngineFault }[]): unknown {
  const soonest = refused
    .filter(({ fault }) => PASSING.has(fault.kind))
    .toSorted((a, b) => (a.fault.retryAfterSeconds ?? 0) - (b.fault.retryAfterSeconds ?? 0))[0];
  const told = soonest ?? refused.at(-1);
  if (told) return faultOfEngine(told.fault, told.engine.id);
  return faultOfEngine(new EngineFault('not_configured', 'no engine can do this'), 'none');
}

/** The fault with which an engine that is left alone would answer; null when it may be asked. */
function restingFault(health: BreakerState): EngineFault | null {
  if (health.state === 'closed' || (health.state === 'half_open' && !health.isTrying)) return null;
  const waitMs = health.state === 'open' ? health.until.getTime() - Date.now() : 5_000;
  const kind = KINDS.find((known) => known === health.why) ?? 'unavailable';
  return new EngineFault(kind, `left alone after ${health.why}`, {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}
const KINDS = [
  'authentication',
  'payment',
  'not_configured',
  'rate_limited',
  'model_loading',
] as const;

/** @returns the fault with which it refused; work it took (or may have taken) never comes back as one */
async function ask(
  parts: WorkParts,
  wanted: Wanted,
  { engine, can }: Candidate,
): Promise<ObtainedWork | EngineFault> {
  const { job, book } = wanted;
  using held = new DisposableStack();
  held.use(await parts.placesAt(engine).take(job));
  const fitted = fitRequest(await withFigure(parts, wanted, { engine, can }), can);
  const begun = new Date();
  const piece: Piece = {
    ...{ engineId: engine.id, key: crypto.randomUUID(), since: begun.toISOString() },
    ...{ ticket: null, over: null },
  };
  const attempt = { key: piece.key, jobId: job.id, engineId: engine.id, can, submittedAt: begun };
  await Promise.all([parts.attempts.begin(attempt), book.write(piece)]);
  job.step('intent.stored');
  if (job.signal.aborted) {
    await Promise.all([end(parts, piece, 'stopped'), book.forget()]).catch(() => undefined);
    throw job.signal.reason;
  }
  using clock = startClock(job, piece, parts.timeoutMs(engine));
  const ticket = await handOver(parts, wanted, { engine, fitted, piece, clock });
  if (ticket instanceof EngineFault) return ticket;
  job.step('engine.submitted');
  await book.write({ ...piece, ticket });
  job.step('ticket.stored');
  return { engine, can, ticket, place: held.move() };
}

async function withFigure(
  parts: WorkParts,
  { request, job }: Wanted,
  { can }: Candidate,
): Promise<EngineRequest> {
  if (request.kind !== 'pose-transfer' || can.poseInput !== 'photo' || !parts.drawFigure)
    return request;
  return { ...request, poseFigure: await parts.drawFigure(request, job.signal) };
}

interface HandingOver {
  readonly engine: Engine;
  readonly fitted: EngineRequest;
  readonly piece: Piece;
  readonly clock: WorkClock;
}

async function handOver(
  parts: WorkParts,
  wanted: Wanted,
  { engine, fitted, piece, clock }: HandingOver,
): Promise<EngineTicket | EngineFault> {
  try {
    const { signal } = clock;
    return await engine.submit(fitted, { signal, key: piece.key, onProgress: wanted.tell });
  } catch (error) {
    const fault =
      error instanceof EngineFault
        ? error
        : // What the engine threw by mistake: nobody knows how far the call came.
          new EngineFault('ambiguous_submit', 'the engine threw by mistake', { cause: error });
    if (clock.signal.aborted)
      throw await afterStop(parts, wanted, { engine, fitted, piece, clock }, fault);
    if (fault.kind === 'ambiguous_submit')
      return await afterUnclearAnswer(parts, wanted, { engine, fitted, piece, clock }, fault);
    await end(parts, piece, fault);
    await wanted.book.forget();
    if (FAILS_OVER.has(fault.kind)) return fault;
    throw faultOfEngine(fault, engine.id);
  }
}

/** Stopped for another process to go on: the stored key lets that one ask. Over for good: what was taken is withdrawn. */
async function afterStop(
  parts: WorkParts,
  { job, book }: Wanted,
  { engine, fitted, piece, clock }: HandingOver,
  fault: EngineFault,
): Promise<unknown> {
  if (!clock.isOver()) return job.signal.reason;
  void withdraw(engine, fitted, piece);
  if (!clock.isTimeUp()) {
    await end(parts, piece, 'stopped');
    return job.signal.reason;
  }
  const late = new EngineFault('timed_out', 'the engine took too long to answer', { cause: fault });
  await end(parts, piece, late);
  await book.write({ ...piece, over: 'timed_out' }).catch(() => undefined);
  return faultOfEngine(late, engine.id, { isFinal: true });
}

async function afterUnclearAnswer(
  parts: WorkParts,
  { book }: Wanted,
  { engine, fitted, piece, clock }: HandingOver,
  fault: EngineFault,
): Promise<EngineTicket | EngineFault> {
  const found = await lookUp(engine, piece, fitted, clock.signal);
  if (typeof found === 'object') return found;
  await end(parts, piece, fault);
  if (found === 'not-submitted') {
    await book.forget();
    return new EngineFault('unavailable', fault.message, { cause: fault });
  }
  await book.write({ ...piece, over: 'ambiguous_submit' });
  throw faultOfEngine(fault, engine.id, { isFinal: true });
}

function end(parts: WorkParts, piece: Piece, outcome: EngineFault | 'stopped'): Promise<void> {
  const costUsd = typeof outcome === 'string' ? null : (outcome.costUsd ?? null);
  return parts.attempts.end(piece.key, { outcome, acceptedAt: null, costUsd });
}

/** Nobody wants it any more: what may have been accepted is stopped, if it can be found. */
async function withdraw(engine: Engine, request: EngineRequest, piece: Piece): Promise<void> {
  const since = new Date(piece.since);
  const enough = AbortSignal.timeout(WITHDRAW_MS);
  const found = await engine.find?.(piece.key, since, request, enough).catch(() => 'unknown');
  if (typeof found === 'object') await engine.cancel(found).catch(() => undefined);
}

const WITHDRAW_MS = 30_000;
