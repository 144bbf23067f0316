import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { PICTURE_SIZES } from '@lumiku/contract';
import sharp from 'sharp';
import { type AppBench, createAppBench } from './testing/app-bench.ts';
import { faultOf, generatorCalls } from './testing/generator-calls.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let calls: ReturnType<typeof generatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  calls = generatorCalls(bench);
});
afterAll(() => bench.close());

async function finished(user: string): Promise<string> {
  const { id } = await calls.started(user);
  await calls.reached(user, id, 'completed');
  return id;
}

test('a picture comes in every size of the list, in every format, to the pixel and with its mark', async () => {
  const user = await bench.makeUser();
  const id = await finished(user);
  for (const { id: size, widthPx, heightPx } of PICTURE_SIZES) {
    const format = size === 'square' ? 'png' : size === 'story' ? 'webp' : 'jpeg';
    const path = `/generations/${id}/download?size=${size}&format=${format}`;
    const answer = await calls.send(user, 'GET', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`filename=".*-${size}-${id.slice(0, 8)}\\.(jpg|png|webp)"`),
    );
    const metadata = await sharp(await answer.bytes()).metadata();
    expect(metadata).toMatchObject({ width: widthPx, height: heightPx, format });
    expect(metadata.xmp?.toString()).toContain('DigitalSourceType');
  }
});

test('a size or format that is none is said so; what is not yours or has no picture is not given', async () => {
  const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
  const id = await finished(owner);
  const path = `/generations/${id}/download`;
  for (const query of ['', '?size=poster', '?size=square&format=tiff']) {
    expect((await calls.send(owner, 'GET', path + query)).status).toBe(400);
  }
  expect((await calls.send(other, 'GET', `${path}?size=square`)).status).toBe(404);
  expect((await calls.send(null, 'GET', `${path}?size=square`)).status).toBe(401);
  const stopped = await calls.started(owner);
  await calls.send(owner, 'POST', `/generations/${stopped.id}/cancel`);
  const { status } = await calls.read(owner, stopped.id);
  const early = await calls.send(owner, 'GET', `/generations/${stopped.id}/download?size=square`);
  expect(early.status).toBe(status === 'completed' ? 200 : 409);
});

test('a picture in line art comes as an SVG document of paths alone, with its mark; another style does not', async () => {
  const [user, other] = [await bench.makeUser(), await bench.makeUser()];
  const drawn = await calls.started(user, { stylePreset: 'line-art' });
  const path = `/generations/${drawn.id}/drawing.svg`;
  await calls.reached(user, drawn.id, 'completed');
  const answer = await calls.send(user, 'GET', path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('image/svg+xml');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.svg"$/);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  const bytes = await answer.bytes();
  const text = new TextDecoder().decode(bytes);
  const elements = new Set([...text.matchAll(/<([\w:]+)/g)].map(([, name]) => name));
  expect([...elements].filter((name) => !name?.includes(':')).sort()).toEqual([
    'metadata',
    'path',
    'rect',
    'svg',
  ]);
  expect(text).toContain('digitalsourcetype/algorithmicMedia');
  expect((await sharp(bytes).metadata()).format).toBe('svg');
  expect((await calls.send(other, 'GET', path)).status).toBe(404);
  const painted = await finished(user);
  const refused = await calls.send(user, 'GET', `/generations/${painted}/drawing.svg`);
  expect(refused.status).toBe(409);
  expect((await faultOf(refused)).code).toBe('GENERATION_NOT_A_DRAWING');
});
