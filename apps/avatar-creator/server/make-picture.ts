import {
  type AppContext,
  type EnginePictureMade,
  makeAndStore,
  type RunningJob,
  type StoredImage,
} from '@lumiku/app-kit';
import { type Attributes, AVATAR_SIZE } from '../contract.ts';
import { NEGATIVE_PROMPT } from './enhance-prompt.ts';

/** Long side of the picture shown in lists. */
export const THUMBNAIL_PX = 512;

export interface WantedPicture {
  prompt: string;
  enhancedPrompt: string;
  attributes: Attributes;
  seed: number;
}

export interface MadePicture {
  picture: StoredImage;
  thumbnail: StoredImage;
  engineId: string;
  seed: number;
  note: EnginePictureMade['note'];
  unreadWords: readonly string[];
}

/** Has the picture made and stores it with its thumbnail; when stopped on the way it leaves no file behind. */
export async function makePicture(
  context: AppContext,
  job: RunningJob<unknown>,
  wanted: WantedPicture,
): Promise<MadePicture> {
  const request = {
    kind: 'text-to-image',
    prompt: wanted.enhancedPrompt,
    negativePrompt: NEGATIVE_PROMPT,
    words: wanted.prompt,
    attributes: wanted.attributes,
    ...AVATAR_SIZE,
    seed: wanted.seed,
  } as const;
  const as = { name: 'avatar', thumbnailPx: THUMBNAIL_PX };
  const { picture, thumbnail, made } = await makeAndStore(context, job, request, as);
  const { engineId, seed, note, unreadWords = [] } = made;
  return { picture, thumbnail, engineId, seed, note, unreadWords };
}
