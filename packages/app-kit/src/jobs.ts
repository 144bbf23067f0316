import type { Fault, QueueAhead } from '@lumiku/contract';
import type { z } from 'zod';
import type { Tx } from './app-context.ts';

/** What an event tells about its subject: plain JSON. */
export type EventData = Record<string, unknown>;

/** A kind of slow work. `kind` is namespaced by the app: `avatar-generator.render-generation`. */
export interface JobDefinition<Payload = unknown, Result = unknown> {
  readonly kind: string;
  /** Event namespace: `generation` → `generation.started`, `.progressed`, `.completed`, `.failed`, `.cancelled`. */
  readonly subject: string;
  readonly payload: z.ZodType<Payload>;
  /** Keys of the manifest's `prices` it is paid from; empty = free. */
  readonly paidFrom: readonly string[];
  /** A person is waiting in front of it: it goes in a line of its own, with workers of its own. Free and short. */
  readonly isInteractive?: boolean;
  /** Tries in all, for faults worth another try. */
  readonly attemptsMax: number;
  /** Of one try. */
  readonly timeoutMs: number;
  /** Does the work. May be run again after a crash: it must find its own traces (ticket, stored files). */
  run(job: RunningJob<Payload>): Promise<Result>;
  /**
   * These four run inside the transaction that starts or ends the job and settles its hold: no I/O but `tx`.
   * What they return is the data of the durable event.
   */
  onStarted(tx: Tx, job: JobRef<Payload>): Promise<EventData>;
  onCompleted(tx: Tx, job: JobRef<Payload>, result: Result): Promise<EventData>;
  onFailed(tx: Tx, job: EndedJobRef<Payload>, fault: Fault): Promise<EventData>;
  onCancelled(tx: Tx, job: EndedJobRef<Payload>): Promise<EventData>;
  /**
   * `run` finished, but the job was ended or taken over meanwhile: remove the files it made, unless a row names them
   * (the answer to a commit that went through may be lost with its connection).
   */
  discard?(job: JobRef<Payload>, result: Result): Promise<void>;
}

export interface JobRef<Payload> {
  /** Also the id of the thing it makes (a generation, an avatar). */
  readonly id: string;
  readonly userId: string;
  readonly payload: Payload;
  /** 1 = the first try. */
  readonly attempt: number;
  readonly priceCredits: number;
}

export interface EndedJobRef<Payload> extends Omit<JobRef<Payload>, 'payload'> {
  /** Null when it is not what this version of the app writes: such work, too, must be able to end. */
  readonly payload: Payload | null;
}

export interface RunningJob<Payload> extends JobRef<Payload> {
  /** Aborts on cancel, timeout, lost lease and shutdown. */
  readonly signal: AbortSignal;
  /** `fraction` null = unknown. Throttled; reaches the browser as `<subject>.progressed`. */
  progress(at: { fraction: number | null; stage: string; previewUrl?: string }): void;
  /** Names a point in the work's life (`picture.stored`), for traces and for tests that stop the process there. */
  step(name: string): void;
  /** The engine's ticket, stored so that a restart follows the same work and never pays twice. */
  readonly ticket: JobTicket;
}

export interface JobTicket {
  load(): Promise<{ engineId: string; ticket: Record<string, unknown> } | null>;
  /** @throws when the lease was lost meanwhile. */
  store(engineId: string, ticket: Record<string, unknown>): Promise<void>;
  /** The work it leads to is lost or spoilt: the next try submits anew. */
  clear(): Promise<void>;
}

export interface SubmitJob<Payload = unknown> {
  kind: string;
  /** The subject's id (a UUID); submitting the same id twice is one job. */
  id: string;
  userId: string;
  payload: Payload;
  /** Held in the same transaction; 0 = free. */
  priceCredits: number;
  /** What the ledger line will link to, e.g. `avatar-generator:generation:<id>`. */
  reference: string;
  isPriority: boolean;
}

export interface JobProgress {
  state: 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';
  /** 0..1 of running work; null = unknown or not running. */
  fraction: number | null;
  stage: string | null;
  /** Place in the queue of pending work, 1 = next. */
  position: number | null;
  /** Who is before it while it waits; null when it does not. */
  ahead: QueueAhead | null;
}

export interface Jobs {
  /**
   * Places the hold and writes the job in the caller's transaction; it is enqueued after the commit (and by the
   * sweeper, should the process die in between). Locks the person's credit account: call it before other rows are written.
   * @throws Fault INSUFFICIENT_CREDITS (402) with `details: { price, available, balance }`; JOBS_TOO_MANY (429) when the
   *   person's tier allows no more at once.
   */
  submit(tx: Tx, job: SubmitJob): Promise<void>;
  /**
   * Several jobs of one person under one hold of all their prices: all are accepted or none. Each one that completes
   * captures its own price (its `reference` is the ledger's), each other one gives it back.
   * @param batch.reference what all of them are for, e.g. `avatar-creator:request:<id>`.
   * @throws Fault INSUFFICIENT_CREDITS (402) with the price of all of them.
   */
  submitAll(tx: Tx, batch: { reference: string; jobs: readonly SubmitJob[] }): Promise<void>;
  /** Call after the commit of `submit`; harmless to call twice or never. */
  wake(id: string): Promise<void>;
  /**
   * Ends work that is not over, at once and wherever it runs, and releases its hold exactly once; the worker is told
   * to stop and can no longer deliver.
   * @returns false when it was over already (or never was).
   */
  cancel(id: string): Promise<boolean>;
  /** Like `cancel`, in the caller's transaction and without hook or event: for deleting the subject with its job. Call it before the subject's row is touched. */
  forget(tx: Tx, id: string | readonly string[]): Promise<void>;
  /** How far the work is; ids without a job are left out. */
  progressOf(ids: readonly string[]): Promise<Map<string, JobProgress>>;
}
