import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { listAvatars } from './avatars/read-avatars.ts';
import * as call from './project-calls.ts';
import { createProject, updateProject } from './projects/change-projects.ts';
import { deleteProject } from './projects/delete-project.ts';
import { getProject, listProjects } from './projects/read-projects.ts';
import { readStats } from './read-stats.ts';

const success = true as const;
/** What a project shows of its avatars by itself; the list pages through all of them. */
const AVATARS_SHOWN = 100;

export function addProjectRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(call.listProjects, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ success, ...(await listProjects(context, userId, c.req.valid('query'))) }, 200);
  });
  routes.openapi(call.createProject, async (c) => {
    const { userId } = c.get('principal');
    const project = await createProject(context, userId, c.req.valid('json'));
    return c.json({ success, project }, 201);
  });
  routes.openapi(call.getProject, async (c) => {
    const { userId } = c.get('principal');
    const { projectId } = c.req.valid('param');
    const project = await getProject(context, userId, projectId);
    const of = { userId, projectId };
    const { avatars } = await listAvatars(context, of, { limit: AVATARS_SHOWN });
    return c.json({ success, project: { ...project, avatars } }, 200);
  });
  routes.openapi(call.updateProject, async (c) => {
    const { userId } = c.get('principal');
    const { projectId } = c.req.valid('param');
    const project = await updateProject(context, userId, projectId, c.req.valid('json'));
    return c.json({ success, project }, 200);
  });
  routes.openapi(call.deleteProject, async (c) => {
    const { userId } = c.get('principal');
    await deleteProject(context, userId, c.req.valid('param').projectId);
    return c.json({ success, message: 'Project deleted successfully' }, 200);
  });
  routes.openapi(call.readStats, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ success, data: await readStats(context, userId) }, 200);
  });
}
