import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { inBoth, requestInvalid, ShareLink, wantedLanguage } from '@lumiku/contract';
import type { Context } from 'hono';
import { z } from 'zod';
import { cameByHttps, requirePrincipal } from '../accounts/index.ts';
import { type Files, fileAnswer, mediaTypeOf, tagOf } from '../files/index.ts';
import type { SharesRoom } from './create-shares.ts';
import { shareOverPage, sharePage } from './share-page.ts';

const tags = ['Sharing'];
const listCall = createRoute({
  method: 'get',
  path: '/api/shares',
  tags,
  summary: 'My links that work, newest first',
  responses: {
    200: {
      description: 'Links',
      content: { 'application/json': { schema: z.object({ data: z.array(ShareLink) }) } },
    },
  },
});
const revokeCall = createRoute({
  method: 'delete',
  path: '/api/shares/{id}',
  tags,
  summary: 'Take a link back; it stops working at once',
  request: {
    params: z.object({
      id: z.uuid(inBoth({ en: 'This is not the id of a link.', id: 'Ini bukan id tautan.' })),
    }),
  },
  responses: {
    200: {
      description: 'Taken back',
      content: { 'application/json': { schema: z.object({ message: z.string() }) } },
    },
  },
});

export function shareRoutes(deps: {
  shares: SharesRoom;
  files: Pick<Files, 'pictureForLink' | 'clipForLink' | 'storage'>;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const { shares, files } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  routes.use('/api/shares/*', requirePrincipal(deps.resolvePrincipal));
  routes.openapi(listCall, async (c) =>
    c.json({ data: await shares.list(c.get('principal').userId) }, 200),
  );
  routes.openapi(revokeCall, async (c) => {
    await shares.revokeById(c.get('principal').userId, c.req.valid('param').id);
    return c.json({ message: 'Link taken back' }, 200);
  });

  routes.get('/s/:token', async (c) => {
    const language = wantedLanguage(c.req.header('accept-language'));
    privately(c);
    const token = c.req.param('token');
    const shown = await shares.open(token, c.req.method === 'GET');
    if (!shown) return c.html(shareOverPage(language), 404);
    const { title, expiresAt, clipUrl } = shown;
    const clip = clipUrl === null ? null : await files.clipForLink(clipUrl);
    return c.html(
      sharePage({
        ...{ language, title, expiresAt, path: `/s/${token}`, origin: originOf(c) },
        clipType: clip && mediaTypeOf(clip.path.name),
      }),
    );
  });
  routes.get('/s/:token/picture.jpg', async (c) => {
    privately(c);
    const shown = await shares.open(c.req.param('token'), false);
    const bytes = shown && (await files.pictureForLink(shown.pictureUrl));
    if (!bytes) return ended(c);
    if (c.req.query('download') !== undefined) {
      c.header('content-disposition', 'attachment; filename="lumiku-picture.jpg"');
    }
    return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
  });
  routes.get('/s/:token/clip', async (c) => {
    const shown = await shares.open(c.req.param('token'), false);
    const clip = shown?.clipUrl ? await files.clipForLink(shown.clipUrl) : null;
    if (!clip) return ended(c);
    const mediaType = mediaTypeOf(clip.path.name);
    const etag = `"${tagOf(clip)}"`;
    const headers = new Headers({ ...PRIVATE, 'content-type': mediaType, etag });
    const ending = mediaType.split('/')[1] ?? 'mp4';
    if (c.req.query('download') !== undefined) {
      headers.set('content-disposition', `attachment; filename="lumiku-clip.${ending}"`);
    }
    return (await fileAnswer(c, files.storage, clip, headers)) ?? ended(c);
  });
  return routes;
}

/** A link that was taken back must not live on in a cache or a search engine. */
const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };
function privately(c: Context<AppEnv>): void {
  for (const [name, value] of Object.entries(PRIVATE)) c.header(name, value);
}

/** Nobody learns why. */
function ended(c: Context<AppEnv>): Response {
  privately(c);
  return c.text('This link has ended.', 404);
}

function originOf(c: Context<AppEnv>): string {
  const headers = c.req.raw.headers;
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  const host = forwarded ?? headers.get('host') ?? new URL(c.req.url).host;
  return `${cameByHttps(c.req.url, headers) ? 'https' : 'http'}://${host}`;
}
