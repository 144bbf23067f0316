import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { requestInvalid } from '@lumiku/contract';
import { requirePrincipal } from '../accounts/index.ts';
import type { Webhooks } from './create-webhooks.ts';
import * as call from './webhook-calls.ts';

export function webhookRoutes(deps: {
  webhooks: Webhooks;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const { webhooks } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const signedIn = requirePrincipal(deps.resolvePrincipal);
  for (const path of ['/api/webhooks/*', '/api/webhook-deliveries/*']) {
    routes.use(path, signedIn);
  }
  routes.openapi(call.listCall, async (c) =>
    c.json({ data: await webhooks.list(c.get('principal').userId) }, 200),
  );
  routes.openapi(call.createCall, async (c) => {
    const made = await webhooks.create(c.get('principal').userId, c.req.valid('json'));
    return c.json({ data: { ...made.endpoint, secret: made.secret } }, 201);
  });
  routes.openapi(call.readCall, async (c) =>
    c.json({ data: await webhooks.read(c.get('principal').userId, c.req.valid('param').id) }, 200),
  );
  routes.openapi(call.changeCall, async (c) => {
    const { id } = c.req.valid('param');
    const data = await webhooks.change(c.get('principal').userId, id, c.req.valid('json'));
    return c.json({ data }, 200);
  });
  routes.openapi(call.deleteCall, async (c) => {
    await webhooks.delete(c.get('principal').userId, c.req.valid('param').id);
    return c.json({ message: 'Webhook deleted' }, 200);
  });
  routes.openapi(call.rotateCall, async (c) => {
    const made = await webhooks.rotate(c.get('principal').userId, c.req.valid('param').id);
    return c.json({ data: { ...made.endpoint, secret: made.secret } }, 200);
  });
  routes.openapi(call.testCall, async (c) =>
    c.json({ data: await webhooks.test(c.get('principal').userId, c.req.valid('param').id) }, 202),
  );
  routes.openapi(call.deliveriesCall, async (c) => {
    const query = { endpointId: c.req.valid('param').id, ...c.req.valid('query') };
    return c.json(await webhooks.deliveries(c.get('principal').userId, query), 200);
  });
  routes.openapi(call.deliveryCall, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ data: await webhooks.delivery(c.get('principal').userId, id) }, 200);
  });
  routes.openapi(call.replayCall, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ data: await webhooks.replay(c.get('principal').userId, id) }, 202);
  });
  return routes;
}
