import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppContext, type AppEnv, eventStream } from '@lumiku/app-kit';
import { requestInvalid } from '@lumiku/contract';
import type { Generation } from '../contract.ts';
import { addBatchRoutes } from './batches/batch-routes.ts';
import * as call from './calls.ts';
import { createCheckedPhotos } from './checked-photos.ts';
import { addDownloadRoutes } from './downloads/download-routes.ts';
import { readWorkshop } from './engine-for.ts';
import { addShareRoutes } from './sharing/share-routes.ts';
import type { Styles } from './styles/load-styles.ts';
import { addStyleRoutes } from './styles/style-routes.ts';
import { cancelGeneration } from './verbs/cancel-generation.ts';
import { checkPhoto } from './verbs/check-photo.ts';
import { createClip } from './verbs/create-clip.ts';
import { createFaceSwap } from './verbs/create-face-swap.ts';
import { createGeneration } from './verbs/create-generation.ts';
import { deleteGeneration } from './verbs/delete-generation.ts';
import { listGenerations } from './verbs/list-generations.ts';
import { getGeneration, listUnfinished } from './verbs/read-generations.ts';
import { readKeypoints } from './verbs/read-keypoints.ts';
import { readStats } from './verbs/read-stats.ts';
import { rejectGeneration } from './verbs/reject-generation.ts';
import { retryGeneration } from './verbs/retry-generation.ts';

/** The app's calls; each only translates between HTTP and a verb. Paths are under the app's prefix. */
export function avatarGeneratorRoutes(context: AppContext, styles: Styles): OpenAPIHono<AppEnv> {
  const checked = createCheckedPhotos(context.clock);
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const snapshotOf = (generation: Generation) => ({
    type: 'generation.snapshot',
    userId: generation.userId,
    subject: generation.id,
    at: context.clock.now().toISOString(),
    data: { generation },
  });

  routes.openapi(call.generate, async (c) => {
    const principal = c.get('principal');
    const key = c.req.header('idempotency-key');
    const { consent, ...wanted } = c.req.valid('form');
    styles.assertOffered(wanted.stylePreset);
    await context.consents.heed(principal, consent);
    const data = await createGeneration(context, checked, principal.userId, wanted, key);
    return c.json({ message: 'Avatar generation started', data }, 201);
  });
  routes.openapi(call.createFaceSwap, async (c) => {
    const principal = c.get('principal');
    const key = c.req.header('idempotency-key');
    const { consent, ...wanted } = c.req.valid('form');
    await context.consents.heed(principal, consent);
    const data = await createFaceSwap(context, checked, principal.userId, wanted, key);
    return c.json({ message: 'Face swap started', data }, 201);
  });
  routes.openapi(call.createClip, async (c) => {
    const principal = c.get('principal');
    const key = c.req.header('idempotency-key');
    const { consent, ...wanted } = c.req.valid('json');
    await context.consents.heed(principal, consent);
    const data = await createClip(context, principal.userId, wanted, key);
    return c.json({ message: 'Clip started', data }, 201);
  });
  routes.openapi(call.rejectGeneration, async (c) => {
    const { userId } = c.get('principal');
    const data = await rejectGeneration(context, userId, c.req.valid('param').id);
    return c.json({ message: 'Given back; its price was refunded', data }, 200);
  });
  routes.openapi(call.checkPhoto, async (c) => {
    const { image, consent } = c.req.valid('form');
    await context.consents.heed(c.get('principal'), consent);
    return c.json({ data: await checkPhoto(context, checked, image, c.req.raw.signal) }, 200);
  });
  routes.openapi(call.listGenerations, async (c) => {
    const { userId } = c.get('principal');
    return c.json(await listGenerations(context, userId, c.req.valid('query')), 200);
  });
  routes.openapi(call.getGeneration, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ data: await getGeneration(context, userId, c.req.valid('param').id) }, 200);
  });
  routes.openapi(call.readKeypoints, async (c) => {
    const { userId } = c.get('principal');
    const keypoints = await readKeypoints(context, styles, userId, c.req.valid('param').id);
    return c.json({ data: { keypoints } }, 200);
  });
  routes.openapi(call.deleteGeneration, async (c) => {
    await deleteGeneration(context, c.get('principal').userId, c.req.valid('param').id);
    return c.json({ message: 'Generation deleted successfully' }, 200);
  });
  routes.openapi(call.retryGeneration, async (c) => {
    const { userId } = c.get('principal');
    const key = c.req.header('idempotency-key');
    const data = await retryGeneration(context, userId, c.req.valid('param').id, key);
    return c.json({ message: 'Avatar generation started', data }, 201);
  });
  routes.openapi(call.cancelGeneration, async (c) => {
    const { userId } = c.get('principal');
    const data = await cancelGeneration(context, userId, c.req.valid('param').id);
    return c.json({ message: 'Generation cancelled', data }, 200);
  });
  routes.openapi(call.readStats, async (c) =>
    c.json({ data: await readStats(context, c.get('principal').userId) }, 200),
  );
  routes.openapi(call.followGeneration, async (c) => {
    const { userId } = c.get('principal');
    const { id } = c.req.valid('param');
    return eventStream(c, {
      events: context.events,
      subject: id,
      snapshot: async () => [snapshotOf(await getGeneration(context, userId, id))],
    });
  });
  routes.openapi(call.followAll, async (c) => {
    const { userId } = c.get('principal');
    return eventStream(c, {
      events: context.events,
      snapshot: async () => (await listUnfinished(context, userId)).map(snapshotOf),
    });
  });
  routes.openapi(call.readWorkshop, (c) => c.json({ data: readWorkshop(context) }, 200));
  addDownloadRoutes(routes, context, styles);
  addShareRoutes(routes, context);
  addBatchRoutes(routes, context, { checked, styles });
  addStyleRoutes(routes, styles);
  return routes;
}
