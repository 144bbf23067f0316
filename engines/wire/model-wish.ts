import sharp from 'sharp';
import type { EncodedPicture, EngineRequest, Sampling } from '../engine.ts';
import {
  faceSwapPrompt,
  IMAGE_NAMES,
  movePrompt,
  type PictureNames,
  poseEditPrompt,
} from './edit-words.ts';
import { fitPicture } from './fit-picture.ts';
import { skeletonPicture } from './skeleton-picture.ts';

/** A request in the terms models of hosted services take, whatever they call their fields. */
export interface ModelWish {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 to 2³¹ − 1: what every service takes. */
  readonly seed: number;
  readonly sampling: Sampling;
  /** Of a clip. */
  readonly seconds: number;
  /** How many times larger a picture is wanted. */
  readonly scale: number;
  readonly lora: { readonly link: string; readonly scale: number } | null;
  /** Addresses. Pose transfer: person, skeleton. Face swap: target, face. Clip and upscale: the picture. */
  readonly pictures: readonly string[];
}

/** The same before its pictures have addresses. */
export interface Unsent {
  readonly wish: Omit<ModelWish, 'pictures'>;
  readonly pictures: readonly EncodedPicture[];
}

interface Preparing {
  readonly lora?: { readonly link: string; readonly scale: number } | undefined;
  /** Of each picture that is sent. */
  readonly limits: { readonly longestSidePx: number; readonly bytesMax: number };
  /** How the edit model calls its pictures. */
  readonly names?: PictureNames;
}

const SEEDS = 2 ** 31;
const PLAIN: Omit<ModelWish, 'pictures' | 'widthPx' | 'heightPx'> = {
  ...{ prompt: '', negativePrompt: '', seed: 0, sampling: {}, seconds: 0, scale: 1, lora: null },
};

/**
 * Draws the skeleton, shrinks the pictures to what may be sent, and says everything a model has to be told.
 * @throws EngineFault `invalid_input` for a picture that cannot be read
 */
export async function modelWish(request: EngineRequest, how: Preparing): Promise<Unsent> {
  const seed = 'seed' in request ? Math.abs(Math.trunc(request.seed)) % SEEDS : 0;
  const small = (picture: EncodedPicture) => fitPicture(picture, how.limits);
  switch (request.kind) {
    case 'text-to-image': {
      const { prompt, negativePrompt, widthPx, heightPx, sampling = {} } = request;
      const scale = request.loraScale ?? how.lora?.scale ?? 0;
      const lora = how.lora && scale !== 0 ? { link: how.lora.link, scale } : null;
      const wish = { ...PLAIN, prompt, negativePrompt, widthPx, heightPx, seed, sampling, lora };
      return { wish, pictures: [] };
    }
    case 'pose-transfer': {
      const { negativePrompt, widthPx, heightPx, sampling = {} } = request;
      const framing = request.scene?.framing ?? request.pose.framing;
      const pose = { ...request.pose, framing };
      const prompt = poseEditPrompt(request.prompt, how.names ?? IMAGE_NAMES);
      return {
        wish: {
          ...{ ...PLAIN, prompt, negativePrompt, widthPx, heightPx, seed, sampling },
          lora: how.lora ?? null,
        },
        pictures: await Promise.all([small(request.photo), skeletonPicture(pose, request)]),
      };
    }
    case 'face-swap': {
      const { width, height } = await sizeOf(request.target);
      const prompt = faceSwapPrompt(how.names ?? IMAGE_NAMES);
      return {
        wish: { ...PLAIN, prompt, widthPx: width, heightPx: height, seed },
        pictures: await Promise.all([small(request.target), small(request.face)]),
      };
    }
    case 'image-to-video': {
      const { widthPx, heightPx, seconds } = request;
      const prompt = movePrompt(request.move, request.prompt);
      return {
        wish: { ...PLAIN, prompt, widthPx, heightPx, seed, seconds },
        pictures: [await small(request.picture)],
      };
    }
    case 'upscale': {
      const { widthPx, heightPx } = request;
      const picture = await small(request.picture);
      const { width, height } = await sizeOf(picture);
      const scale = Math.max(1, Math.ceil(Math.max(widthPx / width, heightPx / height)));
      return { wish: { ...PLAIN, widthPx, heightPx, scale }, pictures: [picture] };
    }
  }
}

async function sizeOf(picture: EncodedPicture): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(picture.bytes).metadata();
  return { width, height };
}
