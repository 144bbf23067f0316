import type { AppContext } from '@lumiku/app-kit';
import { eq, sql } from 'drizzle-orm';
import type { CreatorStats } from '../contract.ts';
import { avatars, avatarUses, projects } from './tables.ts';

/** Sums over everything the person has now. */
export async function readStats(
  { db }: Pick<AppContext, 'db'>,
  userId: string,
): Promise<CreatorStats> {
  const [sums] = await db
    .select({
      total: sql<number>`count(*)::int`,
      uploaded: sql<number>`(count(*) FILTER (WHERE ${avatars.sourceType} = 'uploaded'))::int`,
      credits: sql<number>`coalesce(sum(${avatars.creditUsed}), 0)::int`,
    })
    .from(avatars)
    .where(eq(avatars.userId, userId));
  const { total = 0, uploaded = 0, credits = 0 } = sums ?? {};
  return {
    totalProjects: await db.$count(projects, eq(projects.userId, userId)),
    totalAvatars: total,
    generatedAvatars: total - uploaded,
    uploadedAvatars: uploaded,
    totalUses: await db.$count(avatarUses, eq(avatarUses.userId, userId)),
    totalCreditsUsed: credits,
  };
}
