import type { Fault } from '@lumiku/contract';
import type { z } from 'zod';
import type { Tx } from './app-context.ts';

/** A kind of slow work. `kind` is namespaced by the app: `avatar-generator.render-generation`. */
export interface JobDefinition<Payload = unknown, Result = unknown> {
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries in all, for faults worth another try. */
  readonly attemptsMax: number;
  readonly timeoutMs: number;
  /** Does the work. May be run again after a crash: it must find its own traces (ticket, stored files). */
  run(job: RunningJob<Payload>): Promise<Result>;
  /** These three run inside the transaction that ends the job and settles its hold. No I/O but `tx`. */
  onStarted?(tx: Tx, job: JobRef<Payload>): Promise<void>;
  onCompleted(tx: Tx, job: JobRef<Payload>, result: Result): Promise<void>;
  onFailed(tx: Tx, job: JobRef<Payload>, fault: Fault): Promise<void>;
  onCancelled(tx: Tx, job: JobRef<Payload>): Promise<void>;
  /** After the commit of whatever ended it, or of its deletion: remove files nothing points to any more. */
  afterEnd?(job: JobRef<Payload>): Promise<void>;
}

export interface JobRef<Payload> {
  /** Also the id of the thing it makes (a generation, an avatar). */
  readonly id: string;
  readonly userId: string;
  readonly payload: Payload;
  readonly attempt: number;
  readonly priceCredits: number;
}

export interface RunningJob<Payload> extends JobRef<Payload> {
  /** Aborts on cancel, timeout, lost lease and shutdown. */
  readonly signal: AbortSignal;
  /** `fraction` null = unknown. Throttled; reaches the browser as `<subject>.progressed`. */
  progress(at: { fraction: number | null; stage: string; previewUrl?: string }): void;
  /** The engine's ticket, stored so that a restart follows the same work and never pays twice. */
  readonly ticket: {
    load(): Promise<{ engineId: string; ticket: Record<string, unknown> } | null>;
    store(engineId: string, ticket: Record<string, unknown>): Promise<void>;
  };
}

export interface SubmitJob<Payload = unknown> {
  kind: string;
  /** The subject's id; submitting the same id twice is one job. */
  id: string;
  userId: string;
  payload: Payload;
  /** Held in the same transaction; 0 = free. */
  priceCredits: number;
  /** What the ledger line will link to, e.g. `avatar-generator:generation:<id>`. */
  reference: string;
  isPriority: boolean;
  /** Event namespace: `generation` → `generation.completed`. */
  subject: string;
}

export interface Jobs {
  /**
   * Places the hold and writes the job in the caller's transaction; it is enqueued after the commit (and by the
   * sweeper, should the process die in between).
   * @throws Fault INSUFFICIENT_CREDITS (402) with `details: { price, available, balance }`.
   */
  submit(tx: Tx, job: SubmitJob): Promise<void>;
  /** Call after the commit of `submit`; harmless to call twice or never. */
  wake(id: string): Promise<void>;
  /** Pending work ends at once; running work is told to stop. Idempotent. Releases the hold exactly once. */
  cancel(id: string): Promise<void>;
  /** How far running work is; null when it is not running. */
  progressOf(
    id: string,
  ): Promise<{ fraction: number | null; stage: string; position: number | null } | null>;
}
