import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { SAVED_MESSAGE } from '../contract.ts';
import * as call from './avatar-calls.ts';
import { deleteAvatar, updateAvatar } from './avatars/change-avatars.ts';
import { getAvatar, listAvatars, listUses } from './avatars/read-avatars.ts';
import { savePreview } from './avatars/save-preview.ts';
import { uploadAvatar } from './avatars/upload-avatar.ts';
import { findOwnProject } from './projects/read-projects.ts';

const success = true as const;

export function addAvatarRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(call.listAvatars, async (c) => {
    const { userId } = c.get('principal');
    const { id: projectId } = await findOwnProject(context, userId, c.req.valid('param').projectId);
    const page = await listAvatars(context, { userId, projectId }, c.req.valid('query'));
    return c.json({ success, ...page }, 200);
  });
  routes.openapi(call.uploadAvatar, async (c) => {
    const principal = c.get('principal');
    const { projectId } = c.req.valid('param');
    const { consent, ...form } = c.req.valid('form');
    await context.consents.heed(principal, consent);
    const avatar = await uploadAvatar(context, principal.userId, projectId, form);
    return c.json({ success, avatar, message: SAVED_MESSAGE }, 201);
  });
  routes.openapi(call.savePreview, async (c) => {
    const avatar = await savePreview(context, {
      userId: c.get('principal').userId,
      projectId: c.req.valid('param').projectId,
      input: c.req.valid('json'),
      idempotencyKey: c.req.header('idempotency-key'),
    });
    return c.json({ success, avatar, message: SAVED_MESSAGE }, 201);
  });
  routes.openapi(call.getAvatar, async (c) => {
    const { userId } = c.get('principal');
    const avatar = await getAvatar(context, userId, c.req.valid('param').id);
    return c.json({ success, avatar }, 200);
  });
  routes.openapi(call.updateAvatar, async (c) => {
    const { userId } = c.get('principal');
    const { id } = c.req.valid('param');
    const avatar = await updateAvatar(context, userId, id, c.req.valid('json'));
    return c.json({ success, avatar }, 200);
  });
  routes.openapi(call.deleteAvatar, async (c) => {
    await deleteAvatar(context, c.get('principal').userId, c.req.valid('param').id);
    return c.json({ success, message: 'Avatar deleted successfully' }, 200);
  });
  routes.openapi(call.usageHistory, async (c) => {
    const { userId } = c.get('principal');
    const { id } = c.req.valid('param');
    return c.json({ success, ...(await listUses(context, userId, id, c.req.valid('query'))) }, 200);
  });
}
