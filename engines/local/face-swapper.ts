import {
  EngineFault,
  type EnginePicture,
  type EngineProgress,
  type FaceSwapRequest,
} from '../engine.ts';

/** Who can put the face of one picture on the person of another; handed to the engine when it is created. */
export interface FaceSwapper {
  /**
   * @returns the target with the other face, PNG, its size unchanged
   * @throws Fault that tells the person why this pair of pictures would not look right
   */
  swapFace(
    face: Uint8Array,
    target: Uint8Array,
    signal: AbortSignal,
  ): Promise<{ bytes: Uint8Array; widthPx: number; heightPx: number }>;
}

export async function swapFace(
  faces: FaceSwapper | undefined,
  { face, target, seed }: FaceSwapRequest,
  signal: AbortSignal,
  onProgress: (progress: EngineProgress) => void,
): Promise<EnginePicture> {
  if (!faces) throw new EngineFault('not_configured', 'This studio does not look at photos.');
  onProgress({ fraction: 0, stage: 'swapping_face' });
  const { bytes, widthPx, heightPx } = await faces.swapFace(face.bytes, target.bytes, signal);
  onProgress({ fraction: 1, stage: 'encoding' });
  return {
    ...{ kind: 'picture', bytes, mediaType: 'image/png', widthPx, heightPx, seed },
    source: 'algorithmicMedia',
    note: {
      en: 'Composed from two photos by the local studio; expression and gaze are those of the face photo.',
      id: 'Disusun dari dua foto oleh studio lokal; ekspresi dan arah pandang mengikuti foto wajah.',
    },
  };
}
