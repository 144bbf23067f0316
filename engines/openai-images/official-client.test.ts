import { afterAll, expect, test } from 'bun:test';
import OpenAI from 'openai';
import { judged, newestOf } from '../wire/testing/judged-call.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createOpenaiImagesEngine } from './create-openai-images-engine.ts';
import { API_KEY, startOpenaiImagesServer } from './testing/openai-images-server.ts';

const server = await startOpenaiImagesServer('openai');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = () => ({ signal, key: crypto.randomUUID(), onProgress: () => undefined });
const engine = createOpenaiImagesEngine({ url: server.url, server: 'openai', apiKey: API_KEY });
const official = new OpenAI({ apiKey: API_KEY, baseURL: `${server.url}/v1`, maxRetries: 0 });
const newest = () => newestOf(server.seen);
/** The fields of a form in their order of names; files are `[object File]`. */
async function formOf({ bytes, headers }: ReturnType<typeof newest>) {
  const type = String(headers['content-type']);
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData();
  return [...form.entries()]
    .map(([name, value]) => [name, String(value)])
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b));
}

test('a picture from words is asked for as the official client asks for it, and read as it reads it', async () => {
  await engine.submit(requests['text-to-image'], options());
  const ours = newest();
  const body = ours.json as OpenAI.ImageGenerateParamsStreaming;
  const types: string[] = [];
  for await (const event of await official.images.generate(body)) {
    types.push(event.type);
    expect(event.b64_json.length).toBeGreaterThan(100);
  }
  expect(types).toEqual(['image_generation.partial_image', 'image_generation.completed']);
  expect(judged(newest())).toEqual(judged(ours));
  expect(newest().json).toEqual(ours.json);
});

test('a pose is asked for as the official client asks for an edit of two pictures', async () => {
  await engine.submit(requests['pose-transfer'], options());
  const ours = newest();
  const fields = Object.fromEntries(await formOf(ours));
  const png = (name: string) => new File([new Uint8Array(9)], name, { type: 'image/png' });
  await official.images.edit({
    ...{ model: fields.model ?? '', prompt: fields.prompt ?? '', n: 1 },
    ...{ image: [png('person.png'), png('pose.png')], output_format: 'png' },
    ...{ stream: true, partial_images: 1 },
    size: fields.size as `${number}x${number}` as '1024x1024',
  });
  expect(judged(newest())).toEqual(judged(ours));
  const names = async (seen: ReturnType<typeof newest>) =>
    (await formOf(seen)).map(([name]) => name);
  expect(await names(newest())).toEqual(await names(ours));
});

test('its refusals are the faults the official client knows', async () => {
  server.play('busy');
  const busy = await official.images.generate({ prompt: 'x' }).catch((error: unknown) => error);
  expect(busy).toBeInstanceOf(OpenAI.RateLimitError);
  server.play('flags');
  const flagged = await official.images.generate({ prompt: 'x' }).catch((error: unknown) => error);
  expect(flagged).toMatchObject({ status: 400, code: 'moderation_blocked' });
});
