import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database } from '@lumiku/app-kit';
import { and, eq } from 'drizzle-orm';
import { readFavourites } from './listed-for.ts';
import * as collections from './pose-collections.ts';
import { searchEmpty } from './pose-faults.ts';
import type { PosesRoutesDeps } from './pose-routes.ts';
import { searchBySkeleton, skeletonInPhoto, skeletonOf } from './search-poses.ts';
import * as call from './shelf-calls.ts';
import { poseFavourites } from './tables.ts';

/** How many poses a search gives when nobody says. */
const SEARCHED = 24;

/** What a person finds again: favourites, poses used last, collections; and poses that look like something. */
export function shelfRoutes(
  routes: OpenAPIHono<AppEnv>,
  deps: Pick<PosesRoutesDeps, 'poses' | 'db' | 'looking'>,
): void {
  searchRoutes(routes, deps);
  favouriteRoutes(routes, deps);
  collectionRoutes(routes, deps);
}

function searchRoutes(
  routes: OpenAPIHono<AppEnv>,
  { poses, looking }: Pick<PosesRoutesDeps, 'poses' | 'looking'>,
): void {
  routes.openapi(call.searchPoses, async (c) => {
    if (c.req.header('content-type')?.startsWith('multipart/form-data')) {
      const input = c.req.valid('form');
      if (!('image' in input)) throw searchEmpty();
      const { image, person, limit } = input;
      const { bytes } = await looking.inspect(image);
      const detection = await looking.detectPoses(bytes, c.req.raw.signal);
      const data = await searchBySkeleton(poses, skeletonInPhoto(detection, person), limit);
      return c.json({ data, detection }, 200);
    }
    const input = c.req.valid('json');
    const data = await searchBySkeleton(poses, skeletonOf(input), input.limit ?? SEARCHED);
    return c.json({ data }, 200);
  });
}

function favouriteRoutes(
  routes: OpenAPIHono<AppEnv>,
  { poses, db }: Pick<PosesRoutesDeps, 'poses' | 'db'>,
): void {
  routes.openapi(call.listFavourites, async (c) =>
    c.json({ data: await readFavourites(db, c.get('principal').userId) }, 200),
  );
  routes.openapi(call.addFavourite, async (c) => {
    const { userId } = c.get('principal');
    const { id } = await poses.get(c.req.valid('param').id, userId);
    await db.insert(poseFavourites).values({ userId, poseId: id }).onConflictDoNothing();
    return c.json({ data: { id, isFavourite: true } }, 200);
  });
  routes.openapi(call.removeFavourite, async (c) => {
    const { userId } = c.get('principal');
    const { id } = await poses.get(c.req.valid('param').id, userId, { evenDeleted: true });
    await forgetFavourite(db, userId, id);
    return c.json({ data: { id, isFavourite: false } }, 200);
  });
  routes.openapi(call.noteUse, async (c) => {
    const { userId } = c.get('principal');
    const { id } = await poses.get(c.req.valid('param').id, userId);
    await poses.noteUse(id, userId);
    return c.json({ data: { id } }, 200);
  });
}

async function forgetFavourite(db: Database, userId: string, poseId: string): Promise<void> {
  await db
    .delete(poseFavourites)
    .where(and(eq(poseFavourites.userId, userId), eq(poseFavourites.poseId, poseId)));
}

function collectionRoutes(
  routes: OpenAPIHono<AppEnv>,
  { poses, db }: Pick<PosesRoutesDeps, 'poses' | 'db'>,
): void {
  const own = (userId: string, id: string) => ({ userId, id });
  routes.openapi(call.listCollections, async (c) =>
    c.json({ data: await collections.listCollections(db, c.get('principal').userId) }, 200),
  );
  routes.openapi(call.createCollection, async (c) => {
    const { name } = c.req.valid('json');
    const data = await collections.createCollection(db, c.get('principal').userId, name);
    return c.json({ data }, 201);
  });
  routes.openapi(call.renameCollection, async (c) => {
    const wanted = own(c.get('principal').userId, c.req.valid('param').id);
    const data = await collections.renameCollection(db, wanted, c.req.valid('json').name);
    return c.json({ data }, 200);
  });
  routes.openapi(call.deleteCollection, async (c) => {
    await collections.deleteCollection(db, own(c.get('principal').userId, c.req.valid('param').id));
    return c.json({ message: 'Collection deleted successfully' }, 200);
  });
  routes.openapi(call.addToCollection, async (c) => {
    const { userId } = c.get('principal');
    const { id, poseId } = c.req.valid('param');
    const pose = await poses.get(poseId, userId);
    await collections.setInCollection(db, own(userId, id), pose.id, true);
    return c.json({ data: { id, poseId: pose.id } }, 200);
  });
  routes.openapi(call.removeFromCollection, async (c) => {
    const { id, poseId } = c.req.valid('param');
    await collections.setInCollection(db, own(c.get('principal').userId, id), poseId, false);
    return c.json({ data: { id, poseId } }, 200);
  });
}
