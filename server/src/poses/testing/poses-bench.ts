import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { outlineOnThread } from '@lumiku/figure/outline';
import { createFigurePool } from '@lumiku/figure/pool';
import { createVision } from '@lumiku/vision';
import { accountsSchema } from '../../accounts/index.ts';
import { addPerson } from '../../accounts/testing.ts';
import { createDiskStorage, createFiles } from '../../files/index.ts';
import { quietLog } from '../../jobs/testing/quiet-log.ts';
import { createPhotos } from '../../photos/index.ts';
import { lazyFigures } from '../../startup/lazy-figures.ts';
import { createTestDatabase } from '../../testing/index.ts';
import { createPoses } from '../create-poses.ts';
import { posesRoutes } from '../pose-routes.ts';
import { posesSchema } from '../schema-owner.ts';

/** The room of the poses over a real database, spoken to by HTTP; who asks stands in the bearer token. */
export async function startPosesBench() {
  const database = await createTestDatabase([accountsSchema, posesSchema]);
  const { db } = database;
  const poses = createPoses({ db, log: quietLog });
  await poses.start();
  const figures = lazyFigures(() => createFigurePool({ workers: 1 }));
  const people = new Set<string>();
  const resolvePrincipal = async (headers: Headers): Promise<Principal | null> => {
    const userId = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return people.has(userId) ? { userId, role: 'user', tier: 'free', via: 'bearer' } : null;
  };
  const app = new OpenAPIHono<AppEnv>();
  app.onError((error, c) => {
    if (!(error instanceof Fault)) throw error;
    const { code, message, fix, issues, status } = error;
    return c.json({ error: { code, message, fix, issues } }, status);
  });
  const uploadsFolder = await mkdtemp(join(tmpdir(), 'lumiku-poses-'));
  const limits = { sizeBytesMax: 10_000_000, pixelsMax: 40_000_000 };
  const files = createFiles({
    storage: createDiskStorage(uploadsFolder),
    limits,
    clock: { now: () => new Date() },
    outline: outlineOnThread,
  });
  const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 60_000 });
  const { inspect } = files.forApp('poses');
  const looking = { inspect, detectPoses: createPhotos({ vision }).detectPoses };
  app.route('/', posesRoutes({ poses, db, figures, looking, resolvePrincipal }));
  return {
    db,
    poses,
    /** Null asks without signing in. */
    ask: async (path: string, userId: string | null, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (userId !== null) headers.set('authorization', `Bearer ${userId}`);
      return await app.request(path, { ...init, headers });
    },
    /** The same with a JSON body. */
    send: async (
      method: 'POST' | 'PUT' | 'DELETE',
      path: string,
      userId: string | null,
      body?: unknown,
    ): Promise<Response> =>
      await app.request(path, {
        method,
        headers: {
          ...(userId !== null && { authorization: `Bearer ${userId}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    addPerson: async (): Promise<string> => {
      const id = await addPerson(db);
      people.add(id);
      return id;
    },
    stop: async () => {
      await Promise.all([figures.close(), vision.close()]);
      await rm(uploadsFolder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
export type PosesBench = Awaited<ReturnType<typeof startPosesBench>>;
