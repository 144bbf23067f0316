import type { AppContext, EnginePictureMade, RunningJob, StoredImage } from '@lumiku/app-kit';
import { type Attributes, AVATAR_SIZE } from '../contract.ts';
import { NEGATIVE_PROMPT } from './enhance-prompt.ts';

/** Long side of the picture shown in lists. */
export const THUMBNAIL_PX = 512;

export interface WantedPicture {
  userId: string;
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
  const made = await context.engines.make(job, {
    kind: 'text-to-image',
    prompt: wanted.enhancedPrompt,
    negativePrompt: NEGATIVE_PROMPT,
    words: wanted.prompt,
    attributes: wanted.attributes,
    ...AVATAR_SIZE,
    seed: wanted.seed,
  });
  job.step('picture.made');
  job.progress({ fraction: null, stage: 'saving' });
  const picture = await context.images.store({
    userId: wanted.userId,
    name: 'avatar',
    bytes: made.bytes,
    mediaType: made.mediaType,
    source: made.source,
    engine: made.engineId,
  });
  job.step('picture.stored');
  try {
    job.signal.throwIfAborted();
    const thumbnail = await context.images.thumbnail(picture, wanted.userId, THUMBNAIL_PX);
    const { engineId, seed, note, unreadWords = [] } = made;
    return { picture, thumbnail, engineId, seed, note, unreadWords };
  } catch (error) {
    await context.images.remove([picture.url]);
    throw error;
  }
}

/** A seed every engine can take, 32 bits. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
