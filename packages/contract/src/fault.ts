import { z } from 'zod';

/** Everything a person can be told went wrong. Codes are `AREA_REASON`; apps add their own with their prefix. */
export const FaultBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fix: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retryAfterSeconds: z.number().optional(),
    requestId: z.string(),
    /** Figures the message is built from, e.g. `{ price: 7, available: 3 }`; for screens that say it their own way. */
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type FaultBody = z.infer<typeof FaultBody>;

export type FaultStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 502
  | 503;

export interface FaultIssue {
  path: string;
  message: string;
  inIndonesian?: string;
}

export interface FaultOptions {
  /** Stable machine name, `AREA_REASON`. */
  code: string;
  status: FaultStatus;
  /** One plain sentence for the person; no names of internals. */
  message: string;
  /** How to mend it, when the person or the operator can. */
  fix?: string;
  /** A field each; without a sentence in Indonesian, Indonesian readers get the one of the whole fault. */
  issues?: FaultIssue[];
  details?: Record<string, unknown>;
  retryAfterSeconds?: number;
  /** For the log only. */
  internal?: string;
  cause?: unknown;
}

/** The one error type verbs throw. HTTP, the job runner and the command line translate it. */
export class Fault extends Error {
  readonly code: string;
  readonly status: FaultStatus;
  readonly fix: string | undefined;
  readonly issues: FaultIssue[] | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly internal: string | undefined;

  constructor(options: FaultOptions) {
    super(options.message, { cause: options.cause });
    this.name = 'Fault';
    this.code = options.code;
    this.status = options.status;
    this.fix = options.fix;
    this.issues = options.issues;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.internal = options.internal;
  }
}

/** What is not yours looks as if it did not exist. */
export function notFound(what: string): Fault {
  return new Fault({ code: 'NOT_FOUND', status: 404, message: `This ${what} does not exist.` });
}
