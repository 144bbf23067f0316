import type { Look } from '@lumiku/contract';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import sharp from 'sharp';
import type { EncodedPicture, EngineRequest, PosedBody } from '../engine.ts';

type Wish<Kind extends EngineRequest['kind']> = Extract<EngineRequest, { kind: Kind }>;

const SIZE = { widthPx: 384, heightPx: 512 };
/** Long enough to be found in what was sent. */
export const CONTRACT_SEED = 7_654_321;

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

function standing(): PosedBody {
  const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
  const solved = solvePose(
    PoseSpec.parse({
      ...{ pelvis: {}, chest: {}, head: { yaw: 10 }, weight: 0.5, kneeBend: 4, support: 'none' },
      legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
      arms: { left: hanging, right: hanging },
    }),
    RIGS.female,
  );
  return { id: 'stand', solved, yaw: 15, pitch: 4, framing: 'full' };
}

/** Something with a face's place in it: shapes on a plain ground, never one colour. */
export async function drawnPicture(
  size: { widthPx: number; heightPx: number },
  hue = 20,
): Promise<EncodedPicture> {
  const { widthPx: w, heightPx: h } = size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">
    <rect width="100%" height="100%" fill="hsl(${hue + 180} 30% 85%)"/>
    <ellipse cx="${w / 2}" cy="${h * 0.3}" rx="${w * 0.16}" ry="${h * 0.15}" fill="hsl(${hue} 45% 60%)"/>
    <path d="M${w * 0.2} ${h} Q${w / 2} ${h * 0.35} ${w * 0.8} ${h} Z" fill="hsl(${hue + 90} 40% 40%)"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  return { bytes: new Uint8Array(bytes), mediaType: 'image/png' };
}

/** A small request of each kind, with real pictures in it. */
export async function contractRequest<Kind extends EngineRequest['kind']>(
  kind: Kind,
): Promise<Wish<Kind>>;
export async function contractRequest(kind: EngineRequest['kind']): Promise<EngineRequest> {
  const photo = await drawnPicture(SIZE);
  const words = { prompt: 'portrait of a woman with a red hat', negativePrompt: 'blurry' };
  const seed = CONTRACT_SEED;
  switch (kind) {
    case 'text-to-image':
      return {
        ...{ kind, ...words, ...SIZE, seed, words: 'a woman with a red hat' },
        attributes: { bodyType: 'half_body' },
      };
    case 'pose-transfer':
      return {
        ...{ kind, ...words, ...SIZE, seed, photo, look: LOOK, pose: standing() },
        ...{ stylePreset: 'realistic', poseFigure: await drawnPicture(SIZE, 200) },
      };
    case 'face-swap':
      return { kind, face: photo, target: await drawnPicture(SIZE, 140), seed };
    case 'image-to-video':
      return {
        ...{ kind, picture: photo, move: 'wave', look: LOOK, pose: standing(), ...SIZE, seed },
        ...{ prompt: 'a woman waves at the camera', seconds: 2 },
      };
    case 'upscale':
      return { kind, picture: photo, widthPx: 768, heightPx: 1_024 };
  }
}
