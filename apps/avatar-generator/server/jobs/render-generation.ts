import {
  type AppContext,
  type JobDefinition,
  type JobRef,
  makeAndStore,
  type RunningJob,
  type StoredImage,
  type Tx,
} from '@lumiku/app-kit';
import { Fault, type LookChoice, notFound } from '@lumiku/contract';
import { eq, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { AVATAR_GENERATOR, QUALITY_SIZES } from '../../contract.ts';
import { photoExpired, photoNotUsable } from '../generation-faults.ts';
import { type GenerationRow, viewGeneration } from '../generation-view.ts';
import { POSE_NEGATIVE_PROMPT, posePrompt } from '../pose-prompt.ts';
import { avatarGenerations } from '../tables.ts';

export const RENDER_GENERATION = `${AVATAR_GENERATOR}.render-generation`;

/** Long side of the picture shown in lists. */
const THUMBNAIL_PX = 640;
const TIMEOUT_MS = 3 * 60_000;

/** All there is to know stands in the generation's row. */
const Payload = z.object({});
type Payload = z.infer<typeof Payload>;

interface Rendered {
  picture: StoredImage;
  thumbnail: StoredImage;
  engineId: string;
  seed: number;
}

/** The work behind a generation: look at the photo, have the picture made, store it. */
export function renderGeneration(context: AppContext): JobDefinition<Payload, Rendered> {
  return {
    kind: RENDER_GENERATION,
    subject: 'generation',
    payload: Payload,
    paidFrom: ['base', 'hd', 'priority'],
    attemptsMax: 3,
    timeoutMs: TIMEOUT_MS,
    run: (job) => render(context, job),
    onStarted: (tx, job) =>
      change(tx, job, {
        status: 'processing',
        // A later try goes on with the first one's clock.
        startedAt: sql`coalesce(${avatarGenerations.startedAt}, ${context.clock.now().toISOString()})`,
      }),
    onCompleted: (tx, job, made) =>
      change(tx, job, {
        status: 'completed',
        outputImageUrl: made.picture.url,
        thumbnailUrl: made.thumbnail.url,
        engine: made.engineId,
        seed: made.seed,
        creditUsed: job.priceCredits,
        completedAt: context.clock.now(),
      }),
    onFailed: (tx, job, fault) =>
      change(tx, job, {
        status: 'failed',
        errorCode: fault.code,
        errorMessage: fault.fix ? `${fault.message} ${fault.fix}` : fault.message,
        creditUsed: 0,
        completedAt: context.clock.now(),
      }),
    onCancelled: (tx, job) =>
      change(tx, job, { status: 'cancelled', creditUsed: 0, completedAt: context.clock.now() }),
    async discard(job, made) {
      const row = await findRow(context, job.id);
      if (row?.outputImageUrl === made.picture.url) return;
      await context.images.remove([made.picture.url, made.thumbnail.url]);
    },
  };
}

async function render(context: AppContext, job: RunningJob<Payload>): Promise<Rendered> {
  const row = await findRow(context, job.id);
  if (!row) throw notFound('generation');
  if (row.inputImageUrl === null) throw photoExpired();
  job.progress({ fraction: null, stage: 'reading_photo' });
  const photo = await context.images.read(row.inputImageUrl);
  const suggested = row.lookSuggested ?? (await lookAt(context, job, photo));
  const look = context.photos.completeLook(suggested, row.lookChoice);
  await context.db
    .update(avatarGenerations)
    .set({ look, lookSuggested: suggested })
    .where(eq(avatarGenerations.id, row.id));
  const pose = await context.poses.get(row.poseTemplateId, row.userId, {
    evenDeleted: true,
  });
  const request = {
    kind: 'pose-transfer',
    photo: { bytes: photo, mediaType: mediaTypeOf(row.inputImageUrl) },
    look,
    pose: {
      id: pose.id,
      solved: pose.solved,
      yaw: pose.yaw,
      pitch: pose.pitch,
      framing: pose.framing,
    },
    prompt: posePrompt({
      look,
      pose: { ...pose, name: pose.names.en },
      stylePreset: row.stylePreset,
    }),
    negativePrompt: POSE_NEGATIVE_PROMPT,
    stylePreset: row.stylePreset,
    ...QUALITY_SIZES[row.quality],
    seed: row.seed,
  } as const;
  const as = { name: pose.id, thumbnailPx: THUMBNAIL_PX };
  const { picture, thumbnail, made } = await makeAndStore(context, job, request, as);
  return { picture, thumbnail, engineId: made.engineId, seed: made.seed };
}

/**
 * A photo nobody has checked yet is checked here, before anything is drawn; a wrong one fails and costs nothing. When
 * the studio cannot look at photos right now, the picture is made with a neutral look.
 */
async function lookAt(
  context: AppContext,
  job: RunningJob<Payload>,
  photo: Uint8Array,
): Promise<LookChoice> {
  job.progress({ fraction: null, stage: 'checking_photo' });
  try {
    const report = await context.photos.look(photo, job.signal);
    if (!report.usable) throw photoNotUsable(report);
    return report.suggestion;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'VISION_UNAVAILABLE') throw error;
    context.log.warn({ err: error, generationId: job.id }, 'Made without a look at the photo.');
    return {};
  }
}

async function findRow({ db }: AppContext, id: string): Promise<GenerationRow | undefined> {
  const [row] = await db.select().from(avatarGenerations).where(eq(avatarGenerations.id, id));
  return row;
}

async function change(
  tx: Tx,
  job: Pick<JobRef<Payload>, 'id'>,
  set: PgUpdateSetSource<typeof avatarGenerations>,
): Promise<{ generation: unknown }> {
  const [row] = await tx
    .update(avatarGenerations)
    .set(set)
    .where(eq(avatarGenerations.id, job.id))
    .returning();
  if (!row) throw new Error(`generation ${job.id} is gone, but its job is not`);
  return { generation: viewGeneration(row) };
}

function mediaTypeOf(url: string): string {
  return url.endsWith('.png') ? 'image/png' : 'image/jpeg';
}
