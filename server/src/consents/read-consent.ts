import type { Database } from '@lumiku/app-kit';
import { CONSENT_VERSION, type Consent, consentTerms } from '@lumiku/contract';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { photoConsents } from './tables.ts';

/** Whether this person agrees, as things stand, to what photos are used for today. */
export async function hasConsent(db: Database, userId: string): Promise<boolean> {
  const open = and(
    eq(photoConsents.userId, userId),
    eq(photoConsents.version, CONSENT_VERSION),
    isNull(photoConsents.withdrawnAt),
  );
  return (await db.$count(photoConsents, open)) > 0;
}

/** What was agreed to, and what was withdrawn; without what is known of the photos themselves. */
export async function readConsent(
  db: Database,
  userId: string,
  photoKeptDays: number | null,
): Promise<Omit<Consent, 'photosKept' | 'nextRemovalAt'>> {
  const rows = await db
    .select()
    .from(photoConsents)
    .where(eq(photoConsents.userId, userId))
    .orderBy(desc(photoConsents.givenAt));
  const open = rows.find((row) => row.withdrawnAt === null && row.version === CONSENT_VERSION);
  return {
    isGiven: open !== undefined,
    version: CONSENT_VERSION,
    terms: consentTerms(photoKeptDays),
    givenAt: open?.givenAt.toISOString() ?? null,
    photoKeptDays,
    records: rows.map(({ version, givenAt, withdrawnAt }) => ({
      version,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}
