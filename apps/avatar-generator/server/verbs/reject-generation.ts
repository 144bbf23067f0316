import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, sql } from 'drizzle-orm';
import { AVATAR_GENERATOR, type Generation } from '../../contract.ts';
import { cannotReject } from '../generation-faults.ts';
import { canReject, viewGeneration } from '../generation-view.ts';
import { shareSubject } from '../sharing/share-generation.ts';
import { avatarGenerations } from '../tables.ts';
import { findOwn, getGeneration } from './read-generations.ts';

/**
 * Gives a picture that measured below the bar back: its whole price is refunded and the picture removed, exactly once.
 * Asking again changes nothing and answers the same.
 * @throws Fault NOT_FOUND (404), RESULT_NOT_REJECTABLE (409)
 */
export async function rejectGeneration(
  context: AppContext,
  userId: string,
  id: string,
): Promise<Generation> {
  const known = await findOwn(context, userId, id);
  if (known.errorCode === REJECTED) return getGeneration(context, userId, id);
  const urls = await context.db.transaction(async (tx) => {
    // Money first, as everywhere: the account's lock lets two presses pass one after the other.
    const amount = known.creditUsed;
    const reference = `${AVATAR_GENERATOR}:generation:${id}`;
    if (!canReject(known) || amount < 1) throw cannotReject();
    await context.credits.refund(tx, { userId, amount, reference });
    const mine = and(eq(avatarGenerations.id, id), eq(avatarGenerations.userId, userId));
    const [row] = await tx.select().from(avatarGenerations).where(mine).for('update');
    if (!row) throw notFound('generation');
    if (row.errorCode === REJECTED) return [];
    if (!canReject(row)) throw cannotReject();
    const [after] = await tx
      .update(avatarGenerations)
      .set({
        status: 'failed',
        errorCode: REJECTED,
        errorMessage: `You gave this picture back; ${amount} credits were refunded.`,
        creditUsed: sql`0`,
        outputImageUrl: null,
        thumbnailUrl: null,
      })
      .where(mine)
      .returning();
    await context.shares.forget(tx, { userId, subject: shareSubject(id) });
    if (!after) throw new Error(`generation ${id} vanished under its lock`);
    await context.events.publish(tx, {
      type: 'generation.failed',
      userId,
      subject: id,
      data: { generation: viewGeneration(after) },
    });
    return [row.outputImageUrl, row.thumbnailUrl];
  });
  await context.images.remove(urls);
  return getGeneration(context, userId, id);
}

/** The code of a picture its owner gave back. */
export const REJECTED = 'RESULT_REJECTED';
