import type { Fault } from '@lumiku/contract';

/** Faults of the moment: the same work may well succeed later. What the person must change never does. */
const PASSING_STATUSES = new Set([429, 500, 502, 503]);

const FIRST_DELAY_MS = 1_000;
const GROWTH = 4;
const DELAY_MS_MAX = 60_000;

/** When to try again after a failed try, or null to give up. Spread by a fifth so that many do not come back at once. */
export function nextTryDelayMs(
  fault: Fault,
  tries: { attempt: number; attemptsMax: number },
  random: () => number = Math.random,
): number | null {
  if (!PASSING_STATUSES.has(fault.status) || tries.attempt >= tries.attemptsMax) return null;
  const growing = FIRST_DELAY_MS * GROWTH ** (tries.attempt - 1);
  const asked = (fault.retryAfterSeconds ?? 0) * 1_000;
  return Math.round(Math.min(Math.max(growing, asked), DELAY_MS_MAX) * (0.8 + 0.4 * random()));
}
