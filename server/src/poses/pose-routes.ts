import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { Fault, requestInvalid } from '@lumiku/contract';
import type { Context } from 'hono';
import { requirePrincipal } from '../accounts/index.ts';
import { type PosesRoom, poseNotFound } from './create-poses.ts';
import { controlImage, openposeFile, thumbnail } from './draw-pose.ts';
import { listPoses } from './list-poses.ts';
import * as call from './pose-calls.ts';
import { poseStats } from './pose-stats.ts';

const FOR_EVER = 'max-age=31536000, immutable';
const FOR_AN_HOUR = 'max-age=3600';

/** The library for signed-in people; thumbnails, which show nobody, for everybody and every cache. */
export function posesRoutes(deps: {
  poses: PosesRoom;
  resolvePrincipal: (headers: Headers) => Promise<Principal | null>;
}): OpenAPIHono<AppEnv> {
  const { poses } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });

  // Before the sign-in check, and so without it.
  routes.openapi(call.poseThumbnail, async (c) => {
    const { id } = c.req.valid('param');
    const template = poses.index.find(id) ?? (await poses.get(id, ''));
    const bytes = await thumbnail(template.id, () => poses.get(template.id, ''));
    return file(c, bytes, 'image/webp', `public, ${cacheTime(c, template.thumbnailUrl)}`);
  });

  const signedIn = requirePrincipal(deps.resolvePrincipal);
  routes.use('/api/poses', signedIn);
  routes.use('/api/poses/*', signedIn);

  routes.openapi(call.listPoses, (c) => c.json(listPoses(poses.index, c.req.valid('query')), 200));
  routes.openapi(call.randomPose, (c) => {
    const { poses: found } = poses.index.match(c.req.valid('query'));
    const data = found[Math.floor(Math.random() * found.length)];
    if (!data) throw noneMatches();
    return c.json({ data }, 200);
  });
  routes.openapi(call.readPoseStats, (c) => c.json({ data: poseStats(poses.index) }, 200));
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
  routes.openapi(call.similarPoses, (c) => {
    const data = poses.index.similar(c.req.valid('param').id, c.req.valid('query').limit);
    if (!data) throw poseNotFound();
    return c.json({ data }, 200);
  });
  routes.openapi(call.poseControlImage, async (c) => {
    const pose = await poses.get(c.req.valid('param').id, c.get('principal').userId);
    const bytes = await controlImage(pose, canvasOf(c.req.valid('query')));
    return file(c, bytes, 'image/png', `private, ${cacheTime(c, pose.controlUrl)}`);
  });
  routes.openapi(call.poseOpenpose, async (c) => {
    const pose = await poses.get(c.req.valid('param').id, c.get('principal').userId);
    c.header('Cache-Control', `private, ${cacheTime(c, pose.openposeUrl)}`);
    return c.json({ ...openposeFile(pose, canvasOf(c.req.valid('query'))) }, 200);
  });
  return routes;
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

function noneMatches(): Fault {
  return new Fault({
    code: 'POSE_NONE_MATCHES',
    status: 404,
    message: 'No pose matches this filter.',
    fix: 'Take a filter away.',
  });
}
