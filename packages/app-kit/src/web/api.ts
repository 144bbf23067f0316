import type { z } from 'zod';
import { ApiFault, faultOfResponse, offlineFault } from './api-fault.ts';
import { connection } from './connection.ts';

export interface AskOptions<Answer> {
  /** Checks the answer and gives it its type. */
  schema: z.ZodType<Answer>;
  signal?: AbortSignal | undefined;
  /** Makes a paid request safe to send twice: one key for one intent. */
  idempotencyKey?: string | undefined;
  /** Asks for 202 and progress to follow instead of waiting for the end (`Prefer: respond-async`). */
  isAsync?: boolean | undefined;
}

type Query = Record<string, string | number | boolean | null | undefined>;

/**
 * The studio's API, from the browser, with its cookie. Answers are parsed; everything else is thrown as `ApiFault`.
 * `api.get('/api/credits', { schema: z.object({ data: CreditSummary }) })`
 */
export const api = {
  get: <Answer>(path: string, options: AskOptions<Answer> & { query?: Query }) =>
    ask(withQuery(path, options.query), { method: 'GET' }, options),
  post: <Answer>(path: string, body: unknown, options: AskOptions<Answer>) =>
    ask(path, json('POST', body), options),
  put: <Answer>(path: string, body: unknown, options: AskOptions<Answer>) =>
    ask(path, json('PUT', body), options),
  patch: <Answer>(path: string, body: unknown, options: AskOptions<Answer>) =>
    ask(path, json('PATCH', body), options),
  delete: <Answer>(path: string, options: AskOptions<Answer> & { body?: unknown }) =>
    ask(
      path,
      options.body === undefined ? { method: 'DELETE' } : json('DELETE', options.body),
      options,
    ),
  /** multipart/form-data; the browser sets the boundary. */
  form: <Answer>(path: string, form: FormData, options: AskOptions<Answer>) =>
    ask(path, { method: 'POST', body: form }, options),
};

/** `withQuery('/api/poses', { q: 'hip', limit: 48, tag: undefined })` → `/api/poses?q=hip&limit=48` */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

function json(method: string, body: unknown): RequestInit {
  return {
    method,
    body: JSON.stringify(body ?? {}),
    headers: { 'content-type': 'application/json' },
  };
}

async function ask<Answer>(
  path: string,
  init: RequestInit,
  { schema, signal, idempotencyKey, isAsync }: AskOptions<Answer>,
): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  // The page's language, which may be another than the browser's.
  if (typeof document !== 'undefined')
    headers.set('accept-language', document.documentElement.lang);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  if (isAsync) headers.set('prefer', 'respond-async');

  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers,
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    connection.report('lost');
    throw offlineFault();
  }
  connection.report('here');
  if (!response.ok) {
    const fault = await faultOfResponse(response);
    if (fault.status === 401) connection.reportSignedOut();
    noteLimit(fault);
    throw fault;
  }
  const parsed = schema.safeParse(
    response.status === 204 ? null : await response.json().catch(() => null),
  );
  if (parsed.success) return parsed.data;
  throw new ApiFault({
    code: 'ANSWER_UNREADABLE',
    status: response.status,
    message: 'The server answered something this page does not understand.',
    fix: 'Reload the page; it may be older than the server.',
  });
}

/** Requests a minute are used up: whatever is asked next is refused too, so the whole page waits. */
function noteLimit({ code, details, message, retryAfterSeconds }: ApiFault): void {
  if (code !== 'RATE_LIMIT_EXCEEDED' || details.per !== 'minute') return;
  if (retryAfterSeconds === undefined) return;
  connection.reportSlowDown({ message, untilMs: Date.now() + retryAfterSeconds * 1_000 });
}
