import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import {
  notFound,
  PictureSourcesAnswer,
  requestInvalid,
  SourcePicturesAnswer,
  SourcePicturesQuery,
} from '@lumiku/contract';
import { requirePrincipal } from '../accounts/index.ts';
import { type IsOn, mayUse } from './app-card.ts';
import type { KnownSource, SourceDesk } from './picture-sources.ts';

const tags = ['Picture sources'];
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

const listSources = createRoute({
  method: 'get',
  path: '/api/picture-sources',
  tags,
  summary: 'Where pictures can be taken from instead of a file',
  responses: { 200: json('Sources', PictureSourcesAnswer) },
});
const listPictures = createRoute({
  method: 'get',
  path: '/api/picture-sources/{source}',
  tags,
  summary: 'My pictures of one source, newest first',
  request: { params: z.object({ source: z.string() }), query: SourcePicturesQuery },
  responses: { 200: json('One page', SourcePicturesAnswer) },
});

export function pictureSourceRoutes(
  desk: SourceDesk,
  deps: { resolvePrincipal: (headers: Headers) => Promise<Principal | null>; isOn: IsOn },
): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const mayOpen = ({ manifest }: KnownSource, person: Principal) =>
    deps.isOn(manifest) && mayUse(manifest, person);
  routes.use('/api/picture-sources/*', requirePrincipal(deps.resolvePrincipal));
  routes.openapi(listSources, (c) => {
    const person = c.get('principal');
    const open = desk.all.filter((known) => mayOpen(known, person));
    return c.json({ data: open.map(({ card }) => card) }, 200);
  });
  routes.openapi(listPictures, async (c) => {
    const person = c.get('principal');
    const known = desk.find(c.req.valid('param').source);
    if (!known || !mayOpen(known, person)) throw notFound('picture source');
    const { limit, cursor } = c.req.valid('query');
    const { pictures, nextCursor } = await known.source.list(person.userId, { limit, cursor });
    const data = pictures.map(({ id, createdAt, ...picture }) => ({
      ...picture,
      ref: `${known.card.id}:${id}`,
      createdAt: createdAt.toISOString(),
    }));
    const hasMore = nextCursor !== undefined;
    return c.json({ data, meta: { limit, hasMore, ...(hasMore ? { nextCursor } : {}) } }, 200);
  });
  return routes;
}
