import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { ShareLink } from '@lumiku/contract';
import sharp from 'sharp';
import { z } from 'zod';
import { type AppBench, createAppBench } from './testing/app-bench.ts';
import { generatorCalls } from './testing/generator-calls.ts';
import { filmAtOnce } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let calls: ReturnType<typeof generatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  calls = generatorCalls(bench);
});
afterAll(() => bench.close());

const DAY_MS = 24 * 3_600_000;
const Shared = z.object({ data: ShareLink });

async function share(user: string, id: string, expiresInDays: number | null = 7) {
  const answer = await bench.fetch(`/api/apps/avatar-generator/generations/${id}/share`, user, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expiresInDays }),
  });
  expect(answer.status).toBe(201);
  return Shared.parse(await answer.json()).data;
}
const open = (path: string, language = 'en') =>
  bench.fetch(path, null, { headers: { 'accept-language': language } });

test('a link shows the picture to anybody, says what it is, and counts', async () => {
  const user = await bench.makeUser();
  const id = await calls.finished(user);
  const { path, views, title } = await share(user, id);
  expect(views).toBe(0);
  const page = await open(path);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toContain('no-store');
  expect(page.headers.get('x-robots-tag')).toContain('noindex');
  const html = await page.text();
  expect(html).toContain(
    `<meta property="og:image" content="http://localhost:3000${path}/picture.jpg" />`,
  );
  expect(html).toContain('<html lang="en">');
  expect(html).toContain(`<h1>${title.en}</h1>`);
  const inIndonesian = await (await open(path, 'id-ID,id;q=0.9')).text();
  expect(inIndonesian).toContain('<html lang="id">');
  expect(inIndonesian).toContain(`<h1>${title.id}</h1>`);
  expect(title.id).not.toBe(title.en);
  const picture = await open(`${path}/picture.jpg`);
  const { format, width } = await sharp(await picture.bytes()).metadata();
  expect({ format, width }).toMatchObject({ format: 'jpeg', width: expect.any(Number) });
  const again = await calls.send(user, 'GET', `/generations/${id}/share`);
  expect(Shared.parse(await again.json()).data).toMatchObject({ path, views: 2 });
});

test('a link that is taken back, over, or of a deleted picture shows nothing, and not why', async () => {
  const user = await bench.makeUser();
  const [revoked, old, gone] = [
    await calls.finished(user),
    await calls.finished(user),
    await calls.finished(user),
  ];
  const links = [await share(user, revoked), await share(user, old, 1), await share(user, gone)];
  expect((await calls.send(user, 'DELETE', `/generations/${revoked}/share`)).status).toBe(200);
  await calls.send(user, 'DELETE', `/generations/${gone}`);
  bench.pass(DAY_MS + 1_000);
  const bodies = new Set<string>();
  for (const { path } of links) {
    const page = await open(path);
    expect(page.status).toBe(404);
    bodies.add(await page.text());
    expect((await open(`${path}/picture.jpg`)).status).toBe(404);
  }
  expect((await open('/s/nonsense')).status).toBe(404);
  expect(bodies.size).toBe(1);
  bench.pass(-DAY_MS - 1_000);
});

test('a token that was not signed here is turned away, whatever letter is changed', async () => {
  const user = await bench.makeUser();
  const { path } = await share(user, await calls.finished(user));
  for (const at of [3, 10, 25, 30, 44]) {
    const changed = path[at] === 'x' ? 'y' : 'x';
    const wrong = path.slice(0, at) + changed + path.slice(at + 1);
    expect((await open(wrong)).status).toBe(404);
  }
});

test('sharing again keeps the address and gives it the new end; after its end it gets another', async () => {
  const user = await bench.makeUser();
  const id = await calls.finished(user);
  const first = await share(user, id, 1);
  const longer = await share(user, id, null);
  expect(longer).toMatchObject({ path: first.path, expiresAt: null });
  await share(user, id, 1);
  bench.pass(DAY_MS + 1_000);
  expect((await share(user, id, 1)).path).not.toBe(first.path);
  bench.pass(-DAY_MS - 1_000);
});

test('only the owner shares, reads and takes back; what has no picture cannot be shared', async () => {
  const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
  const id = await calls.finished(owner);
  const link = await share(owner, id);
  for (const method of ['POST', 'GET', 'DELETE'] as const) {
    expect((await calls.send(other, method, `/generations/${id}/share`)).status).toBe(404);
    expect((await calls.send(null, method, `/generations/${id}/share`)).status).toBe(401);
  }
  const list = async (user: string) => (await (await bench.fetch('/api/shares', user)).json()).data;
  expect(await list(other)).toEqual([]);
  expect(await list(owner)).toHaveLength(1);
  const revoke = (user: string) =>
    bench.fetch(`/api/shares/${link.id}`, user, { method: 'DELETE' });
  expect((await revoke(other)).status).toBe(404);
  expect((await revoke(owner)).status).toBe(200);
  expect((await open(link.path)).status).toBe(404);
  const wrong = await bench.fetch(`/api/apps/avatar-generator/generations/${id}/share`, owner, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"expiresInDays":0}',
  });
  expect(wrong.status).toBe(400);
});

test('a shared clip plays from any place in it, with its poster before', async () => {
  const user = await calls.personWhoAgreed();
  const generationId = await calls.finished(user);
  bench.engine.play(filmAtOnce);
  const made = await calls.json(user, 'POST', '/clips', { generationId, move: 'walk' });
  const { id } = (await made.json()).data;
  await calls.reached(user, id, 'completed');
  const { path } = await share(user, id);
  const html = await (await open(path)).text();
  expect(html).toContain(`src="${path}/clip"`);
  expect(html).toContain(`poster="${path}/picture.jpg"`);
  expect((await open(`${path}/picture.jpg`)).headers.get('content-type')).toBe('image/jpeg');
  const range = { range: 'bytes=0-99' };
  const part = await bench.fetch(`${path}/clip?download`, null, { headers: range });
  expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4']);
  expect(part.headers.get('content-disposition')).toContain('lumiku-clip.mp4');
  expect(part.headers.get('cache-control')).toContain('no-store');
  expect(await part.bytes()).toHaveLength(100);
  const picture = await share(user, generationId);
  expect((await open(`${picture.path}/clip`)).status).toBe(404);
  await calls.send(user, 'DELETE', `/generations/${id}/share`);
  expect((await open(`${path}/clip`)).status).toBe(404);
});
