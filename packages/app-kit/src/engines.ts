import type { Look, PoseFraming, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';

/** What an app may ask of whatever engine is configured. Pixels; the short side is 768 (sd) or 1536 (hd). */
export type MakePicture = TransferPose | DrawWords;

export interface TransferPose {
  kind: 'pose-transfer';
  photo: { bytes: Uint8Array; mediaType: string };
  look: Look;
  pose: { id: string; solved: SolvedPose; yaw: number; pitch: number; framing: PoseFraming };
  stylePreset: string;
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
  widthPx: number;
  heightPx: number;
  seed: number;
}

export interface EnginePictureMade {
  engineId: string;
  bytes: Uint8Array;
  mediaType: string;
  widthPx: number;
  heightPx: number;
  seed: number;
  source: 'algorithmicMedia' | 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia';
  /** What the person should know about this picture. */
  note?: Words;
  /** Words of the person the engine did not heed. */
  unreadWords?: readonly string[];
}
