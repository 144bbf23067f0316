import type { Look } from '@lumiku/contract';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import type {
  EncodedPicture,
  FaceSwapRequest,
  ImageToVideoRequest,
  PoseTransferRequest,
  TextToImageRequest,
  UpscaleRequest,
} from '../../engine.ts';
import { testPicture } from './test-picture.ts';

const LOOK: Look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#c58b62',
  hairStyle: 'bob',
  hairColour: '#2b1a12',
  headCover: 'none',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#2f6f8f',
  bottomColour: '#3a3f4d',
  accentColour: '#f0e6d2',
};
const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const solved = solvePose(
  PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: { yaw: 10 },
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms: { left: hanging, right: hanging },
    support: 'none',
  }),
  RIGS.female,
);
/** Standing, seen a little from the side. */
const TEST_POSE = { id: 'stand', solved, yaw: 15, pitch: 4, framing: 'full' } as const;

const picture = async (of: string, widthPx: number, heightPx: number): Promise<EncodedPicture> => ({
  bytes: new Uint8Array(await testPicture({ widthPx, heightPx, of })),
  mediaType: 'image/png',
});

interface Requests {
  'text-to-image': TextToImageRequest;
  'pose-transfer': PoseTransferRequest;
  'face-swap': FaceSwapRequest;
  'image-to-video': ImageToVideoRequest;
  upscale: UpscaleRequest;
}

/** A small request of every kind, with real pictures. */
export async function testRequests(): Promise<Requests> {
  const size = { widthPx: 384, heightPx: 512 };
  const photo = await picture('a photo', 300, 400);
  return {
    'text-to-image': {
      kind: 'text-to-image',
      prompt: 'professional portrait photo of a woman with a red hat',
      negativePrompt: 'blurry',
      words: 'a woman with a red hat',
      attributes: { bodyType: 'half_body' },
      seed: 7,
      ...size,
    },
    'pose-transfer': {
      kind: 'pose-transfer',
      photo,
      look: LOOK,
      pose: TEST_POSE,
      prompt: 'full body fashion photo',
      negativePrompt: 'blurry',
      stylePreset: 'realistic',
      seed: 8,
      ...size,
    },
    'face-swap': { kind: 'face-swap', face: photo, target: await picture('b', 240, 320), seed: 9 },
    'image-to-video': {
      kind: 'image-to-video',
      picture: photo,
      move: 'wave',
      look: null,
      pose: null,
      prompt: 'at the beach',
      seconds: 5,
      seed: 10,
      ...size,
    },
    upscale: { kind: 'upscale', picture: photo, widthPx: 600, heightPx: 800 },
  };
}
