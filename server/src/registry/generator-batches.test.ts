import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { BatchWithItems } from '@lumiku/apps/avatar-generator/contract';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO, photoFile } from './testing/app-bench.ts';
import { faultOf, generatorCalls, PREFIX } from './testing/generator-calls.ts';
import { drawAtOnce, fail, hang } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let calls: ReturnType<typeof generatorCalls>;
let poses: string[];
beforeAll(async () => {
  bench = await createAppBench();
  calls = generatorCalls(bench);
  const answer = await bench.fetch('/api/poses?limit=6', await bench.makeUser());
  poses = z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .parse(await answer.json())
    .data.map(({ id }) => id);
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.engine.play(drawAtOnce);
  bench.eyes.see = async () => GOOD_PHOTO;
});

const Started = z.object({ message: z.string().optional(), data: BatchWithItems });

async function send(
  user: string | null,
  fields: Record<string, string | File> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  const all = { image: await photoFile(), poseTemplateIds: JSON.stringify(poses), ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return bench.fetch(`${PREFIX}/batches`, user, { method: 'POST', body: form, headers });
}

async function started(user: string, fields: Record<string, string | File> = {}) {
  const response = await send(user, fields);
  expect(response.status).toBe(201);
  return Started.parse(await response.json()).data;
}

async function read(user: string, id: string) {
  const response = await calls.send(user, 'GET', `/batches/${id}`);
  expect(response.status).toBe(200);
  return Started.parse(await response.json()).data;
}

const over = (user: string, id: string) =>
  until(async () => !['pending', 'processing'].includes((await read(user, id)).status));

describe('asking for a batch', () => {
  test('holds one price for all, keeps the photo once, delivers each picture and takes its price', async () => {
    const user = await bench.makeUser();
    const batch = await started(user, { name: 'Summer looks' });
    expect(batch).toMatchObject({
      name: 'Summer looks',
      counts: { total: 6 },
      credits: { price: 30, released: 0 },
    });
    await over(user, batch.id);
    const done = await read(user, batch.id);
    expect(done).toMatchObject({
      status: 'completed',
      counts: { total: 6, completed: 6 },
      credits: { price: 30, captured: 30, held: 0, released: 0 },
    });
    expect(done.items.map((item) => item.poseTemplateId)).toEqual(poses);
    expect(new Set(done.items.map((item) => item.inputImageUrl)).size).toBe(1);
    expect(new Set(done.items.map((item) => item.seed)).size).toBeGreaterThan(0);
    expect(await bench.credits.summary(user)).toEqual({ balance: 70, held: 0, available: 70 });
    // One photo; a picture and a thumbnail for each of the six.
    expect(await bench.filesOf(user)).toHaveLength(13);
  });

  test('the hold is one while it is worked on', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const batch = await started(user);
    const holds = await bench.credits.openHolds(user);
    expect(holds).toMatchObject([
      { amount: 30, reference: `avatar-generator:batch:${batch.id}`, state: 'held' },
    ]);
    await calls.send(user, 'POST', `/batches/${batch.id}/cancel`);
  });

  test('takes ids with commas, the same pose twice, and every option of a single picture', async () => {
    const user = await bench.makeUser();
    const pose = poses[0] ?? '';
    const batch = await started(user, {
      poseTemplateIds: `${pose}, ${pose}`,
      quality: 'hd',
      priority: 'true',
      stylePreset: 'anime',
      look: '{"glasses":"round"}',
      seed: '7',
    });
    expect(batch).toMatchObject({ quality: 'hd', priority: true, credits: { price: 20 } });
    expect(batch.items.map((item) => item.seed)).toEqual([7, 8]);
    await over(user, batch.id);
  });

  test('refuses what is wrong before anything is held or kept', async () => {
    const user = await bench.makeUser();
    const many = JSON.stringify(Array.from({ length: 51 }, () => poses[0]));
    const wrong: [Record<string, string>, number, string][] = [
      [{ poseTemplateIds: '[]' }, 400, 'REQUEST_INVALID'],
      [{ poseTemplateIds: '[1, 2]' }, 400, 'REQUEST_INVALID'],
      [{ poseTemplateIds: '["unclosed' }, 400, 'REQUEST_INVALID'],
      [{ poseTemplateIds: many }, 400, 'REQUEST_INVALID'],
      [{ poseTemplateIds: `["${poses[0]}", "no-such-pose"]` }, 404, 'POSE_NOT_FOUND'],
      [{ quality: 'ultra' }, 400, 'REQUEST_INVALID'],
      [{ image: 'words' }, 400, 'REQUEST_INVALID'],
    ];
    for (const [fields, status, code] of wrong) {
      const response = await send(user, fields);
      expect([response.status, (await faultOf(response)).code]).toEqual([status, code]);
    }
    expect((await send(null)).status).toBe(401);
    expect(await bench.filesOf(user)).toEqual([]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('has no more poses than the tier allows', async () => {
    const user = await bench.makeUser(100, 'enterprise');
    const three = JSON.stringify(poses.slice(0, 3));
    const response = await send(user, { poseTemplateIds: three });
    expect([response.status, (await faultOf(response)).code]).toEqual([422, 'BATCH_TOO_LARGE']);
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('without enough credits for all of it accepts none of it', async () => {
    const user = await bench.makeUser(29);
    const response = await send(user);
    expect(response.status).toBe(402);
    expect((await faultOf(response)).details).toMatchObject({ price: 30, available: 29 });
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await calls.list(user)).meta.total).toBe(0);
  });

  test('sent twice with one key, also at the same time, it is one batch', async () => {
    const user = await bench.makeUser();
    const image = await photoFile();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send(user, { image }, { 'idempotency-key': 'once' })),
    );
    const ids = await Promise.all(
      answers.map(async (answer) => Started.parse(await answer.json()).data.id),
    );
    expect(new Set(ids).size).toBe(1);
    const other = await send(user, { image, quality: 'hd' }, { 'idempotency-key': 'once' });
    expect([other.status, (await faultOf(other)).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    await over(user, ids[0] ?? '');
    expect((await bench.credits.summary(user)).balance).toBe(70);
    expect(await bench.filesOf(user)).toHaveLength(13);
  });
});

describe('a batch that does not go well', () => {
  test('is paid for what was delivered, and each of the rest can be tried again in its place', async () => {
    const user = await bench.makeUser();
    const refused = fail('content_refused', 'no');
    bench.engine.play(refused, refused, drawAtOnce);
    const batch = await started(user);
    await over(user, batch.id);
    const part = await read(user, batch.id);
    expect(part).toMatchObject({
      status: 'partial',
      counts: { total: 6, completed: 4, failed: 2 },
      credits: { price: 30, captured: 20, held: 0, released: 10 },
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 80, held: 0, available: 80 });

    const failed = part.items.find((item) => item.status === 'failed');
    const again = await calls.send(user, 'POST', `/generations/${failed?.id}/retry`);
    expect(again.status).toBe(201);
    await over(user, batch.id);
    const mended = await read(user, batch.id);
    expect(mended).toMatchObject({
      counts: { total: 6, completed: 5, failed: 1 },
      credits: { price: 35, captured: 25, held: 0, released: 10 },
    });
    expect(mended.items.map((item) => item.poseTemplateId)).toEqual(poses);
  });

  test('cancelled halfway keeps what was delivered and gives the rest back, however often it is asked', async () => {
    const user = await bench.makeUser();
    bench.engine.play(drawAtOnce, drawAtOnce, hang);
    const batch = await started(user);
    await until(async () => (await read(user, batch.id)).counts.completed === 2);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => calls.send(user, 'POST', `/batches/${batch.id}/cancel`)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await read(user, batch.id)).toMatchObject({
      status: 'partial',
      counts: { completed: 2, cancelled: 4 },
      credits: { price: 30, captured: 10, held: 0, released: 20 },
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 90, held: 0, available: 90 });
  });

  test('deleted in the middle leaves no row, no file, no hold', async () => {
    const user = await bench.makeUser();
    bench.engine.play(drawAtOnce, hang);
    const batch = await started(user);
    await until(async () => (await read(user, batch.id)).counts.completed === 1);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => calls.send(user, 'DELETE', `/batches/${batch.id}`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404]);
    await until(async () => (await bench.filesOf(user)).length === 0);
    expect((await calls.list(user)).meta.total).toBe(0);
    expect(await bench.credits.summary(user)).toEqual({ balance: 95, held: 0, available: 95 });
  });
});

describe('reading batches', () => {
  test('lists them newest first, page by page', async () => {
    const user = await bench.makeUser();
    const ids: string[] = [];
    for (let made = 0; made < 3; made++) {
      ids.unshift((await started(user, { poseTemplateIds: poses[0] ?? '' })).id);
    }
    const page = async (query: string) =>
      (await calls.send(user, 'GET', `/batches${query}`)).json();
    const first = await page('?limit=2');
    expect(first.meta).toMatchObject({ total: 3, hasMore: true });
    const second = await page(`?limit=2&cursor=${first.meta.nextCursor}`);
    const seen = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    expect(seen).toEqual(ids);
    expect((await calls.send(user, 'GET', '/batches?limit=0')).status).toBe(400);
    expect((await calls.send(user, 'GET', '/batches?cursor=nonsense')).status).toBe(400);
    for (const id of ids) await over(user, id);
  });

  test('packs finished pictures and a table of settings, one at a time', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('content_refused', 'no'), drawAtOnce);
    const batch = await started(user);
    await over(user, batch.id);
    const answer = await calls.send(user, 'GET', `/batches/${batch.id}/pictures.zip`);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const names = Object.keys(files);
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5);
    expect(names).toContain('settings.csv');
    const csv = new TextDecoder().decode(files['settings.csv']);
    expect(csv.trim().split('\r\n')).toHaveLength(7);
    const table = await calls.send(user, 'GET', `/batches/${batch.id}/settings.csv`);
    expect(await table.text()).toBe(csv);

    const ids = (await read(user, batch.id)).items.map((item) => item.id).slice(0, 3);
    const some = await calls.send(user, 'GET', `/pictures.zip?ids=${ids.join(',')}`);
    expect(some.status).toBe(200);
    expect(Object.keys(unzipSync(new Uint8Array(await some.arrayBuffer()))).length).toBeGreaterThan(
      2,
    );
    for (const query of ['', '?ids=', '?ids=nonsense']) {
      expect((await calls.send(user, 'GET', `/pictures.zip${query}`)).status).toBe(400);
    }
    const stranger = await bench.makeUser();
    expect((await calls.send(stranger, 'GET', `/pictures.zip?ids=${ids[0]}`)).status).toBe(404);
    expect((await calls.send(null, 'GET', `/pictures.zip?ids=${ids[0]}`)).status).toBe(401);
  });

  test('somebody else’s batch looks as if it did not exist, in every call', async () => {
    const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
    const { id } = await started(owner, { poseTemplateIds: poses[0] ?? '' });
    await over(owner, id);
    const everyCall = [
      ['GET', `/batches/${id}`],
      ['POST', `/batches/${id}/cancel`],
      ['GET', `/batches/${id}/pictures.zip`],
      ['GET', `/batches/${id}/settings.csv`],
      ['DELETE', `/batches/${id}`],
    ] as const;
    for (const [method, path] of everyCall) {
      expect((await calls.send(other, method, path)).status).toBe(404);
      expect((await calls.send(null, method, path)).status).toBe(401);
      expect((await calls.send(owner, method, path.replace(id, 'nonsense'))).status).toBe(404);
    }
    expect((await calls.send(null, 'GET', '/batches')).status).toBe(401);
  });

  test('variations are a batch of the same choices with other seeds', async () => {
    const user = await bench.makeUser();
    const first = await calls.started(user, { quality: 'hd' });
    await calls.reached(user, first.id, 'completed');
    const ask = (who: string | null, id: string, body: unknown) =>
      bench.fetch(`${PREFIX}/generations/${id}/variations`, who, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const answer = await ask(user, first.id, { count: 3 });
    expect(answer.status).toBe(201);
    const batch = Started.parse(await answer.json()).data;
    expect(batch).toMatchObject({ quality: 'hd', counts: { total: 3 }, credits: { price: 21 } });
    expect(new Set(batch.items.map(({ seed }) => seed)).size).toBe(3);
    await over(user, batch.id);
    await calls.send(user, 'DELETE', `/generations/${first.id}`);
    expect((await bench.fetch(batch.items[0]?.inputImageUrl ?? '', user)).status).toBe(200);
    expect((await ask(user, first.id, { count: 3 })).status).toBe(404);
    expect((await ask(user, batch.items[0]?.id ?? '', { count: 99 })).status).toBe(400);
    expect((await ask(await bench.makeUser(), batch.items[0]?.id ?? '', {})).status).toBe(404);
    expect((await ask(null, first.id, {})).status).toBe(401);
  });
});
