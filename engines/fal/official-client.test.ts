import { afterAll, expect, test } from 'bun:test';
import { createFalClient } from '@fal-ai/client';
import type { EndpointTypeMap } from '@fal-ai/client/endpoints';
import type { EngineRequestKind } from '../engine.ts';
import { judged, newestOf } from '../wire/testing/judged-call.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createFalEngine } from './create-fal-engine.ts';
import type { FAL_SHAPES, FalShape } from './fal-shapes.ts';
import { startFalServer } from './testing/fal-server.ts';

/** An endpoint of each family, whose published schema its fields are held to. */
type Endpoints = {
  'flux-lora': 'fal-ai/flux-lora';
  'flux-schnell': 'fal-ai/flux-1/schnell';
  'qwen-image': 'fal-ai/qwen-image';
  'qwen-edit': 'fal-ai/qwen-image-edit-2511';
  'flux-2-edit': 'fal-ai/flux-2/edit';
  'flux-2-klein-edit': 'fal-ai/flux-2/klein/4b/edit';
  'flux-general': 'fal-ai/flux-general';
  wan: 'fal-ai/wan/v2.2-5b/image-to-video';
  kling: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video';
  esrgan: 'fal-ai/esrgan';
  seedvr: 'fal-ai/seedvr/upscale/image';
};
type Sent<S extends FalShape> = ReturnType<(typeof FAL_SHAPES)[S]>;
type Taken<S extends keyof Endpoints> = EndpointTypeMap[Endpoints[S]]['input'];
/** Every family whose fields the schema does not take, or does not know. */
type Misfits = {
  [S in keyof Endpoints]: Sent<S> extends Taken<S>
    ? Exclude<keyof Sent<S>, keyof Taken<S>> extends never
      ? never
      : [S, Exclude<keyof Sent<S>, keyof Taken<S>>]
    : S;
}[keyof Endpoints];

test('the fields of every family stand in the published schema of its endpoint', () => {
  // Types alone: a field that is unknown or of another type does not compile.
  const misfits: Misfits[] = [];
  expect(misfits).toEqual([]);
  // The one family without a published schema; its page says that it may be retired.
  const unpublished: Exclude<FalShape, keyof Endpoints> = 'easel-swap';
  expect(unpublished).toBe('easel-swap');
});

const server = await startFalServer('fal_official_secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = () => ({ signal, key: crypto.randomUUID(), onProgress: () => undefined });
const engine = createFalEngine({
  ...{ key: 'fal_official_secret', queueUrl: server.url, pace: { firstMs: 1, longestMs: 2 } },
  lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
});
/** The official client only knows fal's own address. */
const official = createFalClient({
  credentials: 'fal_official_secret',
  fetch: Object.assign(
    (url: string | URL | Request, init?: RequestInit) =>
      fetch(String(url).replace('https://queue.fal.run', server.url), init),
    { preconnect: () => undefined },
  ),
});
const newest = () => newestOf(server.seen);

test.each<EngineRequestKind>([
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
])('%s is asked for as the official client asks for it', async (kind) => {
  await engine.submit(requests[kind], options());
  const ours = newest();
  const input = ours.json as Record<string, unknown>;
  await official.queue.submit(ours.path.slice(1), { input });
  expect(judged(newest())).toEqual(judged(ours));
  expect(newest().json).toEqual(ours.json);
});

test('the official client follows and stops work at the protocol server as at the service', async () => {
  const endpoint = 'fal-ai/flux-lora';
  const input = { prompt: 'a portrait' };
  const { request_id: requestId } = await official.queue.submit(endpoint, { input });
  expect((await official.queue.status(endpoint, { requestId })).status).toBe('IN_QUEUE');
  while ((await official.queue.status(endpoint, { requestId })).status !== 'COMPLETED');
  const { data } = await official.queue.result(endpoint, { requestId });
  expect(data).toMatchObject({ images: [{ url: expect.stringContaining('http') }] });

  const ticket = await engine.submit(requests['text-to-image'], options());
  await engine.cancel(ticket);
  const ours = newest();
  const other = await official.queue.submit(endpoint, { input });
  await official.queue.cancel(endpoint, { requestId: other.request_id });
  expect([newest().method, newest().headers.authorization]).toEqual([
    ours.method,
    ours.headers.authorization,
  ]);
  const shape = /^\/fal-ai\/flux-lora\/requests\/[^/]+\/cancel$/;
  expect(ours.path).toMatch(shape);
  expect(newest().path).toMatch(shape);
});
