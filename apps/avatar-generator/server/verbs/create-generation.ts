import type { AppContext } from '@lumiku/app-kit';
import { AVATAR_GENERATOR, type GenerateForm, type Generation } from '../../contract.ts';
import { acceptGeneration, newSeed } from '../accept-generation.ts';
import { type CheckedPhotos, hashFile } from '../checked-photos.ts';
import { photoNotUsable } from '../generation-faults.ts';
import { getGeneration } from './read-generations.ts';

/**
 * Accepts a photo and a pose: everything that can be refused is refused before a credit is held. The photo is on disk
 * before the row that names it, and removed again when the row was not written.
 * @throws Fault NOT_FOUND for an unknown pose (404), PHOTO_NOT_USABLE (422), INSUFFICIENT_CREDITS (402), and what
 * `images.accept` throws
 */
export async function createGeneration(
  context: AppContext,
  checked: CheckedPhotos,
  userId: string,
  form: GenerateForm,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  const [hash] = await Promise.all([
    hashFile(form.image),
    context.poses.get(form.poseTemplateId, userId),
  ]);
  const report = checked.find(hash);
  if (report && !report.usable) throw photoNotUsable(report);
  const input = await context.images.accept({ userId, file: form.image });
  const { image: _file, look, seed, ...choice } = form;
  let isKept = false;
  try {
    const { id, isNew } = await acceptGeneration(
      context,
      {
        ...choice,
        userId,
        seed: seed ?? newSeed(),
        lookChoice: look ?? {},
        lookSuggested: report?.suggestion ?? null,
      },
      idempotencyKey === undefined
        ? null
        : {
            key: idempotencyKey,
            operation: `${AVATAR_GENERATOR}.generate`,
            request: { ...choice, look, seed, image: hash },
          },
      async () => input.url,
    );
    isKept = isNew;
    return await getGeneration(context, userId, id);
  } finally {
    if (!isKept) await context.images.remove([input.url]);
  }
}
