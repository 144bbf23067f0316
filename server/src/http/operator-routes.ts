import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import type { Metrics } from '../telemetry/index.ts';
import { routeNotFound } from './answer-fault.ts';
import { type ReadinessCheck, readReadiness } from './readiness.ts';

const Live = z.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.number() });
const Ready = z.object({
  status: z.enum(['ok', 'failing']),
  checks: z.record(
    z.string(),
    z.object({ ok: z.boolean(), ms: z.number(), message: z.string().optional() }),
  ),
});

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Operation'],
  summary: 'Is the process alive?',
  security: [],
  responses: {
    200: { description: 'Alive', content: { 'application/json': { schema: Live } } },
  },
});

const ready = createRoute({
  method: 'get',
  path: '/health/ready',
  tags: ['Operation'],
  summary: 'Can it do its work? Database, queue, storage and tables are looked at.',
  security: [],
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: Ready } } },
    503: { description: 'Not ready', content: { 'application/json': { schema: Ready } } },
  },
});

/** `/health`, `/health/ready` and `/metrics`: for machines that look after the studio. */
export function operatorRoutes(deps: {
  version: string;
  readiness: readonly ReadinessCheck[];
  metrics: Metrics;
}): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  routes.openapi(health, (c) =>
    c.json(
      { status: 'ok' as const, version: deps.version, uptimeSeconds: Math.floor(process.uptime()) },
      200,
    ),
  );
  routes.openapi(ready, async (c) => {
    const { isReady, checks } = await readReadiness(deps.readiness);
    if (isReady) return c.json({ status: 'ok' as const, checks }, 200);
    return c.json({ status: 'failing' as const, checks }, 503);
  });
  routes.get('/metrics', async (c) => {
    // Whoever comes through the public proxy is not the operator's Prometheus.
    if (c.req.header('x-forwarded-for') !== undefined) throw routeNotFound('GET', '/metrics');
    const { contentType, body } = await deps.metrics.render();
    return c.body(body, 200, { 'Content-Type': contentType });
  });
  return routes;
}
