import type { AppContext } from '@lumiku/app-kit';
import type { PhotoReport } from '@lumiku/contract';
import { type CheckedPhotos, hashFile } from '../checked-photos.ts';

/** Looks at a photo without keeping it, and remembers the verdict for the generation that will follow. */
export async function checkPhoto(
  context: Pick<AppContext, 'images' | 'photos'>,
  checked: CheckedPhotos,
  file: File,
  signal: AbortSignal,
): Promise<PhotoReport> {
  const hash = await hashFile(file);
  const known = checked.find(hash);
  if (known) return known;
  const photo = await context.images.inspect(file);
  const report = await context.photos.look(photo.bytes, signal);
  checked.remember(hash, report);
  return report;
}
