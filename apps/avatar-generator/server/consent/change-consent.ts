import { randomUUID } from 'node:crypto';
import type { AppContext, Principal } from '@lumiku/app-kit';
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { CONSENT_VERSION, type Consent } from '../../contract.ts';
import { consentOutdated } from '../generation-faults.ts';
import { removePhotos } from '../remove-photos.ts';
import { avatarConsents, avatarGenerations } from '../tables.ts';
import { readConsent } from './read-consent.ts';

/**
 * Notes that the person agrees; agreeing again changes nothing.
 * @throws Fault CONSENT_OUTDATED (409) when they read another version than the one in force
 */
export async function giveConsent(
  context: AppContext,
  { userId, via }: Pick<Principal, 'userId' | 'via'>,
  version: number,
): Promise<Consent> {
  if (version !== CONSENT_VERSION) throw consentOutdated();
  const givenAt = context.clock.now();
  await context.db.transaction(async (tx) => {
    await tx
      .update(avatarConsents)
      .set({ withdrawnAt: givenAt })
      .where(
        and(
          eq(avatarConsents.userId, userId),
          isNull(avatarConsents.withdrawnAt),
          ne(avatarConsents.version, CONSENT_VERSION),
        ),
      );
    await tx
      .insert(avatarConsents)
      .values({ id: randomUUID(), userId, version, givenAt, via })
      .onConflictDoNothing();
  });
  return readConsent(context, userId);
}

/**
 * Takes the consent back: what is in the making is stopped and costs nothing, and every photo that was given is removed.
 * Finished pictures stay until their owner deletes them.
 */
export async function withdrawConsent(
  context: AppContext,
  userId: string,
): Promise<Consent & { photosRemoved: number }> {
  await context.db
    .update(avatarConsents)
    .set({ withdrawnAt: context.clock.now() })
    .where(and(eq(avatarConsents.userId, userId), isNull(avatarConsents.withdrawnAt)));
  const own = eq(avatarGenerations.userId, userId);
  const unfinished = await context.db
    .select({ id: avatarGenerations.id })
    .from(avatarGenerations)
    .where(and(own, inArray(avatarGenerations.status, ['pending', 'processing'])));
  for (const { id } of unfinished) await context.jobs.cancel(id);
  const photosRemoved = await removePhotos(context, own);
  return { ...(await readConsent(context, userId)), photosRemoved };
}
