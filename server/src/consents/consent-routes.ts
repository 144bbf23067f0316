import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import {
  ConsentAnswer,
  ConsentBody,
  ConsentWithdrawnAnswer,
  requestInvalid,
} from '@lumiku/contract';
import type { z } from 'zod';
import { requirePrincipal } from '../accounts/index.ts';
import type { ConsentsRoom } from './create-consents.ts';

const PATH = '/api/consent';
const tags = ['Consent'];
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

const readCall = createRoute({
  method: 'get',
  path: PATH,
  tags,
  summary: 'Whether I agreed to how my photos are used, and when; with the words in force',
  responses: { 200: json('My consent', ConsentAnswer) },
});
const giveCall = createRoute({
  method: 'post',
  path: PATH,
  tags,
  summary: 'Agree to how my photos are used; recorded with its version and time',
  description:
    'Needed once, before faces are compared, swapped or brought to life. The same can be sent as `consent` with a photo.',
  request: { body: { required: true, content: { 'application/json': { schema: ConsentBody } } } },
  responses: { 200: json('Recorded', ConsentAnswer) },
});
const withdrawCall = createRoute({
  method: 'delete',
  path: PATH,
  tags,
  summary:
    'Take my consent back: work in progress is stopped, my photos are removed, pictures stay',
  responses: { 200: json('Withdrawn', ConsentWithdrawnAnswer) },
});

export function consentRoutes(deps: {
  consents: ConsentsRoom;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const { consents } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  routes.use(PATH, requirePrincipal(deps.resolvePrincipal));
  routes.openapi(readCall, async (c) =>
    c.json({ data: await consents.read(c.get('principal').userId) }, 200),
  );
  routes.openapi(giveCall, async (c) => {
    const { version } = c.req.valid('json');
    return c.json({ data: await consents.give(c.get('principal'), version) }, 200);
  });
  routes.openapi(withdrawCall, async (c) => {
    const data = await consents.withdraw(c.get('principal').userId);
    return c.json({ message: 'Your consent is withdrawn; your photos are removed', data }, 200);
  });
  return routes;
}
