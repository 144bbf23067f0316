import type { AppContext, JobDefinition, Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { AVATAR_CREATOR, type Avatar } from '../../contract.ts';
import { insertAvatar } from '../avatars/insert-avatar.ts';
import { type MadePicture, makePicture } from '../make-picture.ts';
import { avatars, makings } from '../tables.ts';
import { type MakingRow, viewMaking } from './making-view.ts';

export const MAKE_AVATAR = `${AVATAR_CREATOR}.make-avatar`;
/** Longer than an engine may take: a service that starts a machine first needs minutes. */
const TIMEOUT_MS = 12 * 60_000;

/** All there is to know stands in the making's row. */
const Payload = z.object({});
type Payload = z.infer<typeof Payload>;

/** One picture of a request: made, then saved as an avatar in the transaction that takes its price. */
export function makingJob(context: AppContext): JobDefinition<Payload, MadePicture> {
  return {
    kind: MAKE_AVATAR,
    subject: 'avatar',
    payload: Payload,
    paidFrom: ['avatar'],
    attemptsMax: 3,
    timeoutMs: TIMEOUT_MS,
    async run(job) {
      const [row] = await context.db.select().from(makings).where(eq(makings.id, job.id));
      if (!row) throw notFound('request');
      return await makePicture(context, job, row);
    },
    onStarted: (tx, job) => change(tx, job, { status: 'processing' }),
    async onCompleted(tx, job, made) {
      const row = await find(tx, job);
      const avatar = await insertAvatar(context, tx, {
        ...{ id: row.id, userId: row.userId, projectId: row.projectId, name: row.name },
        picture: made.picture,
        thumbnailUrl: made.thumbnail.url,
        sourceType: 'generated',
        generationPrompt: row.prompt,
        enhancedPrompt: row.enhancedPrompt,
        attributes: row.attributes,
        ...{ seed: made.seed, engine: made.engineId, creditUsed: job.priceCredits },
      });
      return await change(tx, job, { status: 'completed' }, avatar);
    },
    onFailed: (tx, job, fault) =>
      change(tx, job, {
        ...{ status: 'failed', errorCode: fault.code },
        errorMessage: fault.fix ? `${fault.message} ${fault.fix}` : fault.message,
      }),
    onCancelled: (tx, job) => change(tx, job, { status: 'cancelled' }),
    async discard(job, made) {
      const [row] = await context.db.select().from(avatars).where(eq(avatars.id, job.id));
      if (row?.imageUrl === made.picture.url) return;
      await context.images.remove([made.picture.url, made.thumbnail.url]);
    },
  };
}

async function find(tx: Tx, job: { readonly id: string }): Promise<MakingRow> {
  const [row] = await tx.select().from(makings).where(eq(makings.id, job.id));
  if (!row) throw new Error(`making ${job.id} is gone, but its job is not`);
  return row;
}

async function change(
  tx: Tx,
  job: { readonly id: string },
  set: Partial<typeof makings.$inferInsert>,
  avatar: Avatar | null = null,
): Promise<Record<string, unknown>> {
  const [row] = await tx.update(makings).set(set).where(eq(makings.id, job.id)).returning();
  return row ? { making: viewMaking(row, avatar) } : {};
}
