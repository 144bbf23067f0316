import type { AppContext, StoredImage } from '@lumiku/app-kit';
import { notAPicture } from '../generation-faults.ts';
import type { GenerationRow } from '../generation-view.ts';
import { pictureType } from '../jobs/generation-job.ts';
import { findOwn } from './read-generations.ts';

/**
 * A finished picture of the person's, and a copy of it for what is going to be made from it.
 * @throws Fault NOT_FOUND (404), GENERATION_NOT_A_PICTURE (409) for a clip or what is not finished
 */
export async function copyResult(
  context: AppContext,
  userId: string,
  generationId: string,
): Promise<{ base: GenerationRow; copy: StoredImage }> {
  const base = await findOwn(context, userId, generationId);
  const { outputImageUrl } = base;
  if (base.status !== 'completed' || outputImageUrl === null || base.kind === 'clip') {
    throw notAPicture();
  }
  const bytes = new Uint8Array(await context.images.read(outputImageUrl));
  const file = new File([bytes], 'picture', { type: pictureType(outputImageUrl) });
  return { base, copy: await context.images.accept({ userId, file }) };
}
