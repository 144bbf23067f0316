import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppDefinition, AppEnv, Principal } from '@lumiku/app-kit';
import { AppCard } from '@lumiku/contract';
import { z } from 'zod';
import { requirePrincipal } from '../accounts/index.ts';
import { appCard, mayUse } from './app-card.ts';

const listApps = createRoute({
  method: 'get',
  path: '/api/apps',
  tags: ['Apps'],
  summary: 'The apps this person may use, in the order of their tiles',
  responses: {
    200: {
      description: 'Apps',
      content: { 'application/json': { schema: z.object({ data: z.array(AppCard) }) } },
    },
  },
});

export function listAppsRoutes(
  apps: readonly AppDefinition[],
  resolvePrincipal: (headers: Headers) => Promise<Principal | null>,
): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  const sorted = apps.toSorted((a, b) => a.manifest.tile.order - b.manifest.tile.order);
  routes.use('/api/apps', requirePrincipal(resolvePrincipal));
  routes.openapi(listApps, (c) => {
    const person = c.get('principal');
    const data = sorted
      .filter(({ manifest }) => mayUse(manifest, person))
      .map(({ manifest }) => appCard(manifest));
    return c.json({ data }, 200);
  });
  return routes;
}
