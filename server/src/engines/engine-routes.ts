import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Principal } from '@lumiku/app-kit';
import {
  EngineAttempt,
  EngineCheckReport,
  EngineReport,
  notFound,
  PageMeta,
  requestInvalid,
} from '@lumiku/contract';
import { z } from 'zod';
import { requirePrincipal } from '../accounts/require-principal.ts';
import type { Checks } from './create-checks.ts';
import { listAttempts } from './list-attempts.ts';
import type { Previews } from './previews.ts';

export interface EngineRoutesDeps {
  db: Database;
  checks: Checks;
  previews: Previews;
  report: () => Promise<EngineReport[]>;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}

const json = <S extends z.ZodType>(schema: S) => ({
  description: 'Done',
  content: { 'application/json': { schema } },
});
const webp = { description: 'A picture', content: { 'image/webp': { schema: z.string() } } };
const tags = ['Engines'];
const Id = z.object({ id: z.uuid() });

const getEngines = createRoute({
  method: 'get',
  path: '/api/admin/engines',
  tags,
  summary: 'Every engine: what it can do, how it has been, what it cost, its licences',
  responses: { 200: json(z.object({ data: z.array(EngineReport) })) },
});
const getAttempts = createRoute({
  method: 'get',
  path: '/api/admin/engines/attempts',
  tags,
  summary: 'Every time an engine was asked, newest first',
  request: {
    query: z.object({
      engine: z.string().optional(),
      outcome: z.enum(['made', 'failed', 'running', 'stopped']).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
  },
  responses: { 200: json(z.object({ data: z.array(EngineAttempt), meta: PageMeta })) },
});
const postCheck = createRoute({
  method: 'post',
  path: '/api/admin/engines/{engineId}/check',
  tags,
  summary: 'Have an engine make one real picture and look at it; follow it by its id',
  request: { params: z.object({ engineId: z.string() }) },
  responses: { 202: json(z.object({ data: EngineCheckReport })) },
});
const getCheck = createRoute({
  method: 'get',
  path: '/api/admin/engines/checks/{id}',
  tags,
  summary: 'How a check goes, or went',
  request: { params: Id },
  responses: { 200: json(z.object({ data: EngineCheckReport })) },
});
const getCheckPicture = createRoute({
  method: 'get',
  path: '/api/admin/engines/checks/{id}/picture',
  tags,
  summary: 'The picture a check had made',
  request: { params: Id },
  responses: { 200: webp },
});
const getPreview = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/preview',
  tags,
  summary:
    'What a picture of mine looks like while it is made; its address comes with the progress',
  request: { params: Id },
  responses: { 200: webp },
});

/** Engines for the admin, and preview frames for who waits. */
export function engineRoutes(deps: EngineRoutesDeps) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  app.use('/api/admin/engines/*', requirePrincipal(deps.resolvePrincipal, 'admin'));
  app.use('/api/jobs/*', requirePrincipal(deps.resolvePrincipal));

  app.openapi(getEngines, async (c) => c.json({ data: await deps.report() }, 200));
  app.openapi(getAttempts, async (c) =>
    c.json(await listAttempts(deps.db, c.req.valid('query')), 200),
  );
  app.openapi(postCheck, async (c) => {
    const id = await deps.checks.start(c.req.valid('param').engineId);
    return c.json({ data: await found(deps.checks.read(id)) }, 202);
  });
  app.openapi(getCheck, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ data: await found(deps.checks.read(id)) }, 200);
  });
  app.openapi(getCheckPicture, async (c) => {
    const { id } = c.req.valid('param');
    return picture(await found(deps.checks.picture(id)));
  });
  app.openapi(getPreview, async (c) => {
    const { id } = c.req.valid('param');
    return picture(await found(deps.previews.read(id, c.get('principal').userId)));
  });
  return app;
}

async function found<T>(looking: Promise<T | null>): Promise<T> {
  const there = await looking;
  if (there === null) throw notFound('picture');
  return there;
}

function picture(bytes: Uint8Array): Response {
  // The address changes with every frame, so a frame may be kept.
  const headers = { 'content-type': 'image/webp', 'cache-control': 'private, max-age=300' };
  return new Response(new Uint8Array(bytes), { headers });
}
