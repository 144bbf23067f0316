import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Generation } from '../../contract.ts';
import { type GenerationRow, viewGeneration } from '../generation-view.ts';
import { avatarGenerations } from '../tables.ts';

type Reader = Pick<AppContext, 'db' | 'jobs'>;

/** Adds how far unfinished ones are; one question for all of them. */
export async function viewGenerations(
  { jobs }: Pick<Reader, 'jobs'>,
  rows: readonly GenerationRow[],
): Promise<Generation[]> {
  const unfinished = rows.filter((row) => row.status === 'pending' || row.status === 'processing');
  const progress = await jobs.progressOf(unfinished.map((row) => row.id));
  return rows.map((row) => viewGeneration(row, progress.get(row.id)));
}

/** @throws Fault NOT_FOUND (404), also for what is somebody else's. */
export async function getGeneration(
  context: Reader,
  userId: string,
  id: string,
): Promise<Generation> {
  const row = await findOwn(context, userId, id);
  const [generation] = await viewGenerations(context, [row]);
  if (!generation) throw notFound('generation');
  return generation;
}

/** @throws Fault NOT_FOUND (404), also for what is somebody else's and for ids that are none. */
export async function findOwn(
  { db }: Pick<Reader, 'db'>,
  userId: string,
  id: string,
): Promise<GenerationRow> {
  if (!z.uuid().safeParse(id).success) throw notFound('generation');
  const [row] = await db
    .select()
    .from(avatarGenerations)
    .where(and(eq(avatarGenerations.id, id), eq(avatarGenerations.userId, userId)));
  if (!row) throw notFound('generation');
  return row;
}

/** Everything of this person that is in the making. */
export async function listUnfinished(context: Reader, userId: string): Promise<Generation[]> {
  const rows = await context.db
    .select()
    .from(avatarGenerations)
    .where(
      and(
        eq(avatarGenerations.userId, userId),
        inArray(avatarGenerations.status, ['pending', 'processing']),
      ),
    );
  return viewGenerations(context, rows);
}

/** Every picture the rows of a person name. */
export async function listStoredUrls(
  { db }: Pick<Reader, 'db'>,
  userId: string,
): Promise<string[]> {
  const rows = await db
    .select({
      input: avatarGenerations.inputImageUrl,
      target: avatarGenerations.targetImageUrl,
      output: avatarGenerations.outputImageUrl,
      thumbnail: avatarGenerations.thumbnailUrl,
    })
    .from(avatarGenerations)
    .where(eq(avatarGenerations.userId, userId));
  return rows
    .flatMap((row) => [row.input, row.target, row.output, row.thumbnail])
    .filter((url): url is string => url !== null);
}
