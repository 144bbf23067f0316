import type { EngineRequest, EngineRequestKind, Sampling } from './engine-request.ts';
import type { SizeLimits } from './fit-size.ts';

/** What an engine can do of one kind of request: it drives validation, routing and what the screens offer. */
export interface EngineCapability extends SizeLimits {
  readonly kind: EngineRequestKind;
  /** Whether a trained model makes it (the local engine draws by rule). */
  readonly isAi: boolean;
  /** What it takes a pose from; the wrong kind gives no error but a picture in no pose. */
  readonly poseInput?: PoseInput;
  /** Whether the person of the photo is recognisable in the result. */
  readonly keepsIdentity?: boolean;
  readonly takesNegativePrompt?: boolean;
  /** The same seed gives the same picture. */
  readonly takesSeed: boolean;
  /** What it takes of the `Sampling` of a request; left out: nothing. */
  readonly sampling?: readonly (keyof Sampling)[];
  /** A LoRA it applies, with the scales it takes. */
  readonly lora?: {
    readonly model: string;
    readonly scale: number;
    readonly scaleMin: number;
    readonly scaleMax: number;
  };
  readonly reportsProgress: boolean;
  readonly sendsPreviews: boolean;
  /** Work can be stopped at the service; without it only we stop waiting. */
  readonly cancels: boolean;
  /** Estimate for one result in US dollars; 0 = costs nothing but time, null = not known. */
  readonly costUsd: number | null;
  /** Every model that takes part, with its licence. */
  readonly models: readonly EngineModel[];
  /** Longest clip, for `image-to-video`. */
  readonly secondsMax?: number;
}

/** What shows the engine a pose: the control image drawn from `pose`, or the picture of a figure in `poseFigure`. */
export type PoseInput = 'skeleton' | 'photo' | 'either';

export interface EngineModel {
  /** As its makers call it, e.g. `black-forest-labs/FLUX.1-dev`. */
  readonly id: string;
  readonly part:
    | 'base'
    | 'lora'
    | 'control'
    | 'identity'
    | 'face-swap'
    | 'video'
    | 'upscaler'
    | 'other';
  readonly licence: ModelLicence;
}

export interface ModelLicence {
  readonly name: string;
  readonly url: string;
  /** Null = not known: the operator has to look it up. */
  readonly isCommercialUseAllowed: boolean | null;
}

/** What the engine can do of this kind, if anything. */
export function capabilityOf(
  engine: { readonly capabilities: readonly EngineCapability[] },
  kind: EngineRequest['kind'],
): EngineCapability | undefined {
  return engine.capabilities.find((can) => can.kind === kind);
}
