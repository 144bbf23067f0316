import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Images, Photos, Principal } from '@lumiku/app-kit';
import { requestInvalid } from '@lumiku/contract';
import type { FigurePool } from '@lumiku/figure';
import { poseEmbedding } from '@lumiku/pose-kit';
import type { Context } from 'hono';
import { requirePrincipal } from '../accounts/index.ts';
import type { PosesRoom } from './create-poses.ts';
import { controlImage, openposeFile } from './draw-pose.ts';
import { listPoses } from './list-poses.ts';
import { listedFor } from './listed-for.ts';
import { ownPoseRoutes } from './own-pose-routes.ts';
import * as call from './pose-calls.ts';
import { noneMatches, poseNotFound } from './pose-faults.ts';
import { poseStats } from './pose-stats.ts';
import { createPoseThumbnails, type PoseTurn, YAW_STEP } from './pose-thumbnails.ts';
import { shelfRoutes } from './shelf-routes.ts';

/** What is done with a picture that comes in: checked, looked at, never kept. */
export type Looking = Pick<Images, 'inspect'> & Pick<Photos, 'detectPoses'>;

export interface PosesRoutesDeps {
  readonly poses: PosesRoom;
  readonly db: Database;
  readonly figures: Pick<FigurePool, 'render'>;
  readonly looking: Looking;
  readonly resolvePrincipal: (headers: Headers) => Promise<Principal | null>;
}

const FOR_EVER = 'max-age=31536000, immutable';
const FOR_AN_HOUR = 'max-age=3600';

/** The library for signed-in people; its thumbnails, which show nobody, for everybody and every cache. */
export function posesRoutes(deps: PosesRoutesDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  thumbnailRoute(routes, deps);
  routes.use('/api/poses/*', requirePrincipal(deps.resolvePrincipal));
  shelfRoutes(routes, deps);
  listRoutes(routes, deps);
  ownPoseRoutes(routes, deps);
  oneRoutes(routes, deps.poses);
  return routes;
}

/** Before the sign-in check, and so without it: whose pose it is decides. */
function thumbnailRoute(routes: OpenAPIHono<AppEnv>, deps: PosesRoutesDeps): void {
  const { poses } = deps;
  const thumbnails = createPoseThumbnails(deps);
  routes.openapi(call.poseThumbnail, async (c) => {
    const { id } = c.req.valid('param');
    const { mirror, yaw } = c.req.valid('query');
    const turn = { mirror, ...(yaw !== undefined && { yaw: nearestYaw(yaw) }) };
    // Drawing one costs: only people of this studio may have other sides drawn.
    const isOpen = poses.index.find(id) !== undefined && yaw === undefined;
    const principal = isOpen ? null : await deps.resolvePrincipal(c.req.raw.headers);
    if (!isOpen && !principal) {
      const shown = await poses.get(id, '');
      if (yaw !== undefined || shown.isMine) throw poseNotFound();
    }
    const wish = { ...wishOf(turn), evenDeleted: true };
    const pose = await poses.get(id, principal?.userId ?? '', wish);
    const bytes = await thumbnails.of(pose, turn);
    const reach = pose.isMine ? 'private' : 'public';
    return file(c, bytes, 'image/webp', `${reach}, ${cacheTime(c, pose.thumbnailUrl)}`);
  });
}

function listRoutes(routes: OpenAPIHono<AppEnv>, { poses, db }: PosesRoutesDeps): void {
  routes.openapi(call.listPoses, async (c) => {
    const query = c.req.valid('query');
    const { userId } = c.get('principal');
    poses.noticeImports();
    const index = await listedFor({ db, index: poses.index }, userId, query);
    return c.json(listPoses(index, query), 200);
  });
  routes.openapi(call.randomPose, (c) => {
    const { poses: found } = poses.index.match(c.req.valid('query'));
    const data = found[Math.floor(Math.random() * found.length)];
    if (!data) throw noneMatches();
    return c.json({ data }, 200);
  });
  routes.openapi(call.readPoseStats, (c) => c.json({ data: poseStats(poses.index) }, 200));
}

function oneRoutes(routes: OpenAPIHono<AppEnv>, poses: PosesRoom): void {
  routes.openapi(call.getPose, async (c) => {
    const { id } = c.req.valid('param');
    const {
      solved: _solved,
      yaw: _yaw,
      pitch: _pitch,
      ...data
    } = await poses.get(id, c.get('principal').userId);
    return c.json({ data }, 200);
  });
  routes.openapi(call.similarPoses, async (c) => {
    const { id } = c.req.valid('param');
    const { limit } = c.req.valid('query');
    const known = poses.index.similar(id, limit);
    if (known) return c.json({ data: known }, 200);
    const own = await poses.get(id, c.get('principal').userId);
    return c.json({ data: poses.index.nearest(poseEmbedding(own.solved, own), limit) }, 200);
  });
  routes.openapi(call.poseControlImage, async (c) => {
    const query = c.req.valid('query');
    const pose = await turnedPose(c, poses, query);
    const bytes = await controlImage(pose, canvasOf(query), query);
    return file(c, bytes, 'image/png', `private, ${cacheTime(c, pose.controlUrl)}`);
  });
  routes.openapi(call.poseOpenpose, async (c) => {
    const query = c.req.valid('query');
    const pose = await turnedPose(c, poses, query);
    c.header('Cache-Control', `private, ${cacheTime(c, pose.openposeUrl)}`);
    return c.json({ ...openposeFile(pose, canvasOf(query), query) }, 200);
  });
}

/** Its pictures stay for the one who deleted it: finished generations show them. */
function turnedPose(c: Context<AppEnv>, poses: PosesRoom, turn: PoseTurn) {
  const id = c.req.param('id') ?? '';
  return poses.get(id, c.get('principal').userId, { ...wishOf(turn), evenDeleted: true });
}

function wishOf({ mirror, yaw }: PoseTurn) {
  return { ...(mirror !== undefined && { mirror }), ...(yaw !== undefined && { yaw }) };
}

function nearestYaw(yaw: number): number {
  return Math.round(yaw / YAW_STEP) * YAW_STEP;
}

/** Only the address with the present version never changes. */
function cacheTime(c: Context<AppEnv>, address: string): string {
  return address.endsWith(`?v=${c.req.query('v')}`) ? FOR_EVER : FOR_AN_HOUR;
}

function canvasOf(query: { width: number; height: number }) {
  return { widthPx: query.width, heightPx: query.height };
}

function file(c: Context<AppEnv>, bytes: Uint8Array, mediaType: string, cacheControl: string) {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': mediaType,
    'Cache-Control': cacheControl,
  });
}
