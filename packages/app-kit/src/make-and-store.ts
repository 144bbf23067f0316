import type { AppContext, StoredImage } from './app-context.ts';
import type { EnginePictureMade, MakePicture } from './engines.ts';
import type { RunningJob } from './jobs.ts';

/** A picture an engine made, on disk with its thumbnail. */
export interface StoredPicture {
  picture: StoredImage;
  thumbnail: StoredImage;
  made: EnginePictureMade;
}

/**
 * Has a picture made and stores it with its thumbnail; when the job is stopped on the way it leaves no file behind.
 * @param as `name` is the file's, `thumbnailPx` the long side of the small picture.
 */
export async function makeAndStore(
  { engines, images }: Pick<AppContext, 'engines' | 'images'>,
  job: RunningJob<unknown>,
  request: MakePicture,
  as: { name: string; thumbnailPx: number },
): Promise<StoredPicture> {
  const made = await engines.make(job, request);
  job.step('picture.made');
  job.progress({ fraction: null, stage: 'saving' });
  const { userId } = job;
  const picture = await images.store({
    ...{ userId, name: as.name, bytes: made.bytes, mediaType: made.mediaType },
    ...{ source: made.source, engine: made.engineId },
  });
  job.step('picture.stored');
  try {
    job.signal.throwIfAborted();
    const thumbnail = await images.thumbnail(picture, userId, as.thumbnailPx);
    return { picture, thumbnail, made };
  } catch (error) {
    await images.remove([picture.url]);
    throw error;
  }
}

/** A seed every engine can take, 32 bits. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
