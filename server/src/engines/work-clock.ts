import { JobStopped } from '../jobs/index.ts';
import type { Piece } from './work-book.ts';

/** When a piece of work has to stop: because its job does, or because its engine took too long. */
export interface WorkClock extends Disposable {
  readonly signal: AbortSignal;
  /** Whether it was the engine that took too long. */
  isTimeUp(): boolean;
  /** Whether the work itself is to end, not only this worker's part in it. */
  isOver(): boolean;
}

/** Runs from the moment the piece was begun, also in a process that took it over. */
export function startClock(
  job: { readonly signal: AbortSignal },
  piece: Pick<Piece, 'since'>,
  timeoutMs: number,
): WorkClock {
  const control = new AbortController();
  const leftMs = Math.max(0, Date.parse(piece.since) + timeoutMs - Date.now());
  let isTimeUp = false;
  const timer = setTimeout(() => {
    isTimeUp = !job.signal.aborted;
    control.abort(new JobStopped('timed_out'));
  }, leftMs);
  const signal = AbortSignal.any([job.signal, control.signal]);
  return {
    signal,
    isTimeUp: () => isTimeUp,
    isOver: () => isTimeUp || isFinalStop(job.signal.reason),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

function isFinalStop(reason: unknown): boolean {
  return reason instanceof JobStopped && (reason.why === 'ended' || reason.why === 'timed_out');
}
