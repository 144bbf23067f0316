import type { AppContext, Principal } from '@lumiku/app-kit';
import { giveConsent } from './change-consent.ts';
import { requireConsent } from './read-consent.ts';

/**
 * What a request with a photo says about consent. Given with it, it is recorded first. A browser asks its person before
 * the first photo leaves the device, and is held to that here; a program may send the photo alone, and then no face is
 * compared (docs/decisions/0033-consent-of-programs.md).
 * @throws Fault CONSENT_NEEDED (403), CONSENT_OUTDATED (409)
 */
export async function heedConsent(
  context: AppContext,
  principal: Pick<Principal, 'userId' | 'via'>,
  version: number | undefined,
): Promise<void> {
  if (version !== undefined) await giveConsent(context, principal, version);
  else if (principal.via === 'cookie') await requireConsent(context, principal.userId);
}
