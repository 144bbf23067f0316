import type { Tx } from '@lumiku/app-kit';
import { and, eq } from 'drizzle-orm';
import { events } from './tables.ts';

/** Removes what was said of a subject of a person; who listens later never hears it. */
export async function forgetEvents(
  tx: Tx,
  gone: { userId: string; subject: string },
): Promise<void> {
  await tx
    .delete(events)
    .where(and(eq(events.userId, gone.userId), eq(events.subject, gone.subject)));
}
