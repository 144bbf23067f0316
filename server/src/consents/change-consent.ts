import { randomUUID } from 'node:crypto';
import type { Clock, Database, Principal } from '@lumiku/app-kit';
import { CONSENT_VERSION } from '@lumiku/contract';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { consentOutdated } from './consent-faults.ts';
import { photoConsents } from './tables.ts';

interface Deps {
  db: Database;
  clock: Clock;
}

/**
 * Notes that the person agrees; agreeing again changes nothing.
 * @throws Fault CONSENT_OUTDATED (409) when they read another version than the one in force
 */
export async function giveConsent(
  { db, clock }: Deps,
  { userId, via }: Pick<Principal, 'userId' | 'via'>,
  version: number,
): Promise<void> {
  if (version !== CONSENT_VERSION) throw consentOutdated();
  const givenAt = clock.now();
  await db.transaction(async (tx) => {
    await tx
      .update(photoConsents)
      .set({ withdrawnAt: givenAt })
      .where(and(isOpen(userId), ne(photoConsents.version, CONSENT_VERSION)));
    await tx
      .insert(photoConsents)
      .values({ id: randomUUID(), userId, version, givenAt, via })
      .onConflictDoNothing();
  });
}

/** Closes the record; what was given under it is for the apps to remove. */
export async function closeConsent({ db, clock }: Deps, userId: string): Promise<void> {
  await db.update(photoConsents).set({ withdrawnAt: clock.now() }).where(isOpen(userId));
}

const isOpen = (userId: string) =>
  and(eq(photoConsents.userId, userId), isNull(photoConsents.withdrawnAt));
