import { type AppContext, newSeed, type Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { AVATAR_GENERATOR, type Generation } from '../../contract.ts';
import {
  acceptGeneration,
  type InputPictures,
  type WantedGeneration,
} from '../accept-generation.ts';
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
  const poseNames =
    old.kind === 'picture'
      ? (await poses.get(old.poseTemplateId, old.userId)).names
      : old.poseNames;
  return {
    userId: old.userId,
    kind: old.kind,
    poseTemplateId: old.poseTemplateId,
    poseNames,
    quality: old.quality,
    priority: old.priority,
    stylePreset: old.stylePreset,
    seed: newSeed(),
    lookChoice: old.lookChoice,
    lookSuggested: old.lookSuggested,
    scene: old.scene,
    poseTurn: old.poseTurn,
    clip: old.clip,
    basedOnId: old.basedOnId,
    keypoints: old.kind === 'face-swap' ? old.keypoints : null,
  };
}

/**
 * The pictures of a generation for another one. Both share the files; locking the old row keeps its deletion from
 * removing them while the new row is being written. A photo is not kept longer for having been used again.
 * @throws Fault NOT_FOUND (404) when it was deleted meanwhile, PHOTO_EXPIRED (409)
 */
export async function sharePhoto(tx: Tx, old: Pick<GenerationRow, 'id'>): Promise<InputPictures> {
  const [row] = await tx
    .select()
    .from(avatarGenerations)
    .where(eq(avatarGenerations.id, old.id))
    .for('update');
  if (!row) throw notFound('generation');
  const { inputImageUrl, inputExpiresAt, targetImageUrl, outputWidthPx, outputHeightPx } = row;
  if (inputImageUrl === null) throw photoExpired();
  const shape = row.kind === 'clip' ? { look: row.look, outputWidthPx, outputHeightPx } : {};
  return { inputImageUrl, inputExpiresAt, targetImageUrl, ...shape };
}
