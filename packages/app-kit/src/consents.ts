import type { Principal } from './http.ts';

/** Whether people agree to the use of their photos: asked once for all apps, recorded by the platform. */
export interface Consents {
  /** Whether this person agrees, as things stand, to what photos are used for today. */
  has(userId: string): Promise<boolean>;
  /** @throws Fault CONSENT_NEEDED (403) */
  require(userId: string): Promise<void>;
  /**
   * What a request with a photo says about consent. Given with it, it is recorded first. A browser asks its person before
   * the first photo leaves the device, and is held to that here; a program may send the photo alone, and then no face is
   * compared (docs/decisions/0033-consent-of-programs.md).
   * @throws Fault CONSENT_NEEDED (403), CONSENT_OUTDATED (409)
   */
  heed(principal: Pick<Principal, 'userId' | 'via'>, version: number | undefined): Promise<void>;
}

/** The photos people gave to one app. */
export interface GivenPhotos {
  /** How many of theirs are here, and when the next of them is removed by itself. */
  count(userId: string): Promise<{ photos: number; nextRemovalAt: Date | null }>;
  /** The consent was taken back: stops what is made from them and removes every one. @returns how many went */
  remove(userId: string): Promise<number>;
}
