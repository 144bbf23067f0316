/** Everything that can go wrong with an engine. Adapters map what they see to exactly one of these. */
export const ENGINE_FAULT_KINDS = [
  /** A setting is missing, or a model or node the workflow needs is not installed. */
  'not_configured',
  /** The key is wrong, or may not do this. */
  'authentication',
  /** Credits or quota of the operator's account have run out. */
  'payment',
  /** Too many requests; `retryAfterSeconds` where it was said. */
  'rate_limited',
  /** The model is being loaded or the machine started. */
  'model_loading',
  /** The service does not take this request as it is. */
  'invalid_input',
  /** Moderation, also a picture flagged or blacked out in a "successful" answer. */
  'content_refused',
  /** No answer, no capacity, a connection that broke: worth asking again. */
  'unavailable',
  /** It took longer than it may; the work was given up. */
  'timed_out',
  /** Ended by us or at the service. */
  'cancelled',
  /** The work was done and its result is gone. */
  'result_expired',
  /** The work may or may not have been accepted. */
  'ambiguous_submit',
  /** The service failed at the work, or what it sent is no picture (no clip) of what was asked for. */
  'bad_output',
] as const;
export type EngineFaultKind = (typeof ENGINE_FAULT_KINDS)[number];

export interface EngineFaultOptions {
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number | undefined;
  /** What the failed work cost, where the service says so; 0 lets it be handed over once more. US dollars. */
  readonly costUsd?: number | undefined;
}

/** `message` is for the operator's log: what the service said, without a key, an address with a key, or a picture. */
export class EngineFault extends Error {
  readonly kind: EngineFaultKind;
  readonly retryAfterSeconds: number | undefined;
  readonly costUsd: number | undefined;
  constructor(kind: EngineFaultKind, message: string, options: EngineFaultOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'EngineFault';
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.costUsd = options.costUsd;
  }
}
