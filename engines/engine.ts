import type { Look, PoseFraming, Scene, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';

/** The port every image engine implements; what an engine can do is data. Grows with the adapters. */
export interface Engine {
  /** kebab-case, stable: it is stored with every picture. */
  readonly id: string;
  readonly title: string;
  readonly capabilities: readonly EngineCapability[];
  /**
   * Hands the work over and returns what is needed to find it again. Costs money from here on: it is called once
   * per attempt, and the ticket is stored before anything else happens.
   * @throws EngineFault
   */
  submit(request: EngineRequest, signal: AbortSignal): Promise<EngineTicket>;
  /** Waits for submitted work, also in another process after a restart. @throws EngineFault */
  follow(ticket: EngineTicket, watch: EngineWatch): Promise<EnginePicture>;
  /** Best effort; never throws for work that is already over. */
  cancel(ticket: EngineTicket): Promise<void>;
  close(): Promise<void>;
}

export interface EngineCapability {
  readonly kind: EngineRequest['kind'];
  readonly longestSidePx: number;
  readonly isAi: boolean;
}

export type EngineRequest = PoseTransferRequest | TextToImageRequest;

/** A person in a pose. Engines that take a skeleton draw it from `pose`; engines that take words use `look`. */
export interface PoseTransferRequest {
  readonly kind: 'pose-transfer';
  readonly photo: { readonly bytes: Uint8Array; readonly mediaType: string };
  readonly look: Look;
  readonly pose: {
    readonly id: string;
    readonly solved: SolvedPose;
    /** Degrees of the pose's own camera. */
    readonly yaw: number;
    readonly pitch: number;
    readonly framing: PoseFraming;
  };
  /** Light, backdrop and cut; its framing wins over the pose's. */
  readonly scene?: Scene | undefined;
  readonly stylePreset: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
}

/** Words to a picture of a person. Engines that take one prompt use `prompt`; the others what it was made from. */
export interface TextToImageRequest {
  readonly kind: 'text-to-image';
  /** The person's words with framing, attributes and quality terms around them. */
  readonly prompt: string;
  /** What should not be in the picture, for engines that take one. */
  readonly negativePrompt: string;
  /** The person's own words, nothing added. */
  readonly words: string;
  readonly attributes: {
    readonly gender?: 'male' | 'female' | 'unisex' | undefined;
    readonly ageRange?: 'young' | 'adult' | 'mature' | undefined;
    readonly style?: 'casual' | 'formal' | 'sporty' | 'professional' | 'traditional' | undefined;
    /** In the person's own words. */
    readonly ethnicity?: string | undefined;
    readonly bodyType: 'half_body' | 'full_body';
  };
  /** Light, backdrop and cut; its framing wins over the body type. */
  readonly scene?: Scene | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
}

/** Plain JSON: enough to follow the work from another process. */
export type EngineTicket = { readonly [key: string]: unknown };

export interface EngineWatch {
  readonly signal: AbortSignal;
  /** `fraction` is null where the engine cannot say; progress never lies. */
  readonly onProgress: (progress: {
    fraction: number | null;
    stage: string;
    preview?: { bytes: Uint8Array; mediaType: string };
  }) => void;
}

export interface EnginePicture {
  /** An encoded picture, as the engine gave it. */
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
  /** For the provenance mark. */
  readonly source:
    | 'algorithmicMedia'
    | 'trainedAlgorithmicMedia'
    | 'compositeWithTrainedAlgorithmicMedia';
  /** What the person should know about this picture. */
  readonly note?: Words;
  /** Words of the person it did not heed, in the order they were said. */
  readonly unreadWords?: readonly string[];
}

export type EngineFaultKind =
  | 'not_configured'
  | 'authentication'
  | 'payment'
  | 'rate_limited'
  | 'model_loading'
  | 'invalid_input'
  | 'content_refused'
  | 'unavailable'
  | 'timed_out'
  | 'cancelled'
  | 'result_expired'
  | 'ambiguous_submit'
  | 'bad_output';

export class EngineFault extends Error {
  readonly kind: EngineFaultKind;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    kind: EngineFaultKind,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'EngineFault';
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
