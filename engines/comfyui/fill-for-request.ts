import { createHash } from 'node:crypto';
import { drawFacePoints, poseCamera, projectCoco18 } from '@lumiku/pose-kit';
import sharp from 'sharp';
import {
  type EncodedPicture,
  type EngineRequest,
  fitSize,
  type PoseTransferRequest,
  type Sampling,
} from '../engine.ts';
import {
  faceSwapPrompt,
  movePrompt,
  type PictureNames,
  poseEditPrompt,
} from '../wire/edit-words.ts';
import { fitPicture } from '../wire/fit-picture.ts';
import { clamp } from '../wire/sampling.ts';
import { type DrawnPose, skeletonPicture } from '../wire/skeleton-picture.ts';
import type { LoadedWorkflow } from './load-workflows.ts';
import type { InputName } from './workflow.ts';

/** What goes into a workflow for one request; pictures are uploaded before they have a name to be put in. */
export interface Filling {
  readonly values: Partial<Record<InputName, string | number>>;
  readonly pictures: Partial<Record<InputName, EncodedPicture>>;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Qwen's encoder labels its pictures so. */
const NAMES: PictureNames = { person: 'Picture 1', other: 'Picture 2' };
const FPS = 24;
/** Wan makes 4 n + 1 frames. */
const FRAME_STEP = 4;
const FRAMES_MAX = 121;
const SENT_MAX = { longestSidePx: 2048, bytesMax: 20 * 1024 * 1024 };
const SEED_MAX = 2 ** 53;

/** @throws EngineFault `invalid_input` for a picture that cannot be read */
export async function fillForRequest(
  request: EngineRequest,
  loaded: LoadedWorkflow,
): Promise<Filling> {
  switch (request.kind) {
    case 'text-to-image': {
      const size = fitSize(request, loaded.sizes);
      return {
        ...size,
        values: {
          ...sized(size),
          ...worded(request.prompt, request.negativePrompt),
          ...seeded(request.seed),
          ...lora(request.loraScale, loaded),
          ...sampled(request.sampling, loaded),
        },
        pictures: {},
      };
    }
    case 'pose-transfer':
      return await fillPose(request, loaded);
    case 'face-swap': {
      const size = await sizeOf(request.target, loaded);
      return {
        ...size,
        values: { ...sized(size), ...worded(faceSwapPrompt(NAMES), ''), ...seeded(request.seed) },
        pictures: {
          face: await fitPicture(request.face, SENT_MAX),
          target: await fitPicture(request.target, SENT_MAX),
        },
      };
    }
    case 'image-to-video': {
      const size = fitSize(request, loaded.sizes);
      return {
        ...size,
        values: {
          ...sized(size),
          ...worded(
            movePrompt(request.move, request.prompt),
            'blurry, distorted, extra limbs, cut',
          ),
          ...seeded(request.seed),
          frames: framesFor(request.seconds),
          fps: FPS,
        },
        pictures: { picture: await fitPicture(request.picture, SENT_MAX) },
      };
    }
    case 'upscale': {
      const { widthPx, heightPx } = request;
      return {
        ...{ widthPx, heightPx },
        values: sized(request),
        pictures: { picture: await fitPicture(request.picture, SENT_MAX) },
      };
    }
  }
}

async function fillPose(request: PoseTransferRequest, loaded: LoadedWorkflow): Promise<Filling> {
  const size = fitSize(request, loaded.sizes);
  const { stickScale, hasHands } = loaded;
  // A cut that was chosen wins over the pose's own.
  const framing = request.scene?.framing ?? request.pose.framing;
  const pose = { ...request.pose, framing };
  const skeleton = await skeletonPicture(pose, {
    ...size,
    ...(stickScale === undefined ? {} : { stickScale }),
    ...(hasHands === undefined ? {} : { hasHands }),
  });
  const prompt = loaded.prompts === 'edit' ? poseEditPrompt(request.prompt, NAMES) : request.prompt;
  const needsFacePoints = loaded.workflow.places.has('facePoints');
  return {
    ...size,
    values: {
      ...sized(size),
      ...worded(prompt, request.negativePrompt),
      ...seeded(request.seed),
      ...lora(undefined, loaded),
      ...sampled(request.sampling, loaded),
    },
    pictures: {
      photo: await fitPicture(request.photo, SENT_MAX),
      skeleton,
      ...(needsFacePoints ? { facePoints: await facePointsPicture(pose, size) } : {}),
    },
  };
}

async function facePointsPicture(
  { solved, yaw, pitch, framing }: DrawnPose,
  size: Size,
): Promise<EncodedPicture> {
  const camera = poseCamera({ solved, yaw, pitch, framing, ...size });
  const map = drawFacePoints({ keypoints: projectCoco18(solved, camera), ...size });
  const raw = { width: map.widthPx, height: map.heightPx, channels: 3 } as const;
  return { bytes: await sharp(map.pixels, { raw }).png().toBuffer(), mediaType: 'image/png' };
}

async function sizeOf(picture: EncodedPicture, loaded: LoadedWorkflow): Promise<Size> {
  const { bytes } = await fitPicture(picture, SENT_MAX);
  const { width, height } = await sharp(bytes).metadata();
  return fitSize({ widthPx: width, heightPx: height }, loaded.sizes);
}

function framesFor(seconds: number): number {
  const steps = Math.round((seconds * FPS) / FRAME_STEP);
  return Math.min(FRAMES_MAX, Math.max(1, steps) * FRAME_STEP + 1);
}

const sized = ({ widthPx, heightPx }: Size) => ({ width: widthPx, height: heightPx });
const worded = (prompt: string, negative: string) => ({ prompt, negative });
const seeded = (seed: number) => ({ seed: Math.abs(Math.trunc(seed)) % SEED_MAX });
const lora = (scale: number | undefined, { lora: range }: LoadedWorkflow) =>
  range ? { loraScale: Math.min(range.max, Math.max(range.min, scale ?? range.preset)) } : {};

/** What was not asked for stays as it is in the workflow. */
const sampled = ({ steps, guidance }: Sampling = {}, { sampling: range }: LoadedWorkflow) => ({
  ...(range && steps !== undefined ? { steps: Math.round(clamp(steps, range.steps)) } : {}),
  ...(range && guidance !== undefined ? { guidance: clamp(guidance, range.guidance) } : {}),
});

/** A name that is the content: the same photo is stored once, and never under a name somebody else chose. */
export function contentName({ bytes, mediaType }: EncodedPicture): string {
  const kind = mediaType === 'image/jpeg' ? 'jpg' : (mediaType.split('/')[1] ?? 'png');
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}.${kind}`;
}
