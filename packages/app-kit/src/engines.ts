import type { Look, PoseFraming, Scene, Shading, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';

/** What an app may ask of whatever engine is configured. Pixels; the engine may make it smaller, see `abilities`. */
export type MakePicture = TransferPose | DrawWords | SwapFace | Upscale;
export type MakeClip = AnimatePicture;
export type EngineKind = (MakePicture | MakeClip)['kind'];

/** A picture as a file holds it. */
export interface PictureFile {
  bytes: Uint8Array;
  mediaType: string;
}

/** A pose worked out, with the camera (degrees) that sees it. */
export interface EnginePose {
  id: string;
  solved: SolvedPose;
  yaw: number;
  pitch: number;
  framing: PoseFraming;
}

export interface TransferPose {
  kind: 'pose-transfer';
  photo: PictureFile;
  look: Look;
  pose: EnginePose;
  /** The wanted picture in words: framing, style, scene. Not who: that is the photo's. */
  prompt: string;
  negativePrompt: string;
  scene?: Scene | undefined;
  stylePreset: string;
  /** How the local studio draws this preset; left out, it goes by the preset's name. */
  shading?: Shading | undefined;
  /** Steps, and how closely the words are followed, for engines that take them. */
  sampling?: { steps?: number | undefined; guidance?: number | undefined } | undefined;
  widthPx: number;
  heightPx: number;
  seed: number;
}

export interface DrawWords {
  kind: 'text-to-image';
  /** The person's words with framing, attributes and quality terms around them. */
  prompt: string;
  negativePrompt: string;
  /** The person's own words, nothing added. */
  words: string;
  attributes: {
    gender?: 'male' | 'female' | 'unisex' | undefined;
    ageRange?: 'young' | 'adult' | 'mature' | undefined;
    style?: 'casual' | 'formal' | 'sporty' | 'professional' | 'traditional' | undefined;
    ethnicity?: string | undefined;
    bodyType: 'half_body' | 'full_body';
  };
  scene?: Scene | undefined;
  /** How the local studio draws it; left out: clay. */
  shading?: Shading | undefined;
  widthPx: number;
  heightPx: number;
  seed: number;
}

/** The face of one picture on the person of another. */
export interface SwapFace {
  kind: 'face-swap';
  face: PictureFile;
  target: PictureFile;
  seed: number;
}

/** The same picture with more pixels. */
export interface Upscale {
  kind: 'upscale';
  picture: PictureFile;
  widthPx: number;
  heightPx: number;
}

/** A picture that begins to move. */
export interface AnimatePicture {
  kind: 'image-to-video';
  picture: PictureFile;
  move: 'turn' | 'wave' | 'walk' | 'catwalk' | 'talk';
  /** Who is in the picture and how they stand, where that is known. */
  look: Look | null;
  pose: EnginePose | null;
  /** As in the picture, for engines that draw the clip themselves. */
  scene?: Scene | undefined;
  shading?: Shading | undefined;
  prompt: string;
  seconds: number;
  widthPx: number;
  heightPx: number;
  seed: number;
}

/** IPTC digital source types, for the provenance mark. */
export type MadeBy =
  | 'algorithmicMedia'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia';

export interface EnginePictureMade {
  engineId: string;
  bytes: Uint8Array;
  mediaType: string;
  widthPx: number;
  heightPx: number;
  seed: number;
  source: MadeBy;
  /** What the person should know about this picture. */
  note?: Words;
  /** Words of the person the engine did not heed. */
  unreadWords?: readonly string[];
}

export interface EngineClipMade {
  engineId: string;
  bytes: Uint8Array;
  mediaType: 'video/mp4' | 'video/webm' | 'image/webp';
  widthPx: number;
  heightPx: number;
  seconds: number;
  /** The same clip in other formats. */
  alternatives?: readonly PictureFile[];
  /** A frame to show before it plays. */
  poster: PictureFile;
  seed: number;
  source: MadeBy;
  note?: Words;
}

/** What can be asked for now, by the engine that would be asked first. */
export interface EngineAbility {
  kind: EngineKind;
  engineId: string;
  title: string;
  isAi: boolean;
  longestSidePx: number;
  /** The same seed gives the same picture. */
  takesSeed: boolean;
  /** Whether the person of the photo is recognisable in the result. */
  keepsIdentity: boolean;
  reportsProgress: boolean;
  sendsPreviews: boolean;
  cancels: boolean;
  /** Longest clip, for `image-to-video`. */
  secondsMax: number | null;
}
