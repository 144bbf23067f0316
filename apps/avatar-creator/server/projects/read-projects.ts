import type { AppContext } from '@lumiku/app-kit';
import { notFound, type PageMeta } from '@lumiku/contract';
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ListProjectsQuery, Project } from '../../contract.ts';
import { avatars, projects } from '../tables.ts';

export type ProjectRow = typeof projects.$inferSelect;

const COVERS = 4;

/** @throws Fault NOT_FOUND (404), also for what is somebody else's and for ids that are none. */
export async function findOwnProject(
  { db }: Pick<AppContext, 'db'>,
  userId: string,
  id: string,
): Promise<ProjectRow> {
  if (!z.uuid().safeParse(id).success) throw notFound('project');
  const [row] = await db
    .select()
    .from(projects)
    .where(and(eq(projects.id, id), eq(projects.userId, userId)));
  if (!row) throw notFound('project');
  return row;
}

/** Most recently touched first. */
export async function listProjects(
  context: Pick<AppContext, 'db'>,
  userId: string,
  { limit, offset }: ListProjectsQuery,
): Promise<{ projects: Project[]; meta: PageMeta }> {
  const rows = await context.db
    .select()
    .from(projects)
    .where(eq(projects.userId, userId))
    .orderBy(desc(projects.updatedAt), desc(projects.id))
    .limit(limit)
    .offset(offset);
  const total = await context.db.$count(projects, eq(projects.userId, userId));
  return {
    projects: await viewProjects(context, rows),
    meta: { total, limit, offset, hasMore: offset + rows.length < total },
  };
}

/** Adds counts and covers, two questions for all of them. */
export async function viewProjects(
  { db }: Pick<AppContext, 'db'>,
  rows: readonly ProjectRow[],
): Promise<Project[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const counts = await db
    .select({ projectId: avatars.projectId, count: count() })
    .from(avatars)
    .where(inArray(avatars.projectId, ids))
    .groupBy(avatars.projectId);
  const newest = db
    .select({
      projectId: avatars.projectId,
      url: avatars.thumbnailUrl,
      place:
        sql<number>`row_number() OVER (PARTITION BY ${avatars.projectId} ORDER BY ${avatars.createdAt} DESC, ${avatars.id} DESC)`.as(
          'place',
        ),
    })
    .from(avatars)
    .where(inArray(avatars.projectId, ids))
    .as('newest');
  const covers = await db
    .select()
    .from(newest)
    .where(sql`${newest.place} <= ${COVERS}`)
    .orderBy(newest.place);
  return rows.map((row) => ({
    id: row.id,
    userId: row.userId,
    name: row.name,
    description: row.description,
    avatarCount: counts.find((one) => one.projectId === row.id)?.count ?? 0,
    coverUrls: covers.filter((one) => one.projectId === row.id).map((one) => one.url),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** @throws Fault NOT_FOUND (404) */
export async function getProject(
  context: Pick<AppContext, 'db'>,
  userId: string,
  id: string,
): Promise<Project> {
  const [project] = await viewProjects(context, [await findOwnProject(context, userId, id)]);
  if (!project) throw notFound('project');
  return project;
}
