import type { Engine } from '../engine.ts';
import type { CaseName } from './contract-cases.ts';

/** What the service does with the next work that comes; each quirk happens once, then all is well again. */
export type Quirk =
  /** Does not accept the key; says the key back in its answer where services of this kind might. */
  | 'refuses-key'
  | 'unpaid'
  /** 429 with `Retry-After: 7`, or the same in the service's own words. */
  | 'busy'
  /** The model is being loaded, the queue is full, the machine starts: nothing is accepted. */
  | 'loading'
  /** HTTP 200 with an error inside. */
  | 'says-no-in-200'
  /** Takes the work and hangs up before it has answered. */
  | 'loses-answer'
  /** Hangs up without having taken it. */
  | 'hangs-up'
  /** Moderation: refused, or flagged in a "successful" answer. */
  | 'flags'
  /** Takes the work and fails at it. */
  | 'fails'
  /** A page of HTML where the picture should be. */
  | 'sends-page'
  /** Half a picture at the first download, the whole one after that; for good where nothing is downloaded. */
  | 'truncates'
  /** The result is gone before it is fetched. */
  | 'expires'
  /** Is not done before `release`. */
  | 'holds'
  /** The connection over which work is followed breaks once. */
  | 'drops-follower';

/** One engine beside a service that behaves as the real one does; every engine has one, in `testing/harness.ts`. */
export interface EngineHarness {
  /** The engine's id. */
  readonly id: string;
  /** `jobs`: work is accepted, then followed. `held`: the create call answers with the finished picture. */
  readonly style: 'jobs' | 'held';
  /** What becomes of work whose worker is killed; `docs/engines.md` shows it, and workers are killed to prove it. */
  readonly whenKilled: {
    readonly beforeAnswer: KillOutcome;
    readonly beforeResult: KillOutcome;
  };
  /** Cases that cannot be with this service, each with why. Kinds an engine does not do need no entry. */
  readonly lacks: Partial<Record<CaseName, string>>;
  start(): Promise<EngineBench>;
  /** An instance that speaks to a started service from wherever it is, also from another process. */
  engineAt(url: string): Engine;
}

export type KillOutcome =
  | 'found again'
  | 'followed by its ticket'
  | 'left unclear, nobody pays'
  | 'lost with the process, nobody pays';

export interface EngineBench {
  /** For `engineAt`. */
  readonly url: string;
  /** A new instance that speaks to the service, as after a restart of the process. */
  newEngine(): Engine;
  play(quirk: Quirk): void;
  /** Lets held work finish. */
  release(): void;
  /** Create calls that reached the service, also those it refused or lost. */
  creates(): number;
  /** Pieces of work that were stopped at the service. */
  stops(): number;
  /** Everything that was sent to the service: addresses with their queries, and bodies as text. */
  sent(): readonly { readonly url: string; readonly body: string }[];
  /** Keys that may be seen by nobody. */
  readonly keys: readonly string[];
  /** The LoRA scale of the newest create call as the service read it; null when no LoRA was asked for. */
  loraScale?(): number | null;
  close(): Promise<void>;
}
