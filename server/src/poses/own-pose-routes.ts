import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import { PoseJoints } from '@lumiku/contract';
import type { WorkedOutPose } from './create-poses.ts';
import { changeOwnPose, createOwnPose, deleteOwnPose } from './own-poses.ts';
import * as call from './pose-calls.ts';
import type { PosesRoutesDeps } from './pose-routes.ts';

/** Poses of people themselves: made, changed and deleted by their owner; to everybody else they do not exist. */
export function ownPoseRoutes(
  routes: OpenAPIHono<AppEnv>,
  { poses, db, looking }: Pick<PosesRoutesDeps, 'poses' | 'db' | 'looking'>,
): void {
  const deps = { db, index: () => poses.index, views: () => poses.views() };
  routes.openapi(call.createPose, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ data: await createOwnPose(deps, userId, c.req.valid('json')) }, 201);
  });
  routes.openapi(call.detectPoses, async (c) => {
    const { bytes } = await looking.inspect(c.req.valid('form').image);
    return c.json({ data: await looking.detectPoses(bytes, c.req.raw.signal) }, 200);
  });
  routes.openapi(call.changePose, async (c) => {
    const own = { userId: c.get('principal').userId, id: c.req.valid('param').id };
    return c.json({ data: await changeOwnPose(deps, own, c.req.valid('json')) }, 200);
  });
  routes.openapi(call.deletePose, async (c) => {
    const own = { userId: c.get('principal').userId, id: c.req.valid('param').id };
    await deleteOwnPose(db, own);
    return c.json({ message: 'Pose deleted successfully' }, 200);
  });
  routes.openapi(call.readPoseJoints, async (c) => {
    const { mirror, yaw } = c.req.valid('query');
    const wish = { ...(mirror !== undefined && { mirror }), ...(yaw !== undefined && { yaw }) };
    const pose = await poses.get(c.req.valid('param').id, c.get('principal').userId, wish);
    return c.json({ data: jointsOf(pose) }, 200);
  });
}

/** A pose as the editor opens it. */
export function jointsOf(
  pose: Pick<WorkedOutPose, 'solved' | 'yaw' | 'pitch' | 'framing' | 'gender'>,
): PoseJoints {
  const { solved, yaw, pitch, framing, gender } = pose;
  return PoseJoints.parse({
    joints: solved.joints,
    frames: solved.frames,
    hands: solved.hands,
    support: solved.support,
    camera: { yaw, pitch, framing },
    gender,
    hidden: solved.hidden ?? [],
    props: solved.props,
  });
}
