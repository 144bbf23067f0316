import { randomUUID } from 'node:crypto';
import type { AppContext, Tx } from '@lumiku/app-kit';
import type { LookChoice, Words } from '@lumiku/contract';
import { AVATAR_GENERATOR, priceOf, type Quality, type StylePreset } from '../contract.ts';
import { noEngine } from './generation-faults.ts';
import { viewGeneration } from './generation-view.ts';
import { RENDER_GENERATION } from './jobs/render-generation.ts';
import { avatarGenerations } from './tables.ts';

export interface WantedGeneration {
  userId: string;
  poseTemplateId: string;
  poseNames: Words;
  quality: Quality;
  priority: boolean;
  stylePreset: StylePreset;
  seed: number;
  lookChoice: LookChoice;
  lookSuggested: LookChoice | null;
}

/** Remembers the key of a request that may be sent twice. */
export interface RequestKey {
  key: string;
  operation: string;
  request: unknown;
}

/**
 * The transaction that accepts a generation: key, hold, job, row, event; all or nothing. `inputImageOf` runs inside
 * it, after the hold, and may refuse by throwing.
 * @returns the new id, or the id an earlier request with the same key made (`isNew` false).
 * @throws Fault INSUFFICIENT_CREDITS (402), IDEMPOTENCY_KEY_REUSED (422), ENGINE_NOT_CONFIGURED (503)
 */
export async function acceptGeneration(
  context: AppContext,
  wanted: WantedGeneration,
  requestKey: RequestKey | null,
  inputImageOf: (tx: Tx, generationId: string) => Promise<string>,
): Promise<{ id: string; isNew: boolean }> {
  const engine = context.engines.preferred('pose-transfer');
  if (!engine) throw noEngine();
  const id = randomUUID();
  const price = priceOf(wanted);
  const accepted = await context.db.transaction(async (tx) => {
    if (requestKey) {
      const claim = { ...requestKey, userId: wanted.userId, subjectId: id };
      const earlier = await context.idempotency.claim(tx, claim);
      if (earlier !== null) return { id: earlier, isNew: false };
    }
    await context.jobs.submit(tx, {
      kind: RENDER_GENERATION,
      id,
      userId: wanted.userId,
      payload: {},
      priceCredits: price,
      reference: `${AVATAR_GENERATOR}:generation:${id}`,
      isPriority: wanted.priority,
    });
    const [row] = await tx
      .insert(avatarGenerations)
      .values({
        ...wanted,
        id,
        inputImageUrl: await inputImageOf(tx, id),
        creditUsed: price,
        engine: engine.id,
        createdAt: context.clock.now(),
      })
      .returning();
    if (!row) throw new Error(`generation ${id} was not written`);
    await context.events.publish(tx, {
      type: 'generation.queued',
      userId: wanted.userId,
      subject: id,
      data: { generation: viewGeneration(row) },
    });
    return { id, isNew: true };
  });
  await context.jobs.wake(accepted.id);
  return accepted;
}
