import { randomUUID } from 'node:crypto';
import { type AppContext, newSeed, type Tx } from '@lumiku/app-kit';
import type { Tier } from '@lumiku/contract';
import { and, desc, eq, gt } from 'drizzle-orm';
import { AVATAR_CREATOR, type GeneratePreviewInput, PREVIEW_KEPT_MINUTES } from '../../contract.ts';
import { noEngine, tooManyPreviews } from '../creator-faults.ts';
import { enhancePrompt } from '../enhance-prompt.ts';
import { findOwnProject } from '../projects/read-projects.ts';
import { previews } from '../tables.ts';
import { MAKE_PREVIEW } from './preview-job.ts';

const HOUR_MS = 60 * 60_000;

/**
 * Accepts a preview: job and row, nothing held. @returns its id
 * @throws Fault NOT_FOUND (404), RATE_LIMIT_EXCEEDED (429) with the time to wait, ENGINE_NOT_CONFIGURED (503)
 */
export async function submitPreview(
  context: AppContext,
  person: { userId: string; tier: Tier },
  projectId: string,
  input: GeneratePreviewInput,
): Promise<string> {
  await findOwnProject(context, person.userId, projectId);
  if (!context.engines.preferred('text-to-image')) throw noEngine();
  const { prompt, seed = newSeed(), ...attributes } = input;
  const id = randomUUID();
  const { userId } = person;
  const now = context.clock.now();
  await context.db.transaction(async (tx) => {
    // Serialises one person's submits, so that two at once cannot both take the last free place of the hour.
    await context.jobs.submit(tx, {
      ...{ kind: MAKE_PREVIEW, id, userId, payload: {}, isPriority: false },
      ...{ priceCredits: 0, reference: `${AVATAR_CREATOR}:preview:${id}` },
    });
    await checkHour(context, tx, person, now);
    await tx.insert(previews).values({
      ...{ id, userId, projectId, prompt, attributes, seed, createdAt: now },
      enhancedPrompt: enhancePrompt(prompt, attributes).prompt,
      expiresAt: new Date(now.getTime() + PREVIEW_KEPT_MINUTES * 60_000),
    });
  });
  await context.jobs.wake(id);
  return id;
}

async function checkHour(
  context: AppContext,
  tx: Tx,
  { userId, tier }: { userId: string; tier: Tier },
  now: Date,
): Promise<void> {
  const { previewsPerHour: limit } = context.tiers[tier];
  const since = new Date(now.getTime() - HOUR_MS);
  const counted = await tx
    .select({ createdAt: previews.createdAt })
    .from(previews)
    .where(and(eq(previews.userId, userId), gt(previews.createdAt, since)))
    .orderBy(desc(previews.createdAt))
    .limit(Math.max(limit, 1));
  if (limit > 0 && counted.length < limit) return;
  const oldest = counted.at(-1)?.createdAt ?? now;
  const waitMs = oldest.getTime() + HOUR_MS - now.getTime();
  throw tooManyPreviews({ limit, tier, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) });
}
