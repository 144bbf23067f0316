const SECONDS_MAX = 3600;

/**
 * How many seconds a service asks us to wait: the `Retry-After` header (seconds or a date), else a number in the body
 * (`retry_after`, `estimated_time`, "resets in ~30s"). Undefined when it does not say. At most an hour.
 */
export function retryAfterSeconds(
  headers: Headers,
  body: unknown,
  now = Date.now(),
): number | undefined {
  const said = fromHeader(headers.get('retry-after'), now) ?? fromBody(body);
  return said === undefined ? undefined : Math.min(SECONDS_MAX, Math.max(1, Math.ceil(said)));
}

function fromHeader(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : (at - now) / 1000;
}

function fromBody(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  for (const [name, value] of Object.entries(body)) {
    const isDelay = name === 'retry_after' || name === 'estimated_time';
    if (isDelay && Number.isFinite(Number(value))) return Number(value);
    if (typeof value !== 'string') continue;
    const told = /(?:resets|retry|again) in ~?(\d+(?:\.\d+)?) ?s/i.exec(value);
    if (told) return Number(told[1]);
  }
  return undefined;
}
