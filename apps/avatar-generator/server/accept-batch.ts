import { randomUUID } from 'node:crypto';
import type { AppContext, Tx } from '@lumiku/app-kit';
import { AVATAR_GENERATOR } from '../contract.ts';
import {
  type InputPictures,
  insertGenerations,
  jobOf,
  type RequestKey,
  type WantedGeneration,
} from './accept-generation.ts';
import { engineFor } from './engine-for.ts';
import { avatarBatches } from './tables.ts';

export interface WantedBatch {
  userId: string;
  name: string | null;
  /** In the order of their places; at least one. They share quality, priority and style. */
  items: readonly WantedGeneration[];
}

/**
 * The transaction that accepts a batch: key, one hold of all prices, jobs, rows, events; all or nothing.
 * `inputOf` runs inside it, after the hold, and may refuse by throwing.
 * @returns the new id, or the id an earlier request with the same key made (`isNew` false).
 * @throws Fault INSUFFICIENT_CREDITS (402) with the price of all, IDEMPOTENCY_KEY_REUSED (422), ENGINE_NOT_CONFIGURED (503)
 */
export async function acceptBatch(
  context: AppContext,
  wanted: WantedBatch,
  requestKey: RequestKey | null,
  inputOf: (tx: Tx, generationIds: readonly string[]) => Promise<InputPictures>,
): Promise<{ id: string; isNew: boolean }> {
  const [first] = wanted.items;
  if (!first) throw new Error('a batch has at least one picture');
  const { userId, name } = wanted;
  const { quality, priority, stylePreset } = first;
  const engine = engineFor(context, first);
  const id = randomUUID();
  const items = wanted.items.map((item, batchPlace) => ({
    ...item,
    id: randomUUID(),
    batchId: id,
    batchPlace,
  }));
  const accepted = await context.db.transaction(async (tx) => {
    if (requestKey) {
      const claim = { ...requestKey, userId, subjectId: id };
      const earlier = await context.idempotency.claim(tx, claim);
      if (earlier !== null) return { id: earlier, isNew: false };
    }
    await context.jobs.submitAll(tx, {
      reference: `${AVATAR_GENERATOR}:batch:${id}`,
      jobs: items.map((item) => jobOf(item.id, item)),
    });
    const input = await inputOf(
      tx,
      items.map((item) => item.id),
    );
    const createdAt = context.clock.now();
    await tx
      .insert(avatarBatches)
      .values({ id, userId, name, quality, priority, stylePreset, createdAt });
    await insertGenerations(context, tx, items, { ...input, engine });
    return { id, isNew: true };
  });
  if (accepted.isNew) await Promise.all(items.map((item) => context.jobs.wake(item.id)));
  return accepted;
}
