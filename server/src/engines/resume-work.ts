import {
  capabilityOf,
  type Engine,
  EngineFault,
  type EngineRequest,
  type EngineTicket,
} from '@lumiku/engines/engine';
import { faultOfEngine } from './engine-fault-words.ts';
import { fitRequest } from './fit-request.ts';
import type { Piece } from './work-book.ts';
import type { ObtainedWork, Wanted, WorkParts } from './work-parts.ts';

/**
 * What an earlier try handed over, looked up where its ticket was lost. @returns null when the work may be handed over (again)
 * @throws Fault in words for the person: the work is over, or may be under way where nobody can ask
 */
export async function resumeWork(
  parts: WorkParts,
  wanted: Wanted,
  piece: Piece,
): Promise<ObtainedWork | null> {
  const { job, request, book } = wanted;
  const engine = parts.engines.find(({ id }) => id === piece.engineId);
  const can = engine && capabilityOf(engine, request.kind);
  if (!engine || !can) {
    parts.log.warn({ jobId: job.id, engineId: piece.engineId }, 'The engine of a ticket is gone.');
    await book.forget();
    return null;
  }
  if (piece.over) {
    const over = new EngineFault(piece.over, 'over since an earlier try');
    throw faultOfEngine(over, engine.id, { isFinal: true });
  }
  if (piece.ticket) {
    return { engine, can, ticket: piece.ticket, place: await parts.placesAt(engine).take(job) };
  }
  const found = await lookUp(engine, piece, fitRequest(request, can), job.signal);
  if (found === 'not-submitted') {
    await end(parts, piece, new EngineFault('unavailable', 'stopped before it was handed over'));
    await book.forget();
    return null;
  }
  if (found === 'unknown') {
    const unclear = new EngineFault('ambiguous_submit', 'stopped between submit and ticket');
    await book.write({ ...piece, over: unclear.kind });
    await end(parts, piece, unclear);
    throw faultOfEngine(unclear, engine.id, { isFinal: true });
  }
  await book.write({ ...piece, ticket: found });
  return { engine, can, ticket: found, place: await parts.placesAt(engine).take(job) };
}

const end = (parts: WorkParts, piece: Piece, outcome: EngineFault): Promise<void> =>
  parts.attempts.end(piece.key, { outcome, acceptedAt: null, costUsd: null });

/** Asks the engine what became of an attempt. @throws Fault when it cannot be asked now, or why the job was stopped */
export async function lookUp(
  engine: Engine,
  piece: Piece,
  request: EngineRequest,
  signal: AbortSignal,
): Promise<EngineTicket | 'not-submitted' | 'unknown'> {
  if (!engine.find) return 'unknown';
  try {
    return await engine.find(piece.key, new Date(piece.since), request, signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof EngineFault ? faultOfEngine(error, engine.id) : error;
  }
}
