import type { AppContext } from '@lumiku/app-kit';
import { and, lt, notInArray } from 'drizzle-orm';
import { makings } from '../tables.ts';

const KEPT_MS = 24 * 60 * 60_000;

/** How a request went is of interest for a day; what came of it are avatars. */
export async function sweepMakings({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  await db
    .delete(makings)
    .where(
      and(lt(makings.createdAt, before), notInArray(makings.status, ['pending', 'processing'])),
    );
}
