import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import * as call from '../calls.ts';
import { type Styles, viewStyle } from './load-styles.ts';

/** The calls about styles. */
export function addStyleRoutes(routes: OpenAPIHono<AppEnv>, styles: Styles): void {
  routes.openapi(call.listStyles, (c) => c.json({ data: styles.all.map(viewStyle) }, 200));
  routes.openapi(call.styleSample, async (c) => {
    const file = styles.sampleFile(c.req.valid('param').id);
    if (file === null) throw notFound('style');
    return c.body(await Bun.file(file).arrayBuffer(), 200, {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=86400',
    });
  });
}
