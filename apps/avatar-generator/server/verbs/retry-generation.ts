import { type AppContext, newSeed } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { AVATAR_GENERATOR, type Generation } from '../../contract.ts';
import { acceptGeneration } from '../accept-generation.ts';
import { stillInTheMaking } from '../generation-faults.ts';
import { avatarGenerations } from '../tables.ts';
import { findOwn, getGeneration } from './read-generations.ts';

/**
 * A new generation from the same photo, pose and choices with a new seed, at the same price. Both share the photo's
 * file; locking the old row keeps its deletion from removing the file while the new row is being written.
 * @throws Fault NOT_FOUND (404), GENERATION_IN_PROGRESS (409), INSUFFICIENT_CREDITS (402)
 */
export async function retryGeneration(
  context: AppContext,
  userId: string,
  id: string,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  const old = await findOwn(context, userId, id);
  if (old.status === 'pending' || old.status === 'processing') throw stillInTheMaking();
  const { names: poseNames } = await context.poses.get(old.poseTemplateId, userId);
  const accepted = await acceptGeneration(
    context,
    {
      userId,
      poseTemplateId: old.poseTemplateId,
      poseNames,
      quality: old.quality,
      priority: old.priority,
      stylePreset: old.stylePreset,
      seed: newSeed(),
      lookChoice: old.lookChoice,
      lookSuggested: old.lookSuggested,
    },
    idempotencyKey === undefined
      ? null
      : { key: idempotencyKey, operation: `${AVATAR_GENERATOR}.retry`, request: { id } },
    async (tx) => {
      const [row] = await tx
        .select({ url: avatarGenerations.inputImageUrl })
        .from(avatarGenerations)
        .where(and(eq(avatarGenerations.id, id), eq(avatarGenerations.userId, userId)))
        .for('update');
      if (!row) throw notFound('generation');
      return row.url;
    },
  );
  return await getGeneration(context, userId, accepted.id);
}
