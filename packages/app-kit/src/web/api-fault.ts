import { Fault, FaultBody } from '@lumiku/contract';
import { indonesianFault } from './fault-words.ts';

export interface ApiFaultOptions {
  code: string;
  status: number;
  message: string;
  fix?: string | undefined;
  issues?: { path: string; message: string }[] | undefined;
  details?: Record<string, unknown> | undefined;
  retryAfterSeconds?: number | undefined;
  requestId?: string | undefined;
}

/**
 * What the server (or the way to it) said went wrong, ready to be shown: `message` is a plain sentence, `fix` how to
 * mend it. Codes of our own: `OFFLINE` (status 0, nothing arrived) and `ANSWER_UNREADABLE` (not what was agreed).
 */
export class ApiFault extends Error {
  readonly code: string;
  readonly status: number;
  readonly fix: string | undefined;
  readonly issues: { path: string; message: string }[];
  readonly details: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;
  readonly requestId: string | undefined;

  constructor(options: ApiFaultOptions) {
    const words = isPageIndonesian()
      ? (indonesianFault(options.code, options.details ?? {}, options.retryAfterSeconds) ?? options)
      : options;
    super(words.message);
    this.name = 'ApiFault';
    this.code = options.code;
    this.status = options.status;
    this.fix = words.fix;
    this.issues = options.issues ?? [];
    this.details = options.details ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.requestId = options.requestId;
  }

  /** The sentence about one field of a form, if there is one. */
  issueOf(path: string): string | undefined {
    return this.issues.find((issue) => issue.path === path)?.message;
  }
}

/** The page's language is where every fault is made; the words provider keeps it on the document. */
function isPageIndonesian(): boolean {
  return typeof document !== 'undefined' && document.documentElement.lang === 'id';
}

/** Whatever was thrown, as a fault that can be shown. */
export function asApiFault(thrown: unknown): ApiFault {
  if (thrown instanceof ApiFault) return thrown;
  // Found in the page itself, by what the server finds it with too.
  if (thrown instanceof Fault) {
    const { code, status, message, fix, issues, details } = thrown;
    return new ApiFault({ code, status, message, fix, issues, details });
  }
  return new ApiFault({
    code: 'PAGE_FAILED',
    status: 0,
    message: 'Something in this page went wrong.',
    fix: 'Reload the page and try again.',
  });
}

/** Whether it is not there, or not this person's; any other fault says only that nobody answered for now. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof ApiFault && thrown.status === 404;
}

/** Nothing arrived: no network, or the server is down. */
export function offlineFault(): ApiFault {
  return new ApiFault({
    code: 'OFFLINE',
    status: 0,
    message: 'The studio cannot be reached.',
    fix: 'Check the connection, then try again. Nothing is paid twice.',
  });
}

/** Reads an answer that is not a success; never throws itself. */
export async function faultOfResponse(response: Response): Promise<ApiFault> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const parsed = FaultBody.safeParse(await response.json().catch(() => null));
  if (parsed.success) {
    const { error } = parsed.data;
    return new ApiFault({
      ...error,
      status: response.status,
      retryAfterSeconds: error.retryAfterSeconds ?? (retryAfter || undefined),
    });
  }
  return new ApiFault({
    code: 'ANSWER_UNREADABLE',
    status: response.status,
    message:
      response.status >= 500
        ? 'The server had a problem and could not answer.'
        : `The server refused this (${response.status}).`,
    fix: 'Wait a moment and try again.',
    retryAfterSeconds: retryAfter || undefined,
  });
}
