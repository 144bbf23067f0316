import { NEUTRAL_LOOK } from '@lumiku/contract';
import type { EncodedPicture, EngineRequest, EngineRequestKind } from '@lumiku/engines/engine';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';

const SIZE = { widthPx: 768, heightPx: 1_024 };
const SEED = 20_260_101;
const PROMPT = 'portrait photo of a woman in a teal linen shirt, soft studio light, sharp focus';
const NEGATIVE_PROMPT = 'blurry, low quality, text';

/** A harmless request of a kind, always the same, for the operator's check of an engine. */
export async function checkRequest(
  kind: EngineRequestKind,
  figure: () => Promise<EncodedPicture>,
): Promise<EngineRequest> {
  const words = { prompt: PROMPT, negativePrompt: NEGATIVE_PROMPT };
  if (kind === 'text-to-image')
    return {
      ...{ kind, ...words, ...SIZE, seed: SEED, words: 'a woman in a teal linen shirt' },
      attributes: { bodyType: 'half_body' },
    };
  const photo = await figure();
  switch (kind) {
    case 'pose-transfer':
      return {
        ...{ kind, photo, look: NEUTRAL_LOOK, pose: standing(), poseFigure: photo, ...words },
        ...{ stylePreset: 'realistic', ...SIZE, seed: SEED },
      };
    case 'face-swap':
      return { kind, face: photo, target: photo, seed: SEED };
    case 'image-to-video':
      return {
        ...{ kind, picture: photo, move: 'turn', look: NEUTRAL_LOOK, pose: standing() },
        ...{ prompt: PROMPT, seconds: 2, ...SIZE, seed: SEED },
      };
    case 'upscale':
      return { kind, picture: photo, widthPx: 1_536, heightPx: 2_048 };
  }
}

function standing() {
  const arm = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
  const solved = solvePose(
    PoseSpec.parse({
      ...{ pelvis: {}, chest: {}, head: {}, weight: 0.5, kneeBend: 4, support: 'none' },
      legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
      arms: { left: arm, right: arm },
    }),
    RIGS.female,
  );
  return { id: 'check', solved, yaw: 15, pitch: 4, framing: 'full' } as const;
}
