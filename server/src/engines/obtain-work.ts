import type { Log, RunningJob } from '@lumiku/app-kit';
import {
  capabilityOf,
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineRequest,
  type EngineTicket,
} from '@lumiku/engines/engine';
import { faultOfEngine } from './engine-fault-words.ts';
import { fitRequest } from './fit-request.ts';
import { isFinalStop } from './is-final-stop.ts';
import { openWorkBook, type Piece, type WorkBook } from './work-book.ts';

/** Work an engine has taken, with what is needed to follow it. */
export interface ObtainedWork {
  readonly engine: Engine;
  readonly can: EngineCapability;
  readonly ticket: EngineTicket;
  readonly book: WorkBook;
}

interface Parts {
  readonly engines: readonly Engine[];
  readonly log: Log;
}

/**
 * The work of this request: what an earlier try handed over, looked up where its ticket was lost, or handed over now.
 * @throws Fault in words for the person
 */
export async function obtainWork(
  parts: Parts,
  job: RunningJob<unknown>,
  request: EngineRequest,
): Promise<ObtainedWork> {
  const book = await openWorkBook(job.ticket, request);
  const { piece } = book;
  const taken = piece && (await resume(parts, job, request, book, piece));
  return taken ?? (await submit(parts, job, request, book));
}

async function resume(
  parts: Parts,
  job: RunningJob<unknown>,
  request: EngineRequest,
  book: WorkBook,
  piece: Piece,
): Promise<ObtainedWork | null> {
  const engine = parts.engines.find(({ id }) => id === piece.engineId);
  const can = engine && capabilityOf(engine, request.kind);
  if (!engine || !can) {
    parts.log.warn({ jobId: job.id, engineId: piece.engineId }, 'The engine of a ticket is gone.');
    await book.forget();
    return null;
  }
  if (piece.over) {
    throw faultOfEngine(new EngineFault(piece.over, 'over since an earlier try'), engine.id, {
      isFinal: true,
    });
  }
  if (piece.ticket) return { engine, can, ticket: piece.ticket, book };
  const found = await lookUp(engine, piece, fitRequest(request, can), job);
  if (found === 'not-submitted') {
    await book.forget();
    return null;
  }
  if (found === 'unknown') {
    await book.write({ ...piece, over: 'ambiguous_submit' });
    const unclear = new EngineFault('ambiguous_submit', 'stopped between submit and ticket');
    throw faultOfEngine(unclear, engine.id, { isFinal: true });
  }
  await book.write({ ...piece, ticket: found });
  return { engine, can, ticket: found, book };
}

async function lookUp(
  engine: Engine,
  piece: Piece,
  request: EngineRequest,
  job: RunningJob<unknown>,
): Promise<EngineTicket | 'not-submitted' | 'unknown'> {
  if (!engine.find) return 'unknown';
  try {
    return await engine.find(piece.key, new Date(piece.since), request, job.signal);
  } catch (error) {
    if (job.signal.aborted) throw job.signal.reason;
    throw error instanceof EngineFault ? faultOfEngine(error, engine.id) : error;
  }
}

async function submit(
  parts: Parts,
  job: RunningJob<unknown>,
  request: EngineRequest,
  book: WorkBook,
): Promise<ObtainedWork> {
  for (const engine of parts.engines) {
    const can = capabilityOf(engine, request.kind);
    if (!can) continue;
    const piece: Piece = {
      ...{ engineId: engine.id, key: crypto.randomUUID(), since: new Date().toISOString() },
      ...{ ticket: null, over: null },
    };
    await book.write(piece);
    job.step('intent.stored');
    const fitted = fitRequest(request, can);
    const ticket = await handOver(engine, fitted, piece, job, book);
    job.step('engine.submitted');
    await book.write({ ...piece, ticket });
    job.step('ticket.stored');
    return { engine, can, ticket, book };
  }
  throw faultOfEngine(new EngineFault('not_configured', 'no engine can do this'), 'none');
}

async function handOver(
  engine: Engine,
  request: EngineRequest,
  piece: Piece,
  job: RunningJob<unknown>,
  book: WorkBook,
): Promise<EngineTicket> {
  try {
    return await engine.submit(request, {
      ...{ signal: job.signal, key: piece.key },
      onProgress: ({ fraction, stage }) => job.progress({ fraction, stage }),
    });
  } catch (error) {
    if (job.signal.aborted) {
      if (isFinalStop(job.signal.reason)) void withdraw(engine, request, piece);
      // Stopped for another process to go on: the stored key lets it ask what became of the call.
      throw job.signal.reason;
    }
    const isUnclear = !(error instanceof EngineFault) || error.kind === 'ambiguous_submit';
    if (!isUnclear) {
      await book.forget();
      throw faultOfEngine(error, engine.id);
    }
    // Also what the engine threw by mistake: nobody knows how far the call came.
    return await afterUnclearSubmit(engine, request, piece, job, book, error);
  }
}

async function afterUnclearSubmit(
  engine: Engine,
  request: EngineRequest,
  piece: Piece,
  job: RunningJob<unknown>,
  book: WorkBook,
  error: unknown,
): Promise<EngineTicket> {
  const found = await lookUp(engine, piece, request, job);
  if (typeof found === 'object') return found;
  const fault =
    error instanceof EngineFault
      ? error
      : new EngineFault('ambiguous_submit', 'the engine threw by mistake', { cause: error });
  if (found === 'not-submitted') {
    await book.forget();
    throw faultOfEngine(new EngineFault('unavailable', fault.message, { cause: fault }), engine.id);
  }
  await book.write({ ...piece, over: 'ambiguous_submit' });
  throw faultOfEngine(fault, engine.id, { isFinal: true });
}

/** The person no longer wants it: what may have been accepted is stopped, if it can be found. */
async function withdraw(engine: Engine, request: EngineRequest, piece: Piece): Promise<void> {
  const since = new Date(piece.since);
  const enough = AbortSignal.timeout(WITHDRAW_MS);
  const found = await engine.find?.(piece.key, since, request, enough).catch(() => 'unknown');
  if (typeof found === 'object') await engine.cancel(found).catch(() => undefined);
}

const WITHDRAW_MS = 30_000;
