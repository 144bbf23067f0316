import type { AppContext } from '@lumiku/app-kit';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { CONSENT_VERSION, type Consent, consentTerms } from '../../contract.ts';
import { consentNeeded } from '../generation-faults.ts';
import { avatarConsents, avatarGenerations } from '../tables.ts';

/** Whether this person agrees, as things stand, to what photos are used for today. */
export async function hasConsent({ db }: Pick<AppContext, 'db'>, userId: string): Promise<boolean> {
  const open = and(
    eq(avatarConsents.userId, userId),
    eq(avatarConsents.version, CONSENT_VERSION),
    isNull(avatarConsents.withdrawnAt),
  );
  return (await db.$count(avatarConsents, open)) > 0;
}

/** @throws Fault CONSENT_NEEDED (403) */
export async function requireConsent(
  context: Pick<AppContext, 'db'>,
  userId: string,
): Promise<void> {
  if (!(await hasConsent(context, userId))) throw consentNeeded();
}

/** What was agreed to, and what was withdrawn. */
export async function readConsent(
  { db, policy }: Pick<AppContext, 'db' | 'policy'>,
  userId: string,
): Promise<Consent> {
  const rows = await db
    .select()
    .from(avatarConsents)
    .where(eq(avatarConsents.userId, userId))
    .orderBy(desc(avatarConsents.givenAt));
  const open = rows.find((row) => row.withdrawnAt === null && row.version === CONSENT_VERSION);
  return {
    isGiven: open !== undefined,
    version: CONSENT_VERSION,
    terms: consentTerms(policy.photoKeptDays),
    givenAt: open?.givenAt.toISOString() ?? null,
    photoKeptDays: policy.photoKeptDays,
    ...(await keptPhotos(db, userId)),
    records: rows.map(({ version, givenAt, withdrawnAt }) => ({
      version,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}

/** What a person gave and is still here: several pictures may be made from one photo. */
async function keptPhotos(
  db: AppContext['db'],
  userId: string,
): Promise<Pick<Consent, 'photosKept' | 'nextRemovalAt'>> {
  const { inputImageUrl, inputExpiresAt } = avatarGenerations;
  const [kept] = await db
    .select({
      photos: sql<number>`count(DISTINCT ${inputImageUrl})::int`,
      next: sql<Date | null>`min(${inputExpiresAt})`.mapWith(inputExpiresAt),
    })
    .from(avatarGenerations)
    .where(and(eq(avatarGenerations.userId, userId), isNotNull(inputImageUrl)));
  return { photosKept: kept?.photos ?? 0, nextRemovalAt: kept?.next?.toISOString() ?? null };
}
