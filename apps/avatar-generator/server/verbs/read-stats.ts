import type { AppContext } from '@lumiku/app-kit';
import { eq } from 'drizzle-orm';
import type { GenerationStats } from '../../contract.ts';
import { avatarGenerationCounts } from '../tables.ts';

/** Sums over everything the person has now; what was deleted no longer counts. */
export async function readStats(
  { db }: Pick<AppContext, 'db'>,
  userId: string,
): Promise<GenerationStats> {
  const rows = await db
    .select()
    .from(avatarGenerationCounts)
    .where(eq(avatarGenerationCounts.userId, userId));
  const completed = rows.find((row) => row.status === 'completed');
  const done = completed?.generations ?? 0;
  const seconds = done === 0 ? 0 : (completed?.processingMs ?? 0) / done / 1_000;
  return {
    totalGenerations: rows.reduce((sum, row) => sum + row.generations, 0),
    completedGenerations: done,
    failedGenerations: rows.find((row) => row.status === 'failed')?.generations ?? 0,
    averageProcessingTime: Math.round(seconds * 100) / 100,
    totalCreditsUsed: completed?.credits ?? 0,
  };
}
