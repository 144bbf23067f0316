import type { Look, PoseFraming } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';

/** What an app may ask of whatever engine is configured. Pixels; the short side is 768 (sd) or 1536 (hd). */
export interface MakePicture {
  kind: 'pose-transfer';
  photo: { bytes: Uint8Array; mediaType: string };
  look: Look;
  pose: { id: string; solved: SolvedPose; yaw: number; pitch: number; framing: PoseFraming };
  stylePreset: string;
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
}
