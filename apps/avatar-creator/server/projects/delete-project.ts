import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { discardPreviews } from '../previews/discard-previews.ts';
import { avatars, makings, previews, projects } from '../tables.ts';
import { findOwnProject } from './read-projects.ts';

/**
 * Deletes a project with its avatars, their files and everything being made for it: running work is stopped and its
 * credits go back. Locks are taken as everywhere: jobs, the project, then what is in it.
 * @throws Fault NOT_FOUND (404), also when it is deleted twice
 */
export async function deleteProject(
  context: AppContext,
  userId: string,
  id: string,
): Promise<void> {
  const project = await findOwnProject(context, userId, id);
  const urls = await context.db.transaction(async (tx) => {
    const made = await tx
      .select({ id: makings.id })
      .from(makings)
      .where(
        and(eq(makings.projectId, project.id), inArray(makings.status, ['pending', 'processing'])),
      );
    const looked = await tx
      .select({ id: previews.id })
      .from(previews)
      .where(eq(previews.projectId, project.id));
    const ids = [...made, ...looked].map((row) => row.id);
    await context.jobs.forget(tx, ids);
    const [locked] = await tx
      .select({ id: projects.id })
      .from(projects)
      .where(and(eq(projects.id, project.id), eq(projects.userId, userId)))
      .for('update');
    if (!locked) throw notFound('project');
    const previewUrls = await discardPreviews(context, tx, userId, ids);
    const gone = await tx
      .delete(avatars)
      .where(eq(avatars.projectId, project.id))
      .returning({ image: avatars.imageUrl, thumbnail: avatars.thumbnailUrl });
    await tx.delete(projects).where(eq(projects.id, project.id));
    return [...previewUrls, ...gone.flatMap(({ image, thumbnail }) => [image, thumbnail])];
  });
  await context.images.remove(urls);
}
