import {
  EngineFault,
  type EnginePicture,
  type EngineProgress,
  type FaceSwapRequest,
} from '../engine.ts';
import type { FaceSwapper } from '../port/engine-definition.ts';

/** Has the face of one picture put on the person of another. @throws Fault where the pair would not look right */
export async function swapFace(
  faces: FaceSwapper | null,
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
