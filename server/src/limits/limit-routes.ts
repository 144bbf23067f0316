import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal, TierLimits } from '@lumiku/app-kit';
import { type Tier, TierReport } from '@lumiku/contract';
import { z } from 'zod';
import { requirePrincipal } from '../accounts/index.ts';

const limitsCall = createRoute({
  method: 'get',
  path: '/api/limits',
  tags: ['Accounts'],
  summary: 'My tier, and what each tier may do',
  responses: {
    200: {
      description: 'Limits',
      content: { 'application/json': { schema: z.object({ data: TierReport }) } },
    },
  },
});

export function limitRoutes(deps: {
  tiers: Readonly<Record<Tier, TierLimits>>;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  routes.use('/api/limits', requirePrincipal(deps.resolvePrincipal));
  routes.openapi(limitsCall, (c) =>
    c.json({ data: { tier: c.get('principal').tier, tiers: { ...deps.tiers } } }, 200),
  );
  return routes;
}
