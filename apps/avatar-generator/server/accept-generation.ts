import { randomUUID } from 'node:crypto';
import type { AppContext, SubmitJob, Tx } from '@lumiku/app-kit';
import { type LookChoice, notFound, type Scene, type Words } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import {
  AVATAR_GENERATOR,
  type ClipWish,
  type GenerationKind,
  type PictureKeypoints,
  type PoseTurn,
  priceOf,
  type Quality,
  type StylePreset,
} from '../contract.ts';
import { engineFor } from './engine-for.ts';
import { viewGeneration } from './generation-view.ts';
import { JOB_KINDS } from './jobs/job-kinds.ts';
import { avatarBatches, avatarGenerations } from './tables.ts';

export interface WantedGeneration {
  userId: string;
  kind?: GenerationKind;
  poseTemplateId: string;
  poseNames: Words | null;
  quality: Quality;
  priority: boolean;
  stylePreset: StylePreset;
  seed: number;
  lookChoice: LookChoice;
  lookSuggested: LookChoice | null;
  scene?: Scene | null;
  poseTurn?: PoseTurn | null;
  batchId?: string | null;
  batchPlace?: number | null;
  clip?: ClipWish | null;
  basedOnId?: string | null;
  /** Of a face swap: the picture it is put on stays as it is. */
  keypoints?: PictureKeypoints | null;
}

/** The pictures a generation starts from. */
export interface InputPictures {
  inputImageUrl: string;
  /** When the photo is to be removed; null = with the generation. */
  inputExpiresAt: Date | null;
  targetImageUrl?: string | null;
  /** Of a clip: the look and the size of the picture it starts from. */
  look?: typeof avatarGenerations.$inferInsert.look;
  outputWidthPx?: number | null;
  outputHeightPx?: number | null;
}

/** Remembers the key of a request that may be sent twice. */
export interface RequestKey {
  key: string;
  operation: string;
  request: unknown;
}

/** The job of a generation, with what its ledger line will refer to. */
export function jobOf(id: string, wanted: WantedGeneration): SubmitJob {
  return {
    kind: JOB_KINDS[wanted.kind ?? 'picture'],
    id,
    userId: wanted.userId,
    payload: {},
    priceCredits: priceOf(wanted),
    reference: `${AVATAR_GENERATOR}:generation:${id}`,
    isPriority: wanted.priority,
  };
}

/** Writes accepted generations, and tells whoever watches. Their jobs were submitted before, in the same transaction. */
export async function insertGenerations(
  { clock, events }: Pick<AppContext, 'clock' | 'events'>,
  tx: Tx,
  wanted: readonly (WantedGeneration & { id: string })[],
  shared: InputPictures & { engine: string },
): Promise<void> {
  const createdAt = clock.now();
  const rows = await tx
    .insert(avatarGenerations)
    .values(wanted.map((one) => ({ ...one, ...shared, creditUsed: priceOf(one), createdAt })))
    .returning();
  if (rows.length !== wanted.length) throw new Error('not every generation was written');
  for (const row of rows) {
    await events.publish(tx, {
      type: 'generation.queued',
      userId: row.userId,
      subject: row.id,
      data: { generation: viewGeneration(row) },
    });
  }
}

/**
 * The transaction that accepts a generation: key, hold, job, row, event; all or nothing. `inputOf` runs inside it,
 * after the hold, and may refuse by throwing.
 * @returns the new id, or the id an earlier request with the same key made (`isNew` false).
 * @throws Fault INSUFFICIENT_CREDITS (402), IDEMPOTENCY_KEY_REUSED (422), ENGINE_NOT_CONFIGURED (503)
 */
export async function acceptGeneration(
  context: AppContext,
  wanted: WantedGeneration,
  requestKey: RequestKey | null,
  inputOf: (tx: Tx, generationId: string) => Promise<InputPictures>,
): Promise<{ id: string; isNew: boolean }> {
  const engine = engineFor(context, wanted);
  const id = randomUUID();
  const accepted = await context.db.transaction(async (tx) => {
    if (requestKey) {
      const claim = { ...requestKey, userId: wanted.userId, subjectId: id };
      const earlier = await context.idempotency.claim(tx, claim);
      if (earlier !== null) return { id: earlier, isNew: false };
    }
    if (wanted.batchId) await keepBatch(tx, wanted.batchId);
    await context.jobs.submit(tx, jobOf(id, wanted));
    const input = await inputOf(tx, id);
    await insertGenerations(context, tx, [{ ...wanted, id }], { ...input, engine });
    return { id, isNew: true };
  });
  await context.jobs.wake(accepted.id);
  return accepted;
}

/** When a photo given now is to be removed; null = with the last picture made from it. */
export function photoExpiry({ clock, policy }: Pick<AppContext, 'clock' | 'policy'>): Date | null {
  const { photoKeptDays } = policy;
  return photoKeptDays === null
    ? null
    : new Date(clock.now().getTime() + photoKeptDays * 24 * 60 * 60_000);
}

/** Before any other lock, as the deletion of a batch does: a batch is not deleted under a picture that joins it. */
async function keepBatch(tx: Tx, batchId: string): Promise<void> {
  const [batch] = await tx
    .select({ id: avatarBatches.id })
    .from(avatarBatches)
    .where(eq(avatarBatches.id, batchId))
    .for('key share');
  if (!batch) throw notFound('batch');
}
