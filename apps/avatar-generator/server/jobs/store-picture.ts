import type { AppContext, EnginePictureMade, RunningJob } from '@lumiku/app-kit';
import type { Delivered } from './generation-job.ts';

/**
 * Stores a made picture with its thumbnail; when the job is stopped on the way it leaves no file behind.
 * @param as `name` is the file's, `thumbnailPx` the long side of the small picture.
 */
export async function storePicture(
  { images }: Pick<AppContext, 'images'>,
  job: RunningJob<unknown>,
  made: EnginePictureMade,
  as: { name: string; thumbnailPx: number },
): Promise<Pick<Delivered, 'file' | 'thumbnail' | 'made'>> {
  job.progress({ fraction: null, stage: 'saving' });
  const { userId } = job;
  const file = await images.store({
    ...{ userId, name: as.name || 'picture', bytes: made.bytes, mediaType: made.mediaType },
    ...{ source: made.source, engine: made.engineId },
  });
  job.step('picture.stored');
  try {
    job.signal.throwIfAborted();
    return { file, thumbnail: await images.thumbnail(file, userId, as.thumbnailPx), made };
  } catch (error) {
    await images.remove([file.url]);
    throw error;
  }
}
