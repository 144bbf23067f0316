import type { AppEnv } from '@lumiku/app-kit';
import { Hono } from 'hono';
import { routeNotFound } from './answer-fault.ts';
import { createStaticFiles } from './static-files.ts';

/** Paths that belong to machines: an unknown one is never answered with a screen. */
const NOT_SCREENS = /^\/(api|uploads|s|health|metrics|assets)(\/|$)/;

/** The built web app: hashed files for ever, everything else is the one page that finds its screen by the address. */
export function webAppRoutes(folder: string): Hono<AppEnv> {
  const files = createStaticFiles(folder);
  const routes = new Hono<AppEnv>();
  routes.get('*', async (c) => {
    const { path } = c.req;
    const headers = c.req.raw.headers;
    const file = await files.answer(path, headers, path.startsWith('/assets/'));
    if (file !== null) return file;
    if (NOT_SCREENS.test(path) || /\.\w+$/.test(path)) throw routeNotFound(c.req.method, path);
    const page = await files.answer('/index.html', headers, false);
    if (page !== null) return page;
    return c.text(
      'The web app is not built yet: run "npm start", or "bun run build" in web/.',
      503,
    );
  });
  return routes;
}
