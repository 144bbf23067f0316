import type { Look, PoseFraming, Scene, Shading } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';

export type EngineRequest =
  | TextToImageRequest
  | PoseTransferRequest
  | FaceSwapRequest
  | ImageToVideoRequest
  | UpscaleRequest;
export type EngineRequestKind = EngineRequest['kind'];

/** A picture as a file holds it. */
export interface EncodedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** How a diffusion model goes about a picture; each engine takes what its model knows, within its bounds. */
export interface Sampling {
  readonly steps?: number | undefined;
  /** How closely the words are followed. */
  readonly guidance?: number | undefined;
}

/** A pose worked out, with the camera that sees it. */
export interface PosedBody {
  readonly id: string;
  readonly solved: SolvedPose;
  /** Degrees of the pose's own camera. */
  readonly yaw: number;
  readonly pitch: number;
  readonly framing: PoseFraming;
}

/** A person in a pose. Engines that take a skeleton draw it from `pose`; engines that take words use `prompt`. */
export interface PoseTransferRequest {
  readonly kind: 'pose-transfer';
  readonly photo: EncodedPicture;
  readonly look: Look;
  readonly pose: PosedBody;
  /** The drawn figure in this pose, as large as the wanted picture; given where `poseInput` is `photo`. */
  readonly poseFigure?: EncodedPicture | undefined;
  /** The wanted picture in words: framing, style, scene. Not who: that is the photo's. */
  readonly prompt: string;
  /** What should not be in the picture, for engines that take one. */
  readonly negativePrompt: string;
  /** Light, backdrop and cut; its framing wins over the pose's. */
  readonly scene?: Scene | undefined;
  readonly stylePreset: string;
  /** How the local studio draws this preset; left out, it goes by the preset's name. */
  readonly shading?: Shading | undefined;
  /** Of the style preset; left out, the engine's own. */
  readonly sampling?: Sampling | undefined;
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
  /** How the local studio draws it; left out: clay. */
  readonly shading?: Shading | undefined;
  /** Left out, the engine's own. */
  readonly sampling?: Sampling | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
  /** 0 leaves the LoRA out; left out = as configured. Only the operator's check of an engine asks for one. */
  readonly loraScale?: number | undefined;
}

/** The face of one picture on the person of another. */
export interface FaceSwapRequest {
  readonly kind: 'face-swap';
  readonly face: EncodedPicture;
  /** Everything but the face stays as it is, its size too. */
  readonly target: EncodedPicture;
  readonly seed: number;
}

export type ClipMove = 'turn' | 'wave' | 'walk' | 'catwalk' | 'talk';

/** A picture that begins to move. */
export interface ImageToVideoRequest {
  readonly kind: 'image-to-video';
  readonly picture: EncodedPicture;
  readonly move: ClipMove;
  /** Who is in the picture and how they stand, for engines that draw the clip themselves. */
  readonly look: Look | null;
  readonly pose: PosedBody | null;
  /** As in the picture, for engines that draw the clip themselves. */
  readonly scene?: Scene | undefined;
  readonly shading?: Shading | undefined;
  readonly prompt: string;
  readonly seconds: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
}

/** The same picture with more pixels. */
export interface UpscaleRequest {
  readonly kind: 'upscale';
  readonly picture: EncodedPicture;
  readonly widthPx: number;
  readonly heightPx: number;
}
