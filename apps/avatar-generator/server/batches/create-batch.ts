import { type AppContext, newSeed, type Principal } from '@lumiku/app-kit';
import { Fault, type Words } from '@lumiku/contract';
import { AVATAR_GENERATOR, type BatchForm, type BatchWithItems, SEED_MAX } from '../../contract.ts';
import { acceptBatch } from '../accept-batch.ts';
import { photoExpiry } from '../accept-generation.ts';
import { type CheckedPhotos, hashFile } from '../checked-photos.ts';
import { batchTooLarge, photoNotUsable, poseOfBatchUnknown } from '../generation-faults.ts';
import { inputPicture } from '../input-picture.ts';
import { getBatch } from './read-batches.ts';

/**
 * Accepts one photo in several poses: everything that can be refused is refused before a credit is held, and all of it
 * is accepted or none. The photo is stored once for all of them.
 * @throws Fault NOT_FOUND for an unknown pose or source (404), BATCH_TOO_LARGE, PHOTO_NOT_USABLE (422), INSUFFICIENT_CREDITS (402), and
 * what `images.accept` throws
 */
export async function createBatch(
  context: AppContext,
  checked: CheckedPhotos,
  { userId, tier }: Pick<Principal, 'userId' | 'tier'>,
  form: BatchForm,
  idempotencyKey: string | undefined,
): Promise<BatchWithItems> {
  const most = context.tiers[tier].batchPoses;
  if (form.poseTemplateIds.length > most) throw batchTooLarge(form.poseTemplateIds.length, most);
  const names = await namesOfPoses(context, userId, form.poseTemplateIds);
  const { file, source } = await inputPicture(context, userId, form);
  const hash = await hashFile(file);
  const report = checked.find(hash);
  if (report && !report.usable) throw photoNotUsable(report);
  const input = await context.images.accept({ userId, file });
  const { image: _file, source: _source, poseTemplateIds, look, seed, name, ...choice } = form;
  const { scene = null, poseTurn = null } = form;
  let isKept = false;
  try {
    const { id, isNew } = await acceptBatch(
      context,
      {
        userId,
        name: name ?? null,
        items: poseTemplateIds.map((poseTemplateId, place) => ({
          ...choice,
          ...{ userId, scene, poseTurn },
          poseTemplateId,
          poseNames: names[place] ?? { en: poseTemplateId, id: poseTemplateId },
          // One seed for all would draw the same pose twice alike; the first has the one that was asked for.
          seed: seed === undefined ? newSeed() : (seed + place) % (SEED_MAX + 1),
          lookChoice: look ?? {},
          lookSuggested: report?.suggestion ?? null,
        })),
      },
      idempotencyKey === undefined
        ? null
        : {
            key: idempotencyKey,
            operation: `${AVATAR_GENERATOR}.batch`,
            request: {
              ...{ ...choice, poseTemplateIds, look, seed, name, image: hash },
              ...(source === null ? {} : { source }),
            },
          },
      async (tx, generationIds) => {
        if (source !== null) {
          for (const subjectId of generationIds) {
            await context.sources.used(tx, { ref: source, userId, subjectId });
          }
        }
        return { inputImageUrl: input.url, inputExpiresAt: photoExpiry(context) };
      },
    );
    isKept = isNew;
    return await getBatch(context, userId, id);
  } finally {
    if (!isKept) await context.images.remove([input.url]);
  }
}

/** What each pose is called now. @throws Fault POSE_NOT_FOUND (404) for the first one that is not there */
async function namesOfPoses(
  { poses }: Pick<AppContext, 'poses'>,
  userId: string,
  ids: readonly string[],
): Promise<Words[]> {
  const names = new Map<string, Words>();
  for (const id of new Set(ids)) names.set(id, await nameOf(poses, userId, id));
  return ids.map((id) => names.get(id) ?? { en: id, id });
}

/** One of fifty: which, must be said. */
async function nameOf(poses: AppContext['poses'], userId: string, id: string): Promise<Words> {
  try {
    return (await poses.get(id, userId)).names;
  } catch (error) {
    throw error instanceof Fault && error.status === 404 ? poseOfBatchUnknown(id) : error;
  }
}
