import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { BatchWithItems } from '../../contract.ts';
import { forgetGenerations } from '../forget-generations.ts';
import { avatarBatches, avatarGenerations } from '../tables.ts';
import { findOwnBatch, getBatch } from './read-batches.ts';

/**
 * Ends what of a batch is not over; its credits go back, what was delivered stays. Cancelling again changes nothing.
 * @throws Fault NOT_FOUND (404)
 */
export async function cancelBatch(
  context: AppContext,
  userId: string,
  id: string,
): Promise<BatchWithItems> {
  await findOwnBatch(context, userId, id);
  const unfinished = await context.db
    .select({ id: avatarGenerations.id })
    .from(avatarGenerations)
    .where(
      and(
        eq(avatarGenerations.batchId, id),
        inArray(avatarGenerations.status, ['pending', 'processing']),
      ),
    );
  for (const generation of unfinished) await context.jobs.cancel(generation.id);
  return getBatch(context, userId, id);
}

/**
 * Deletes a batch with all its pictures; work in progress is stopped and its credits go back.
 * @throws Fault NOT_FOUND (404), also when it is deleted twice
 */
export async function deleteBatch(context: AppContext, userId: string, id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw notFound('batch');
  const urls = await context.db.transaction(async (tx) => {
    const mine = and(eq(avatarBatches.id, id), eq(avatarBatches.userId, userId));
    // First of all locks, so that no picture joins while it goes.
    const [batch] = await tx.select().from(avatarBatches).where(mine).for('update');
    if (!batch) throw notFound('batch');
    const rows = await tx
      .select({ id: avatarGenerations.id })
      .from(avatarGenerations)
      .where(eq(avatarGenerations.batchId, id));
    const gone = await forgetGenerations(
      context,
      tx,
      userId,
      rows.map((row) => row.id),
    );
    await tx.delete(avatarBatches).where(mine);
    return gone.urls;
  });
  await context.images.remove(urls);
}
