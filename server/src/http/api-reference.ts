import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AppEnv } from '@lumiku/app-kit';
import { Hono } from 'hono';
import { routeNotFound } from './answer-fault.ts';
import { createStaticFiles } from './static-files.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lumiku API</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/reference.css">
</head>
<body>
<main id="reference"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/reference.js"></script>
</body>
</html>
`;

/** Pages and parts of the human reference. Nothing in it comes from another server. */
export function apiReferenceRoutes(): Hono<AppEnv> {
  const swagger = createStaticFiles(
    dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
  );
  const own = createStaticFiles(join(import.meta.dirname, 'api-reference'));
  const routes = new Hono<AppEnv>();
  routes.get('/', (c) => c.html(PAGE));
  routes.get('/:file{(swagger-ui\\.css|swagger-ui-bundle\\.js)}', async (c) =>
    found(await swagger.answer(c.req.param('file'), c.req.raw.headers, false), c.req.path),
  );
  routes.get('/:file{(reference\\.css|reference\\.js)}', async (c) =>
    found(await own.answer(c.req.param('file'), c.req.raw.headers, false), c.req.path),
  );
  return routes;
}

function found(response: Response | null, path: string): Response {
  if (response === null) throw routeNotFound('GET', path);
  return response;
}
