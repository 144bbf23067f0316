import { type AppContext, newSeed } from '@lumiku/app-kit';
import { AVATAR_GENERATOR, type BatchWithItems } from '../../contract.ts';
import { acceptBatch } from '../accept-batch.ts';
import { stillInTheMaking } from '../generation-faults.ts';
import { findOwn } from '../verbs/read-generations.ts';
import { sharePhoto, wantedAgain } from '../verbs/retry-generation.ts';
import { getBatch } from './read-batches.ts';

/**
 * A batch of the same photo, pose and choices as a generation that is over, each picture with a seed of its own.
 * @throws Fault NOT_FOUND (404), GENERATION_IN_PROGRESS, PHOTO_EXPIRED (409), INSUFFICIENT_CREDITS (402)
 */
export async function makeVariations(
  context: AppContext,
  userId: string,
  id: string,
  count: number,
  idempotencyKey: string | undefined,
): Promise<BatchWithItems> {
  const old = await findOwn(context, userId, id);
  if (old.status === 'pending' || old.status === 'processing') throw stillInTheMaking();
  const again = await wantedAgain(context, old);
  const accepted = await acceptBatch(
    context,
    {
      userId,
      name: null,
      items: Array.from({ length: count }, () => ({ ...again, seed: newSeed() })),
    },
    idempotencyKey === undefined
      ? null
      : {
          key: idempotencyKey,
          operation: `${AVATAR_GENERATOR}.variations`,
          request: { id, count },
        },
    (tx) => sharePhoto(tx, old),
  );
  return getBatch(context, userId, accepted.id);
}
