/** What a circuit breaker knows of an engine: real outcomes, newest first. */
export interface Outcome {
  readonly submittedAt: Date;
  readonly endedAt: Date | null;
  /** `made`, `stopped`, the kind of a fault, or null while it runs. */
  readonly outcome: string | null;
  readonly retryAfterSeconds: number | null;
}

export type BreakerState =
  /** Asked like always. */
  | { readonly state: 'closed' }
  /** Not asked before `until`. */
  | { readonly state: 'open'; readonly until: Date; readonly why: string }
  /** One piece of work tries whether it is well again; until that has ended nothing else is handed over. */
  | { readonly state: 'half_open'; readonly isTrying: boolean; readonly why: string };

/** So many failures in a row, and it is left alone for a while. */
const FAILURES_IN_A_ROW = 3;
const COOL_DOWN_MS = 30_000;
const COOL_DOWN_MS_MAX = 10 * 60_000;
/** A trial that has not ended after this was lost with its process. */
const TRIAL_MS_MAX = 15 * 60_000;

/** Faults of the service. What is wrong with one request says nothing of its health. */
const COUNTED = new Set([
  ...['unavailable', 'timed_out', 'ambiguous_submit', 'bad_output', 'result_expired'],
  ...['rate_limited', 'model_loading', 'authentication', 'payment', 'not_configured'],
]);
/** It said that asking again is of no use now. */
const AT_ONCE = new Set([
  'rate_limited',
  'model_loading',
  'authentication',
  'payment',
  'not_configured',
]);

/**
 * Whether an engine should be asked: computed from its latest attempts, so that every process comes to the same answer
 * and a restart forgets nothing. The cool-down doubles with each failure in a row.
 */
export function breakerState(newestFirst: readonly Outcome[], now: Date): BreakerState {
  const told = newestFirst.filter(
    ({ outcome }) => outcome === 'made' || COUNTED.has(outcome ?? ''),
  );
  const until = told.findIndex(({ outcome }) => outcome === 'made');
  const failures = until === -1 ? told : told.slice(0, until);
  const [last] = failures;
  if (!last?.endedAt || !last.outcome) return { state: 'closed' };
  const trips = AT_ONCE.has(last.outcome) ? 1 : FAILURES_IN_A_ROW;
  if (failures.length < trips) return { state: 'closed' };
  const growing = COOL_DOWN_MS * 2 ** Math.min(failures.length - trips, 10);
  const coolDownMs = Math.max(
    Math.min(last.retryAfterSeconds === null ? growing : 0, COOL_DOWN_MS_MAX),
    (last.retryAfterSeconds ?? 0) * 1_000,
  );
  const opensAt = new Date(last.endedAt.getTime() + coolDownMs);
  const why = last.outcome;
  if (now < opensAt) return { state: 'open', until: opensAt, why };
  const isTrying = newestFirst.some(
    ({ submittedAt, endedAt }) =>
      endedAt === null &&
      submittedAt >= opensAt &&
      now.getTime() - submittedAt.getTime() < TRIAL_MS_MAX,
  );
  return { state: 'half_open', isTrying, why };
}
