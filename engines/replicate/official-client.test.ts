import { afterAll, expect, test } from 'bun:test';
import Replicate from 'replicate';
import type { EngineRequestKind } from '../engine.ts';
import { judged, newestOf } from '../wire/testing/judged-call.ts';
import { testPicture } from '../wire/testing/test-picture.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createReplicateEngine } from './create-replicate-engine.ts';
import { startReplicateServer } from './testing/replicate-server.ts';

const server = await startReplicateServer('r8_official_secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = () => ({ signal, key: crypto.randomUUID(), onProgress: () => undefined });

const engine = createReplicateEngine({
  ...{ token: server.token, baseUrl: server.url, pace: { firstMs: 1, longestMs: 2 } },
  lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
  publicUrl: 'https://studio.example.com',
});
const official = new Replicate({ auth: server.token, baseUrl: server.url });
const newest = () => newestOf(server.seen);
type Create = { version: string; input: object; webhook: string; webhook_events_filter: [] };

test.each<EngineRequestKind>([
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
])('%s is asked for as the official client asks for it', async (kind) => {
  await engine.submit(requests[kind], options());
  const ours = newest();
  const prediction = await official.predictions.create({ ...(ours.json as Create), wait: 5 });
  expect(judged(newest())).toEqual(judged(ours));
  expect(newest().headers.prefer).toBe(ours.headers.prefer);
  expect(newest().json).toEqual(ours.json);
  expect(prediction.status).toBe('starting');
});

test('the official client follows, finds and stops work at the protocol server as at the service', async () => {
  await engine.submit(requests['text-to-image'], options());
  const { version, input } = newest().json as Create;
  const made = await official.wait(await official.predictions.create({ version, input }), {
    interval: 1,
  });
  expect(made).toMatchObject({ status: 'succeeded', output: [expect.stringContaining('http')] });
  const listed: string[] = [];
  for await (const page of official.paginate(official.predictions.list)) {
    listed.push(...page.map(({ id }) => id));
  }
  expect(listed).toContain(made.id);

  const ticket = await engine.submit(requests['text-to-image'], options());
  await engine.cancel(ticket);
  const ours = server.seen.findLast(({ path }) => path.endsWith('/cancel'));
  const other = await official.predictions.create({ version, input });
  await official.predictions.cancel(other.id);
  expect([newest().method, newest().headers.authorization]).toEqual([
    ours?.method ?? '',
    ours?.headers.authorization,
  ]);
  const shape = /^\/v1\/predictions\/[^/]+\/cancel$/;
  expect([ours?.path, newest().path]).toEqual([
    expect.stringMatching(shape),
    expect.stringMatching(shape),
  ]);
});

test('a large photo is uploaded under the field the official client uploads it under', async () => {
  const bytes = await testPicture({ widthPx: 900, heightPx: 900, of: 'large', type: 'png' });
  await official.files.create(new File([new Uint8Array(bytes)], 'photo.png'));
  const theirs = newest();
  expect([theirs.method, theirs.path]).toEqual(['POST', '/v1/files']);
  expect(String(theirs.bytes)).toContain('name="content"');
  expect(theirs.headers.authorization).toBe(`Bearer ${server.token}`);
});
