import type { OpenAPIHono } from '@hono/zod-openapi';
import { type AppContext, type AppEnv, eventStream } from '@lumiku/app-kit';
import { AVATAR_CREATOR_PREFIX, PREVIEW_MESSAGE } from '../contract.ts';
import * as call from './making-calls.ts';
import { cancelRequest } from './makings/cancel-request.ts';
import { submitAvatars, waitForRequest } from './makings/generate-avatars.ts';
import { getRequest } from './makings/making-view.ts';
import { discardPreview } from './previews/discard-preview.ts';
import { generatePreview } from './previews/generate-preview.ts';
import { getPreview, listPreviews, readPictures } from './previews/read-previews.ts';
import { submitPreview } from './previews/submit-preview.ts';
import { findOwnProject } from './projects/read-projects.ts';

const success = true as const;
/** RFC 7240: several preferences with commas, each perhaps with parameters. */
const wantsAsync = (prefer: string | undefined): boolean =>
  /(^|[,;])\s*respond-async\s*([,;]|$)/i.test(prefer ?? '');

/** Where accepted work is followed. */
const follow = (what: string, id: string) => {
  const statusUrl = `${AVATAR_CREATOR_PREFIX}/${what}/${id}`;
  return { eventsUrl: `${statusUrl}/events`, statusUrl };
};

export function addMakingRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  addPreviewRoutes(routes, context);
  addRequestRoutes(routes, context);
}

function addPreviewRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(call.generatePreview, async (c) => {
    const person = c.get('principal');
    const { projectId } = c.req.valid('param');
    const input = c.req.valid('json');
    const accepted = (previewId: string) =>
      c.json({ success, previewId, ...follow('previews', previewId) }, 202);
    if (wantsAsync(c.req.header('prefer'))) {
      return accepted(await submitPreview(context, person, projectId, input));
    }
    const made = await generatePreview(context, person, projectId, input, c.req.raw.signal);
    if (!('imageBase64' in made)) return accepted(made.previewId);
    return c.json({ success, preview: made, message: PREVIEW_MESSAGE }, 200);
  });
  routes.openapi(call.listPreviews, async (c) => {
    const { userId } = c.get('principal');
    const { id } = await findOwnProject(context, userId, c.req.valid('param').projectId);
    return c.json({ success, previews: await listPreviews(context, userId, id) }, 200);
  });
  routes.openapi(call.getPreview, async (c) => {
    const { userId } = c.get('principal');
    const state = await getPreview(context, userId, c.req.valid('param').previewId);
    const wantsPictures = c.req.valid('query').pictures === 'true';
    const pictures = wantsPictures ? await readPictures(context, state) : null;
    return c.json({ success, preview: { ...state, ...pictures } }, 200);
  });
  routes.openapi(call.discardPreview, async (c) => {
    await discardPreview(context, c.get('principal').userId, c.req.valid('param').previewId);
    return c.json({ success, message: 'Preview thrown away' }, 200);
  });
  routes.openapi(call.followPreview, async (c) => {
    const { userId } = c.get('principal');
    const { previewId } = c.req.valid('param');
    return eventStream(c, {
      events: context.events,
      subject: previewId,
      snapshot: async () => {
        const preview = await getPreview(context, userId, previewId);
        const at = context.clock.now().toISOString();
        return [{ type: 'preview.snapshot', userId, subject: previewId, at, data: { preview } }];
      },
    });
  });
}

function addRequestRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(call.generateAvatars, async (c) => {
    const { userId } = c.get('principal');
    const { projectId } = c.req.valid('param');
    const key = c.req.header('idempotency-key');
    const input = c.req.valid('json');
    const requestId = await submitAvatars(context, userId, projectId, input, key);
    const request = wantsAsync(c.req.header('prefer'))
      ? await getRequest(context, userId, requestId)
      : await waitForRequest(context, userId, requestId, c.req.raw.signal);
    if (request.status === 'processing') {
      const where = follow('avatar-requests', requestId);
      return c.json({ success, requestId, request, ...where }, 202);
    }
    const avatars = request.makings.flatMap(({ avatar }) => (avatar === null ? [] : [avatar]));
    const message = `${avatars.length} of ${request.makings.length} avatars generated and saved`;
    return c.json({ success, avatars, request, message }, 201);
  });
  routes.openapi(call.getRequest, async (c) => {
    const { userId } = c.get('principal');
    const request = await getRequest(context, userId, c.req.valid('param').requestId);
    return c.json({ success, request }, 200);
  });
  routes.openapi(call.cancelRequest, async (c) => {
    const { userId } = c.get('principal');
    const request = await cancelRequest(context, userId, c.req.valid('param').requestId);
    return c.json({ success, request }, 200);
  });
  routes.openapi(call.followRequest, async (c) => {
    const { userId } = c.get('principal');
    const { requestId } = c.req.valid('param');
    return eventStream(c, {
      events: context.events,
      snapshot: async () => {
        const request = await getRequest(context, userId, requestId);
        const at = context.clock.now().toISOString();
        return [{ type: 'avatar.snapshot', userId, subject: requestId, at, data: { request } }];
      },
    });
  });
}
