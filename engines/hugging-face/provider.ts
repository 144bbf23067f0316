import type { EngineCapability, EngineRequestKind } from '../engine.ts';
import type { ServiceAnswer } from '../wire/call-service.ts';
import type { ModelWish } from '../wire/model-wish.ts';

/** A model as a provider runs it, by the hub's mapping. */
export interface Mapped {
  readonly model: string;
  readonly providerId: string;
}

/** What is sent to begin. */
export interface ProviderCall {
  /** Below the router, from the provider's name on. */
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** Where the work stands, told by one answer. Paths are below the router. */
export type Step =
  /** Ask here next; null: where it was asked before. Null fraction: it does not say. */
  | { readonly askAt: string | null; readonly stage: string; readonly fraction: number | null }
  /** It is done, and this tells what was made. */
  | { readonly resultAt: 'status-less' }
  | { readonly link: string; readonly seed?: number | undefined }
  /** The picture itself, from a provider that holds the call until it is there. */
  | { readonly bytes: Uint8Array };

/** One provider behind the router, in its own words. It is handed answers and makes no calls. */
export interface InferenceProvider {
  readonly id: ProviderId;
  readonly kinds: readonly EngineRequestKind[];
  readonly takesSeed: boolean;
  /** What of `Sampling` it sends on, by kind; left out: nothing. */
  readonly samples?:
    | Readonly<Partial<Record<EngineRequestKind, EngineCapability['sampling']>>>
    | undefined;
  /** Answers the create call with the picture. */
  readonly isHeld: boolean;
  create(mapped: Mapped, kind: EngineRequestKind, wish: ModelWish): ProviderCall;
  /** @throws EngineFault of an answer that says no */
  read(answer: ServiceAnswer, secrets: readonly string[], isFirst: boolean): Step;
}

/** In the order they are asked where the operator gave none. */
export const PROVIDER_IDS = [
  'fal-ai',
  'replicate',
  'wavespeed',
  'together',
  'nscale',
  'deepinfra',
] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** Those a LoRA can be sent to. */
export const LORA_PROVIDER_IDS: readonly ProviderId[] = ['fal-ai', 'replicate', 'wavespeed'];
