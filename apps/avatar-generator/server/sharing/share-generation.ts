import type { AppContext } from '@lumiku/app-kit';
import { Fault, type ShareInput, type ShareLink } from '@lumiku/contract';
import { AVATAR_GENERATOR } from '../../contract.ts';
import { findOwn } from '../verbs/read-generations.ts';

type Sharer = Pick<AppContext, 'db' | 'shares'>;

/** What a link of a generation is filed under. */
export function shareSubject(id: string): string {
  return `${AVATAR_GENERATOR}:generation:${id}`;
}

/** @throws Fault NOT_FOUND (404), GENERATION_WITHOUT_PICTURE (409) */
export async function shareGeneration(
  context: Sharer,
  userId: string,
  id: string,
  { expiresInDays }: ShareInput,
): Promise<ShareLink> {
  const row = await findOwn(context, userId, id);
  if (row.outputImageUrl === null) throw nothingToShare();
  const title = row.poseNames ?? { en: row.poseTemplateId, id: row.poseTemplateId };
  const shown =
    row.kind === 'clip'
      ? { pictureUrl: row.thumbnailUrl ?? row.outputImageUrl, clipUrl: row.outputImageUrl }
      : { pictureUrl: row.outputImageUrl, clipUrl: null };
  const subject = shareSubject(id);
  return await context.shares.share({ ...shown, userId, subject, title, expiresInDays });
}

/** @returns null when it is not shared. @throws Fault NOT_FOUND (404) */
export async function readShare(
  context: Sharer,
  userId: string,
  id: string,
): Promise<ShareLink | null> {
  await findOwn(context, userId, id);
  return await context.shares.find(userId, shareSubject(id));
}

/** Takes the link back; harmless when there is none. @throws Fault NOT_FOUND (404) */
export async function revokeShare(context: Sharer, userId: string, id: string): Promise<void> {
  await findOwn(context, userId, id);
  await context.shares.revoke(userId, shareSubject(id));
}

function nothingToShare(): Fault {
  return new Fault({
    code: 'GENERATION_WITHOUT_PICTURE',
    status: 409,
    message: 'There is no picture yet.',
    fix: 'Wait until it is done.',
  });
}
