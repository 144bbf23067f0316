import { type AppContext, newSeed, type Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { AVATAR_GENERATOR, type Generation } from '../../contract.ts';
import { acceptGeneration, type WantedGeneration } from '../accept-generation.ts';
import { photoExpired, stillInTheMaking } from '../generation-faults.ts';
import type { GenerationRow } from '../generation-view.ts';
import { avatarGenerations } from '../tables.ts';
import { findOwn, getGeneration } from './read-generations.ts';

/**
 * A new generation from the same photo, pose and choices with a new seed, at the same price; in a batch it takes the
 * old one's place.
 * @throws Fault NOT_FOUND (404), GENERATION_IN_PROGRESS, PHOTO_EXPIRED (409), INSUFFICIENT_CREDITS (402)
 */
export async function retryGeneration(
  context: AppContext,
  userId: string,
  id: string,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  const old = await findOwn(context, userId, id);
  if (old.status === 'pending' || old.status === 'processing') throw stillInTheMaking();
  const again = await wantedAgain(context, old);
  // A finished picture of a batch keeps its place; what comes after it stands on its own.
  const place =
    old.status === 'completed' ? {} : { batchId: old.batchId, batchPlace: old.batchPlace };
  const accepted = await acceptGeneration(
    context,
    { ...again, ...place },
    idempotencyKey === undefined
      ? null
      : { key: idempotencyKey, operation: `${AVATAR_GENERATOR}.retry`, request: { id } },
    (tx) => sharePhoto(tx, old),
  );
  return await getGeneration(context, userId, accepted.id);
}

/** The wish behind a generation, with a new seed. @throws Fault POSE_NOT_FOUND (404) when its pose is gone */
export async function wantedAgain(
  { poses }: Pick<AppContext, 'poses'>,
  old: GenerationRow,
): Promise<WantedGeneration> {
  const { names: poseNames } = await poses.get(old.poseTemplateId, old.userId, {
    evenDeleted: true,
  });
  return {
    userId: old.userId,
    poseTemplateId: old.poseTemplateId,
    poseNames,
    quality: old.quality,
    priority: old.priority,
    stylePreset: old.stylePreset,
    seed: newSeed(),
    lookChoice: old.lookChoice,
    lookSuggested: old.lookSuggested,
  };
}

/**
 * The photo of a generation for another one. Both share the file; locking the old row keeps its deletion from removing
 * the file while the new row is being written.
 * @throws Fault NOT_FOUND (404) when it was deleted meanwhile, PHOTO_EXPIRED (409)
 */
export async function sharePhoto(tx: Tx, old: Pick<GenerationRow, 'id'>): Promise<string> {
  const [row] = await tx
    .select({ url: avatarGenerations.inputImageUrl })
    .from(avatarGenerations)
    .where(eq(avatarGenerations.id, old.id))
    .for('update');
  if (!row) throw notFound('generation');
  if (row.url === null) throw photoExpired();
  return row.url;
}
