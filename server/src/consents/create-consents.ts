import type { Clock, Consents, Database, GivenPhotos, Principal } from '@lumiku/app-kit';
import type { Consent } from '@lumiku/contract';
import { closeConsent, giveConsent } from './change-consent.ts';
import { consentNeeded } from './consent-faults.ts';
import { hasConsent, readConsent } from './read-consent.ts';

export interface ConsentsRoom extends Consents {
  read(userId: string): Promise<Consent>;
  /** @throws Fault CONSENT_OUTDATED (409) */
  give(principal: Pick<Principal, 'userId' | 'via'>, version: number): Promise<Consent>;
  /**
   * Takes the consent back: what is in the making is stopped and costs nothing, and every photo that was given is removed.
   * Finished pictures stay until their owner deletes them.
   */
  withdraw(userId: string): Promise<Consent & { photosRemoved: number }>;
}

/** One consent a person, for all apps. @param deps.photos of every app that takes photos; asked when it is needed */
export function createConsents(deps: {
  db: Database;
  clock: Clock;
  photoKeptDays: number | null;
  photos: () => readonly GivenPhotos[];
}): ConsentsRoom {
  const { db } = deps;
  const read = async (userId: string): Promise<Consent> => {
    const counts = await Promise.all(deps.photos().map((photos) => photos.count(userId)));
    const removals = counts.flatMap(({ nextRemovalAt }) => nextRemovalAt ?? []);
    const next = removals.toSorted((a, b) => a.getTime() - b.getTime())[0];
    return {
      ...(await readConsent(db, userId, deps.photoKeptDays)),
      photosKept: counts.reduce((sum, { photos }) => sum + photos, 0),
      nextRemovalAt: next?.toISOString() ?? null,
    };
  };
  const room: ConsentsRoom = {
    has: (userId) => hasConsent(db, userId),
    async require(userId) {
      if (!(await hasConsent(db, userId))) throw consentNeeded();
    },
    async heed(principal, version) {
      if (version !== undefined) await giveConsent(deps, principal, version);
      else if (principal.via === 'cookie') await room.require(principal.userId);
    },
    read,
    async give(principal, version) {
      await giveConsent(deps, principal, version);
      return await read(principal.userId);
    },
    async withdraw(userId) {
      await closeConsent(deps, userId);
      let photosRemoved = 0;
      for (const photos of deps.photos()) photosRemoved += await photos.remove(userId);
      return { ...(await read(userId)), photosRemoved };
    },
  };
  return room;
}
