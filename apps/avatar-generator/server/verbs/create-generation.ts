import { type AppContext, newSeed } from '@lumiku/app-kit';
import { AVATAR_GENERATOR, type GenerateForm, type Generation } from '../../contract.ts';
import { acceptGeneration, photoExpiry } from '../accept-generation.ts';
import { type CheckedPhotos, hashFile } from '../checked-photos.ts';
import { photoNotUsable } from '../generation-faults.ts';
import { inputPicture } from '../input-picture.ts';
import { getGeneration } from './read-generations.ts';

/**
 * Accepts a photo and a pose: everything that can be refused is refused before a credit is held. The photo is on disk
 * before the row that names it, and removed again when the row was not written.
 * @throws Fault NOT_FOUND for an unknown pose or source (404), PHOTO_NOT_USABLE (422), INSUFFICIENT_CREDITS (402), and what
 * `images.accept` throws
 */
export async function createGeneration(
  context: AppContext,
  checked: CheckedPhotos,
  userId: string,
  form: GenerateForm,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  const { names: poseNames } = await context.poses.get(form.poseTemplateId, userId);
  const { file, source } = await inputPicture(context, userId, form);
  const hash = await hashFile(file);
  const report = checked.find(hash);
  if (report && !report.usable) throw photoNotUsable(report);
  const input = await context.images.accept({ userId, file });
  const { image: _file, source: _source, look, seed, ...choice } = form;
  const { scene = null, poseTurn = null } = form;
  let isKept = false;
  try {
    const { id, isNew } = await acceptGeneration(
      context,
      {
        ...choice,
        ...{ userId, scene, poseTurn },
        poseNames,
        seed: seed ?? newSeed(),
        lookChoice: look ?? {},
        lookSuggested: report?.suggestion ?? null,
      },
      idempotencyKey === undefined
        ? null
        : {
            key: idempotencyKey,
            operation: `${AVATAR_GENERATOR}.generate`,
            request: { ...choice, look, seed, image: hash, ...(source === null ? {} : { source }) },
          },
      async (tx, subjectId) => {
        if (source !== null) await context.sources.used(tx, { ref: source, userId, subjectId });
        return { inputImageUrl: input.url, inputExpiresAt: photoExpiry(context) };
      },
    );
    isKept = isNew;
    if (isNew) await context.poses.noteUse(form.poseTemplateId, userId);
    return await getGeneration(context, userId, id);
  } finally {
    if (!isKept) await context.images.remove([input.url]);
  }
}
