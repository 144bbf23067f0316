import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppDefinition, AppEnv, Principal } from '@lumiku/app-kit';
import { AppCard } from '@lumiku/contract';
import { z } from 'zod';
import { requirePrincipal } from '../accounts/index.ts';
import { appCard, type IsOn, mayUse } from './app-card.ts';

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
  deps: { resolvePrincipal: (headers: Headers) => Promise<Principal | null>; isOn: IsOn },
): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  const sorted = apps.toSorted((a, b) => a.manifest.tile.order - b.manifest.tile.order);
  routes.use('/api/apps', requirePrincipal(deps.resolvePrincipal));
  routes.openapi(listApps, (c) => {
    const person = c.get('principal');
    const data = sorted
      .filter(({ manifest }) => deps.isOn(manifest) && mayUse(manifest, person))
      .map(({ manifest }) => {
        const card = appCard(manifest);
        return { ...card, flags: { ...card.flags, enabled: true } };
      });
    return c.json({ data }, 200);
  });
  return routes;
}
