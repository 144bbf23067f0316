import { afterAll, expect, test } from 'bun:test';
import Replicate from 'replicate';
import type { EngineRequestKind } from '../engine.ts';
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
const newest = () => {
  const seen = server.seen.at(-1);
  if (!seen) throw new Error('Nothing was sent.');
  return seen;
};
/** What the service judges a call by. */
const judged = ({ method, path, headers, json }: ReturnType<typeof newest>) => ({
  ...{ method, path, json, authorization: headers.authorization, prefer: headers.prefer },
  type: headers['content-type'],
});
type Create = { version: string; input: object; webhook: string; webhook_events_filter: [] };

test.each<EngineRequestKind>([
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
])('%s is asked for as the official client asks for it', async (kind) => {
  await engine.submit(requests[kind], options());
  const ours = judged(newest());
  const prediction = await official.predictions.create({ ...(ours.json as Create), wait: 5 });
  expect(judged(newest())).toEqual(ours);
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
  const ours = judged(server.seen.findLast(({ path }) => path.endsWith('/cancel')) ?? newest());
  const other = await official.predictions.create({ version, input });
  await official.predictions.cancel(other.id);
  expect({ ...judged(newest()), path: '', type: '' }).toEqual({ ...ours, path: '', type: '' });
  expect(newest().path).toBe(`/v1/predictions/${other.id}/cancel`);
  expect(ours.path).toMatch(/^\/v1\/predictions\/[^/]+\/cancel$/);
});

test('a large photo is uploaded under the field the official client uploads it under', async () => {
  const bytes = await testPicture({ widthPx: 900, heightPx: 900, of: 'large', type: 'png' });
  await official.files.create(new File([new Uint8Array(bytes)], 'photo.png'));
  const theirs = newest();
  expect([theirs.method, theirs.path]).toEqual(['POST', '/v1/files']);
  expect(String(theirs.bytes)).toContain('name="content"');
  expect(theirs.headers.authorization).toBe(`Bearer ${server.token}`);
});
