import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { PictureFormat } from '@lumiku/contract';
import { requirePrincipal } from '../accounts/require-principal.ts';
import type { ContentCredentials } from './content-credentials.ts';
import { createPictureQueue } from './picture-queue.ts';
import { serveUpload } from './serve-upload.ts';
import type { Storage } from './storage.ts';

/** `GET /uploads/<app>/<userId>/<name>`: to the owner alone. */
export function filesRoutes(deps: {
  storage: Storage;
  credentials: ContentCredentials;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  routes.use('/uploads/*', requirePrincipal(deps.resolvePrincipal));
  // Hono answers HEAD by the GET handler, which sees the method as HEAD.
  const conversions = createPictureQueue({ waitingMax: 20 });
  routes.get('/uploads/*', (c) => serveUpload({ ...deps, conversions }, c));
  routes.openAPIRegistry.registerPath({
    method: 'get',
    path: '/uploads/{app}/{userId}/{name}',
    tags: ['Files'],
    summary:
      'A stored picture, to its owner; `?download=<name>` saves it, `&format=` as another kind',
    request: {
      params: z.object({ app: z.string(), userId: z.string(), name: z.string() }),
      query: z.object({ download: z.string().optional(), format: PictureFormat.optional() }),
    },
    responses: {
      200: {
        description: 'The picture',
        content: { 'image/*': { schema: { type: 'string', format: 'binary' } } },
      },
      206: { description: 'The part asked for by Range' },
      304: { description: 'Not changed' },
      404: { description: 'Not there, or not yours' },
    },
  });
  return routes;
}
