import type { AppContext, JobDefinition, Tx } from '@lumiku/app-kit';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { AVATAR_CREATOR } from '../../contract.ts';
import { previewGone } from '../creator-faults.ts';
import { type MadePicture, makePicture } from '../make-picture.ts';
import { previews } from '../tables.ts';

export const MAKE_PREVIEW = `${AVATAR_CREATOR}.make-preview`;
/** Longer than an engine may take: a service that starts a machine first needs minutes. */
const TIMEOUT_MS = 12 * 60_000;

/** All there is to know stands in the preview's row, which goes after an hour. */
const Payload = z.object({});
type Payload = z.infer<typeof Payload>;

/** The work behind a preview: free, and in the line of what people wait in front of. Its events carry no words. */
export function previewJob(context: AppContext): JobDefinition<Payload, MadePicture> {
  return {
    kind: MAKE_PREVIEW,
    subject: 'preview',
    payload: Payload,
    paidFrom: [],
    isInteractive: true,
    // Who waits is told at once and may ask again.
    attemptsMax: 1,
    timeoutMs: TIMEOUT_MS,
    async run(job) {
      const [row] = await context.db
        .select()
        .from(previews)
        .where(and(eq(previews.id, job.id), isNull(previews.discardedAt)));
      if (!row) throw previewGone();
      return await makePicture(context, job, row);
    },
    onStarted: (tx, job) => change(tx, job, { status: 'processing' }),
    onCompleted: (tx, job, made) =>
      change(tx, job, {
        status: 'completed',
        ...{ imageUrl: made.picture.url, thumbnailUrl: made.thumbnail.url },
        ...{ widthPx: made.picture.widthPx, heightPx: made.picture.heightPx },
        ...{ engine: made.engineId, seed: made.seed },
        ...{ note: made.note ?? null, unreadWords: made.unreadWords },
      }),
    async onFailed(tx, job, fault) {
      const errorMessage = fault.fix ? `${fault.message} ${fault.fix}` : fault.message;
      const retryAfterSeconds =
        fault.retryAfterSeconds === undefined ? null : Math.ceil(fault.retryAfterSeconds);
      const why = { errorCode: fault.code, errorMessage, retryAfterSeconds };
      await change(tx, job, { status: 'failed', ...why });
      return { errorCode: fault.code, errorMessage };
    },
    onCancelled: (tx, job) => change(tx, job, { status: 'cancelled' }),
    async discard(job, made) {
      const [row] = await context.db.select().from(previews).where(eq(previews.id, job.id));
      if (row?.imageUrl === made.picture.url) return;
      await context.images.remove([made.picture.url, made.thumbnail.url]);
    },
  };
}

async function change(
  tx: Tx,
  job: { readonly id: string },
  set: Partial<typeof previews.$inferInsert>,
): Promise<Record<string, unknown>> {
  await tx.update(previews).set(set).where(eq(previews.id, job.id));
  return {};
}
