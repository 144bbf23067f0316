import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { ShareInput, ShareLink } from '@lumiku/contract';
import { z } from 'zod';
import { json, params, tags } from '../call-parts.ts';
import { readShare, revokeShare, shareGeneration } from './share-generation.ts';

const path = '/generations/{id}/share';
const shareCall = createRoute({
  method: 'post',
  path,
  tags,
  summary:
    'Make a link that shows the picture to whoever has it, or give the one there is a new end',
  request: {
    params,
    body: { required: false, content: { 'application/json': { schema: ShareInput } } },
  },
  responses: { 201: json('The link', z.object({ data: ShareLink })) },
});
const readCall = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The link of a generation; null when it is not shared',
  request: { params },
  responses: { 200: json('The link', z.object({ data: ShareLink.nullable() })) },
});
const revokeCall = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Take the link back; it stops working at once',
  request: { params },
  responses: { 200: json('Taken back', z.object({ message: z.string() })) },
});

/** `POST`, `GET` and `DELETE /generations/:id/share`. */
export function addShareRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(shareCall, async (c) => {
    const { userId } = c.get('principal');
    // Without a body: as long as a link lasts when nobody says.
    const input = ShareInput.parse(c.req.valid('json') ?? {});
    const data = await shareGeneration(context, userId, c.req.valid('param').id, input);
    return c.json({ data }, 201);
  });
  routes.openapi(readCall, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ data: await readShare(context, userId, c.req.valid('param').id) }, 200);
  });
  routes.openapi(revokeCall, async (c) => {
    await revokeShare(context, c.get('principal').userId, c.req.valid('param').id);
    return c.json({ message: 'Link taken back' }, 200);
  });
}
