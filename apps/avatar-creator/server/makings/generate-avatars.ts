import { randomUUID } from 'node:crypto';
import { type AppContext, newSeed, waitForEnd } from '@lumiku/app-kit';
import {
  AVATAR_CREATOR,
  type AvatarRequest,
  type GenerateAvatarsInput,
  PRICES,
  SEED_MAX,
} from '../../contract.ts';
import { noEngine } from '../creator-faults.ts';
import { enhancePrompt } from '../enhance-prompt.ts';
import { touchProject } from '../projects/change-projects.ts';
import { findOwnProject } from '../projects/read-projects.ts';
import { makings } from '../tables.ts';
import { MAKE_AVATAR } from './making-job.ts';
import { getRequest } from './making-view.ts';

/** Proxies give up on a silent answer after a minute. */
const WAIT_MS = 50_000;

/**
 * Accepts one to five pictures to be made and saved without looking first: a job and a seed each, one hold of all
 * their prices. @returns the id of the request, an earlier one's for a repeated key
 * @throws Fault NOT_FOUND (404), INSUFFICIENT_CREDITS (402), IDEMPOTENCY_KEY_REUSED (422), ENGINE_NOT_CONFIGURED (503)
 */
export async function submitAvatars(
  context: AppContext,
  userId: string,
  projectId: string,
  input: GenerateAvatarsInput,
  idempotencyKey: string | undefined,
): Promise<string> {
  await findOwnProject(context, userId, projectId);
  if (!context.engines.preferred('text-to-image')) throw noEngine();
  const { prompt, name, count, seed = newSeed(), ...attributes } = input;
  const requestId = randomUUID();
  const now = context.clock.now();
  const rows = Array.from({ length: count }, (_, position) => ({
    ...{ id: randomUUID(), requestId, position, userId, projectId, prompt, attributes },
    name: count === 1 ? name : `${name} ${position + 1}`,
    enhancedPrompt: enhancePrompt(prompt, attributes).prompt,
    seed: (seed + position) % (SEED_MAX + 1),
    price: PRICES.avatar,
    createdAt: now,
  }));
  const earlier = await context.db.transaction(async (tx) => {
    if (idempotencyKey !== undefined) {
      const known = await context.idempotency.claim(tx, {
        ...{ userId, key: idempotencyKey, operation: `${AVATAR_CREATOR}.generate` },
        ...{ request: { projectId, input }, subjectId: requestId },
      });
      if (known !== null) return known;
    }
    await context.jobs.submitAll(tx, {
      reference: `${AVATAR_CREATOR}:request:${requestId}`,
      jobs: rows.map(({ id, price }) => ({
        ...{ kind: MAKE_AVATAR, id, userId, payload: {}, isPriority: false },
        ...{ priceCredits: price, reference: `${AVATAR_CREATOR}:avatar:${id}` },
      })),
    });
    await touchProject(tx, { id: projectId, userId, now });
    await tx.insert(makings).values(rows);
    return null;
  });
  if (earlier === null) for (const { id } of rows) await context.jobs.wake(id);
  return earlier ?? requestId;
}

/** Waits until every picture is over, but not longer than an answer may take. */
export async function waitForRequest(
  context: AppContext,
  userId: string,
  requestId: string,
  gone: AbortSignal,
): Promise<AvatarRequest> {
  const look = async () => {
    const request = await getRequest(context, userId, requestId);
    return request.status === 'completed' ? request : null;
  };
  const enough = AbortSignal.any([gone, AbortSignal.timeout(WAIT_MS)]);
  const over = await waitForEnd(context.events, { userId }, look, enough);
  return over ?? (await getRequest(context, userId, requestId));
}
