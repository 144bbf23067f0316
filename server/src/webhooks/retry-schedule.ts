const SECOND = 1;
const MINUTE = 60;
const HOUR = 3_600;

/** Waits between attempts, in seconds: dense while a receiver restarts, then about a day in all. */
const WAITS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  8 * HOUR,
  8 * HOUR,
] as const;

/** Up to a fifth more, so that what failed together does not come back together. */
const JITTER = 0.2;
const RETRY_AFTER_MAX = HOUR;

/**
 * How long to wait after the attempt of this number, in milliseconds; null when it was the last.
 * @param random 0..1
 */
export function waitAfter(
  attempt: number,
  retryAfterSeconds: number | null,
  random: number,
): number | null {
  const planned = WAITS[attempt - 1];
  if (planned === undefined) return null;
  const asked = Math.min(retryAfterSeconds ?? 0, RETRY_AFTER_MAX);
  return Math.round(Math.max(planned * (1 + JITTER * random), asked) * 1_000);
}
