import { randomUUID } from 'node:crypto';
import type { AppContext, Tx } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import type { CreateProjectInput, Project, UpdateProjectInput } from '../../contract.ts';
import { projects } from '../tables.ts';
import { getProject } from './read-projects.ts';

export async function createProject(
  context: AppContext,
  userId: string,
  input: CreateProjectInput,
): Promise<Project> {
  const id = randomUUID();
  const now = context.clock.now();
  await context.db.insert(projects).values({
    ...{ id, userId, name: input.name, description: input.description || null },
    ...{ createdAt: now, updatedAt: now },
  });
  return await getProject(context, userId, id);
}

/** @throws Fault NOT_FOUND (404) */
export async function updateProject(
  context: AppContext,
  userId: string,
  id: string,
  change: UpdateProjectInput,
): Promise<Project> {
  const project = await getProject(context, userId, id);
  const { name = project.name, description = project.description } = change;
  await context.db
    .update(projects)
    .set({ name, description: description || null, updatedAt: context.clock.now() })
    .where(and(eq(projects.id, project.id), eq(projects.userId, userId)));
  return await getProject(context, userId, id);
}

/**
 * Keeps the project from being deleted until the transaction ends, and marks it as touched.
 * @throws Fault NOT_FOUND (404) when it is gone, or somebody else's
 */
export async function touchProject(
  tx: Tx,
  project: { id: string; userId: string; now: Date },
): Promise<void> {
  const [row] = await tx
    .update(projects)
    .set({ updatedAt: project.now })
    .where(and(eq(projects.id, project.id), eq(projects.userId, project.userId)))
    .returning({ id: projects.id });
  if (!row) throw notFound('project');
}
