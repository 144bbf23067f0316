import { setTimeout as pause } from 'node:timers/promises';
import { EngineFault } from '../engine.ts';

export interface PollPace {
  /** The first wait; each next one is longer by `growth`, up to `longestMs`. */
  readonly firstMs: number;
  readonly longestMs: number;
  readonly growth?: number;
  /** When this has passed the work counts as timed out. */
  readonly budgetMs: number;
  /** Broken or busy answers in a row that are waited out. */
  readonly faultsInARowMax?: number;
}

interface Polling<T> {
  readonly service: string;
  readonly pace: PollPace;
  readonly signal: AbortSignal;
  /** Null: not done yet. */
  readonly ask: () => Promise<T | null>;
  /** Waits between two asks, where something may cut the wait short. */
  readonly rest?: (ms: number) => Promise<void>;
}

const FAULTS_IN_A_ROW_MAX = 8;
const PASSING = new Set(['unavailable', 'rate_limited', 'model_loading']);

/**
 * Asks until there is an answer. Waits grow and are jittered, so that many jobs do not ask in step; passing faults are
 * waited out (as long as the service asks for), since asking again costs nothing.
 * @throws EngineFault `timed_out` over budget, `cancelled` when stopped, or what `ask` threw
 */
export async function pollUntil<T>(polling: Polling<T>): Promise<T> {
  const { service, pace, signal, ask } = polling;
  const rest = polling.rest ?? ((ms: number) => restFor(ms, signal, service));
  const until = Date.now() + pace.budgetMs;
  let waitMs = pace.firstMs;
  let faultsInARow = 0;
  while (true) {
    let askedToWaitMs = 0;
    try {
      const answer = await ask();
      if (answer !== null) return answer;
      faultsInARow = 0;
    } catch (error) {
      faultsInARow += 1;
      const mayPass = error instanceof EngineFault && PASSING.has(error.kind);
      if (!mayPass || signal.aborted) throw error;
      if (faultsInARow > (pace.faultsInARowMax ?? FAULTS_IN_A_ROW_MAX)) throw error;
      askedToWaitMs = (error.retryAfterSeconds ?? 0) * 1000;
    }
    if (Date.now() + askedToWaitMs >= until) {
      throw new EngineFault('timed_out', `${service} was not done in ${pace.budgetMs} ms.`);
    }
    await rest(Math.max(askedToWaitMs, jittered(waitMs)));
    waitMs = Math.min(pace.longestMs, waitMs * (pace.growth ?? 1.5));
  }
}

const jittered = (ms: number): number => ms * (0.8 + Math.random() * 0.4);

/** @throws EngineFault `cancelled` */
export async function restFor(ms: number, signal: AbortSignal, service: string): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    throw new EngineFault('cancelled', `${service}: stopped while waiting.`, { cause: error });
  }
}
