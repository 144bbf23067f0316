import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { requestInvalid } from '@lumiku/contract';
import { addAvatarRoutes } from './avatar-routes.ts';
import { addMakingRoutes } from './making-routes.ts';
import { addProjectRoutes } from './project-routes.ts';

/** The app's calls; each only translates between HTTP and a verb. Paths are under the app's prefixes. */
export function avatarCreatorRoutes(context: AppContext): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  addProjectRoutes(routes, context);
  addAvatarRoutes(routes, context);
  addMakingRoutes(routes, context);
  return routes;
}
