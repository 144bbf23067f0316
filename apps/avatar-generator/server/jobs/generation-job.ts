import type {
  AppContext,
  EngineClipMade,
  EnginePictureMade,
  JobDefinition,
  JobRef,
  RunningJob,
  StoredImage,
  Tx,
} from '@lumiku/app-kit';
import { notFound, type Words } from '@lumiku/contract';
import { eq, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { GenerationKind, Scores } from '../../contract.ts';
import { type GenerationRow, viewGeneration } from '../generation-view.ts';
import { avatarGenerations } from '../tables.ts';
import { JOB_KINDS } from './job-kinds.ts';

/** Long side of the picture shown in lists. */
export const THUMBNAIL_PX = 640;

/** All there is to know stands in the generation's row. */
const Payload = z.object({});
type Payload = z.infer<typeof Payload>;

/** What a job brings home: files that lie on disk, and what is known of them. */
export interface Delivered {
  file: StoredImage;
  thumbnail: StoredImage;
  made: Pick<EnginePictureMade | EngineClipMade, 'engineId' | 'seed'>;
  seconds?: number;
  scores?: Scores | null;
  note?: Words | null;
}

/**
 * The job of one kind of generation: however it is made, its row, its hold and its files come to their end in one way.
 * @param options.make does the work; it may be run again after a crash
 */
export function generationJob(
  context: AppContext,
  options: {
    kind: GenerationKind;
    paidFrom: readonly string[];
    timeoutMs: number;
    make(job: RunningJob<unknown>, row: GenerationRow): Promise<Delivered>;
  },
): JobDefinition<Payload, Delivered> {
  const { clock, images } = context;
  return {
    kind: JOB_KINDS[options.kind],
    subject: 'generation',
    payload: Payload,
    paidFrom: options.paidFrom,
    attemptsMax: 3,
    timeoutMs: options.timeoutMs,
    async run(job) {
      const row = await findRow(context, job.id);
      if (!row) throw notFound('generation');
      return options.make(job, row);
    },
    onStarted: (tx, job) =>
      change(tx, job, {
        status: 'processing',
        // A later try goes on with the first one's clock.
        startedAt: sql`coalesce(${avatarGenerations.startedAt}, ${clock.now().toISOString()})`,
      }),
    onCompleted: (tx, job, { file, thumbnail, made, seconds, scores, note }) =>
      change(tx, job, {
        status: 'completed',
        outputImageUrl: file.url,
        outputMediaType: file.mediaType,
        outputWidthPx: file.widthPx,
        outputHeightPx: file.heightPx,
        outputSeconds: seconds ?? null,
        thumbnailUrl: thumbnail.url,
        engine: made.engineId,
        seed: made.seed,
        scores: scores ?? null,
        note: note ?? null,
        creditUsed: job.priceCredits,
        completedAt: clock.now(),
      }),
    onFailed: (tx, job, fault) =>
      change(tx, job, {
        status: 'failed',
        errorCode: fault.code,
        errorMessage: fault.fix ? `${fault.message} ${fault.fix}` : fault.message,
        creditUsed: 0,
        completedAt: clock.now(),
      }),
    onCancelled: (tx, job) =>
      change(tx, job, { status: 'cancelled', creditUsed: 0, completedAt: clock.now() }),
    async discard(job, { file, thumbnail }) {
      const row = await findRow(context, job.id);
      if (row?.outputImageUrl === file.url) return;
      await images.remove([file.url, thumbnail.url]);
    },
  };
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

/** The media type of a picture of ours, by its name. */
export function pictureType(url: string): string {
  if (url.endsWith('.png')) return 'image/png';
  return url.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
}

/** A stored picture as engines take it. @throws Fault NOT_FOUND (404) when its file is gone */
export async function pictureFile(
  { images }: Pick<AppContext, 'images'>,
  url: string,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  return { bytes: await images.read(url), mediaType: pictureType(url) };
}
