import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import * as call from './calls.ts';
import { giveConsent, withdrawConsent } from './consent/change-consent.ts';
import { readConsent } from './consent/read-consent.ts';
import { readWorkshop } from './engine-for.ts';

/** What happens to people's photos: consent, how long they are kept, what is made from them. */
export function addPhotoRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(call.readWorkshop, (c) => c.json({ data: readWorkshop(context) }, 200));
  routes.openapi(call.readConsent, async (c) =>
    c.json({ data: await readConsent(context, c.get('principal').userId) }, 200),
  );
  routes.openapi(call.giveConsent, async (c) => {
    const { version } = c.req.valid('json');
    return c.json({ data: await giveConsent(context, c.get('principal'), version) }, 200);
  });
  routes.openapi(call.withdrawConsent, async (c) => {
    const data = await withdrawConsent(context, c.get('principal').userId);
    return c.json({ message: 'Your consent is withdrawn; your photos are removed', data }, 200);
  });
}
