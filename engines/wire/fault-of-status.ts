import { EngineFault, type EngineFaultKind } from '../engine.ts';
import type { ServiceAnswer } from './call-service.ts';
import { redact } from './redact.ts';
import { retryAfterSeconds } from './retry-after.ts';

interface Judged {
  readonly service: string;
  readonly answer: ServiceAnswer;
  /** The call may have begun paid work, so a broken server leaves it unclear. */
  readonly mayCost?: boolean;
  readonly secrets: readonly string[];
  /** What this service means by a status differs from the usual. */
  readonly kinds?: Readonly<Partial<Record<number, EngineFaultKind>>>;
}

const KINDS: Readonly<Partial<Record<number, EngineFaultKind>>> = {
  401: 'authentication',
  402: 'payment',
  403: 'authentication',
  404: 'not_configured',
  408: 'unavailable',
  410: 'result_expired',
  429: 'rate_limited',
  499: 'cancelled',
};

/** The fault of an answer that is not a success, with the service's own words in it (keys taken out). */
export function faultOfStatus(judged: Judged): EngineFault {
  const { service, answer, secrets } = judged;
  const wait = retryAfterSeconds(answer.headers, answer.json);
  // Who says when to come back has not begun anything.
  const isTurnedAway = answer.status === 503 && wait !== undefined;
  const mayCost = judged.mayCost === true && !isTurnedAway;
  const kind = judged.kinds?.[answer.status] ?? kindOf(answer.status, mayCost);
  return new EngineFault(
    kind,
    `${service} answered ${answer.status}: ${redact(wordsOf(answer), secrets)}`,
    wait === undefined ? {} : { retryAfterSeconds: wait },
  );
}

function kindOf(status: number, mayCost: boolean): EngineFaultKind {
  const known = KINDS[status];
  if (known) return known;
  if (status >= 500) return mayCost ? 'ambiguous_submit' : 'unavailable';
  return status >= 400 ? 'invalid_input' : 'bad_output';
}

/** What the service said, wherever it put it: `detail`, `error`, `message`, or its misspelt cousin. */
export function wordsOf(answer: ServiceAnswer): string {
  return wordsIn(answer.json) ?? answer.text.slice(0, 2000);
}

export function wordsIn(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return undefined;
  if (Array.isArray(body)) {
    const words = body.flatMap((item) => wordsIn(item) ?? []);
    return words.length > 0 ? words.join('; ') : undefined;
  }
  const named = new Map<string, unknown>(Object.entries(body));
  for (const name of ['message', 'messege', 'msg', 'detail', 'error', 'errors', 'title']) {
    const words = wordsIn(named.get(name));
    if (words !== undefined && words !== '') return words;
  }
  return undefined;
}
