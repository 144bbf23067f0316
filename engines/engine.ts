import type { EngineCapability } from './port/engine-capability.ts';
import type { EngineOutput } from './port/engine-output.ts';
import type { EncodedPicture, EngineRequest } from './port/engine-request.ts';

export * from './port/engine-capability.ts';
export * from './port/engine-fault.ts';
export * from './port/engine-output.ts';
export * from './port/engine-request.ts';
export * from './port/fit-size.ts';

/**
 * The port every engine implements; what an engine can do is data. `engine.contract.ts` is what each is held to.
 *
 * The life of a piece of work: the caller stores the key of the attempt, then calls `submit`; stores the ticket, then
 * calls `follow`. A crash between the two leaves a key without a ticket: `find` is asked, and without a clear answer
 * the work is never handed over again, because somebody may already pay for it.
 */
export interface Engine {
  /** kebab-case, stable: it is stored with every picture. */
  readonly id: string;
  /** As a person reads it. */
  readonly title: string;
  /** One entry for each kind of request it takes as it is configured now. */
  readonly capabilities: readonly EngineCapability[];
  /** Pieces of work it should have at a time, where the service says so; the operator's own setting wins. */
  readonly concurrency?: number;
  /** How long one piece of work may take from submit to result, where it is known to be long. */
  readonly timeoutMs?: number;
  /**
   * Hands the work over: ONE create call, never repeated by itself. Services with jobs of their own return as soon as the job is
   * accepted; a service that answers only with the finished picture holds the call, tells its progress, and keeps the
   * answer in this instance for `follow`.
   * @throws EngineFault `ambiguous_submit` when the service may have taken the work and did not say so (a connection
   * lost after sending, a 5xx to a create call). Every other fault means: nothing was accepted.
   */
  submit(request: EngineRequest, options: SubmitOptions): Promise<EngineTicket>;
  /**
   * Looks work up whose ticket was lost in a crash or an unclear answer. Left out where the service cannot be asked.
   * @param since when the attempt began
   * @returns its ticket; `not-submitted` only when the service is certain never to have taken it; else `unknown`.
   * @throws EngineFault when the service cannot be asked right now
   */
  find?(
    key: string,
    since: Date,
    request: EngineRequest,
    signal: AbortSignal,
  ): Promise<EngineTicket | 'not-submitted' | 'unknown'>;
  /**
   * Waits for submitted work and fetches its result at once, also in another process after a restart. May be called again
   * with the same ticket: downloads are repeated, work is not.
   * @throws EngineFault. After `unavailable`, `rate_limited` and `model_loading` the ticket is still good; after
   * every other one the work is over.
   */
  follow(ticket: EngineTicket, watch: EngineWatch): Promise<EngineOutput>;
  /** Best effort; never throws for work that is already over. */
  cancel(ticket: EngineTicket): Promise<void>;
  /**
   * Asks whether the service is there and takes the key, without making (or paying) anything.
   * @returns a line for the operator, such as the version it runs. @throws EngineFault
   */
  probe?(signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

export interface SubmitOptions {
  readonly signal: AbortSignal;
  /** A UUID of this attempt, stored before the call: idempotency key, prompt id or track id where the service takes one. */
  readonly key: string;
  /** For services that work while the call is held. */
  readonly onProgress: (progress: EngineProgress) => void;
}

/** Plain JSON without secrets: enough to follow the work from another process. */
export type EngineTicket = { readonly [key: string]: unknown };

export interface EngineWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: EngineProgress) => void;
}

export interface EngineProgress {
  /** 0 to 1, never falling; null where the engine cannot say. Progress never lies. */
  readonly fraction: number | null;
  /** `queued`, `loading_model`, `drawing`, `downloading`, or what else the engine is at; snake_case. */
  readonly stage: string;
  /** What the picture looks like so far. */
  readonly preview?: EncodedPicture;
}
