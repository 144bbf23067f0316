import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { Fault, type FaultBody } from '@lumiku/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import sharp from 'sharp';
import { z } from 'zod';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO, photoFile } from './testing/app-bench.ts';
import { drawAtOnce, fail, hang } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
const PREFIX = '/api/apps/avatar-generator';
const Generation = z.looseObject({
  id: z.uuid(),
  userId: z.string(),
  status: z.string(),
  poseTemplateId: z.string(),
  inputImageUrl: z.string(),
  outputImageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  creditUsed: z.number(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  seed: z.number(),
});
const One = z.object({ message: z.string().optional(), data: Generation });
const Page = z.object({
  data: z.array(Generation),
  meta: z.object({
    total: z.number(),
    limit: z.number(),
    offset: z.number(),
    hasMore: z.boolean(),
    nextCursor: z.string().optional(),
  }),
});

let bench: AppBench;
beforeAll(async () => {
  bench = await createAppBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.engine.play(drawAtOnce);
  bench.eyes.see = async () => GOOD_PHOTO;
});

async function generate(
  user: string | null,
  fields: Record<string, string | File> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  const all = { image: await photoFile(), poseTemplateId: bench.pose, ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return bench.fetch(`${PREFIX}/generate`, user, { method: 'POST', body: form, headers });
}
const started = async (user: string, fields: Record<string, string | File> = {}) => {
  const response = await generate(user, fields);
  expect(response.status).toBe(201);
  return One.parse(await response.json()).data;
};
const read = async (user: string, id: string) =>
  One.parse(await (await bench.fetch(`${PREFIX}/generations/${id}`, user)).json()).data;
const reached = (user: string, id: string, status: string) =>
  until(async () => (await read(user, id)).status === status);
const list = async (user: string, query = '') =>
  Page.parse(await (await bench.fetch(`${PREFIX}/generations${query}`, user)).json());
const faultOf = async (response: Response): Promise<FaultBody['error']> =>
  z.object({ error: z.custom<FaultBody['error']>() }).parse(await response.json()).error;
const send = (user: string | null, method: string, path: string, headers = {}) =>
  bench.fetch(`${PREFIX}${path}`, user, { method, headers });

describe('POST /generate', () => {
  test('answers 201 with the generation, holds its price, and delivers the picture', async () => {
    const user = await bench.makeUser();
    const fields = { quality: 'hd', priority: 'true', seed: '42', look: '{"glasses":"none"}' };
    const response = await generate(user, fields);
    expect(response.status).toBe(201);
    const { message, data } = One.parse(await response.json());
    expect(message).toBe('Avatar generation started');
    expect(data).toMatchObject({
      userId: user,
      poseTemplateId: bench.pose,
      quality: 'hd',
      priority: true,
      stylePreset: 'realistic',
      creditUsed: 10,
      seed: 42,
    });
    await reached(user, data.id, 'completed');
    const done = await read(user, data.id);
    expect(done).toMatchObject({ progress: 100, engine: 'scripted', errorMessage: null });
    expect(done.look).toMatchObject({ glasses: 'none', outfit: 'casual' });
    expect(await bench.credits.summary(user)).toEqual({ balance: 90, held: 0, available: 90 });
    for (const url of [done.inputImageUrl, done.outputImageUrl, done.thumbnailUrl]) {
      expect((await bench.fetch(url ?? '', user)).status).toBe(200);
    }
    expect(bench.engine.submitted.at(-1)).toMatchObject({
      widthPx: 1536,
      heightPx: 2048,
      seed: 42,
    });
  });

  test('marks the picture as made by a computer', async () => {
    const user = await bench.makeUser();
    const { id } = await started(user);
    await reached(user, id, 'completed');
    const { outputImageUrl } = await read(user, id);
    const bytes = await (await bench.fetch(outputImageUrl ?? '', user)).arrayBuffer();
    const { xmp } = await sharp(new Uint8Array(bytes)).metadata();
    expect(xmp?.toString()).toContain('algorithmicMedia');
  });

  test('names every field that is wrong and touches nothing', async () => {
    const user = await bench.makeUser();
    const fields = { quality: 'ultra', stylePreset: 'oil', look: '{"glasses":"x"}', seed: '-1' };
    const response = await generate(user, fields);
    expect(response.status).toBe(400);
    const { issues } = await faultOf(response);
    const paths = issues?.map(({ path }) => path).sort();
    expect(paths).toEqual(['look.glasses', 'quality', 'seed', 'stylePreset']);
    expect((await list(user)).meta.total).toBe(0);
  });

  test('refuses a form without a photo, an unknown pose, and what is not a picture', async () => {
    const user = await bench.makeUser();
    expect((await generate(user, { image: 'me.jpg' })).status).toBe(400);
    const unknown = await generate(user, { poseTemplateId: 'no-such-pose' });
    expect([unknown.status, (await faultOf(unknown)).code]).toEqual([404, 'POSE_NOT_FOUND']);
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'me.jpg');
    expect((await generate(user, { image: svg })).status).toBe(415);
    expect((await generate(user, { image: new File([], 'me.jpg') })).status).toBe(400);
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await bench.credits.summary(user)).held).toBe(0);
  });

  test('needs sign-in', async () => {
    expect((await generate(null)).status).toBe(401);
  });

  test('says price and balance when there are not enough credits, and keeps no file', async () => {
    const user = await bench.makeUser(4);
    const response = await generate(user);
    expect(response.status).toBe(402);
    expect(await faultOf(response)).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      details: { price: 5, available: 4 },
    });
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('of two at once with credits for one, one is taken and one refused', async () => {
    const user = await bench.makeUser(6);
    const answers = await Promise.all([generate(user), generate(user)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 402]);
    await until(async () => (await list(user, '?status=completed')).meta.total === 1);
    expect(await bench.credits.summary(user)).toEqual({ balance: 1, held: 0, available: 1 });
    expect(await bench.filesOf(user)).toHaveLength(3);
  });

  test('sent twice with one Idempotency-Key it is one generation, also at the same time', async () => {
    const user = await bench.makeUser();
    const key = { 'idempotency-key': 'one-click' };
    const answers = await Promise.all([generate(user, {}, key), generate(user, {}, key)]);
    const ids = await Promise.all(
      answers.map(async (answer) => One.parse(await answer.json()).data.id),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(new Set(ids).size).toBe(1);
    await reached(user, ids[0] ?? '', 'completed');
    expect((await bench.credits.summary(user)).balance).toBe(95);
    expect(await bench.filesOf(user)).toHaveLength(3);
    const other = await generate(user, { quality: 'hd' }, key);
    expect([other.status, (await faultOf(other)).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('the photo', () => {
  const noFace = {
    ...GOOD_PHOTO,
    usable: false,
    problems: [
      {
        code: 'no_face' as const,
        severity: 'stop' as const,
        message: 'There is no face to be seen.',
        fix: 'Use a photo from the front.',
      },
    ],
  };
  const check = async (user: string | null, image: File) => {
    const form = new FormData();
    form.set('image', image);
    return bench.fetch(`${PREFIX}/photos/check`, user, { method: 'POST', body: form });
  };

  test('is checked at once, for nothing, and nothing is kept', async () => {
    const user = await bench.makeUser();
    const response = await check(user, await photoFile(10));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: GOOD_PHOTO });
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await check(null, await photoFile())).status).toBe(401);
    expect((await check(user, new File(['x'], 'x.jpg'))).status).toBe(415);
  });

  test('that was checked and found unusable is refused before anything is held', async () => {
    const user = await bench.makeUser();
    bench.eyes.see = async () => noFace;
    const image = await photoFile(20);
    await check(user, image);
    const response = await generate(user, { image });
    expect(response.status).toBe(422);
    expect(await faultOf(response)).toMatchObject({
      code: 'PHOTO_NOT_USABLE',
      message: 'There is no face to be seen.',
      details: { problems: noFace.problems },
    });
    expect((await list(user)).meta.total).toBe(0);
  });

  test('that was checked and found good is not looked at again', async () => {
    const user = await bench.makeUser();
    const image = await photoFile(30);
    await check(user, image);
    const looks = bench.looks();
    const { id } = await started(user, { image });
    await reached(user, id, 'completed');
    expect(bench.looks()).toBe(looks);
    expect((await read(user, id)).look).toMatchObject({ glasses: 'round' });
  });

  test('that nobody checked is checked before anything is drawn; a wrong one costs nothing', async () => {
    const user = await bench.makeUser();
    bench.eyes.see = async () => noFace;
    const drawn = bench.engine.submitted.length;
    const { id } = await started(user, { image: await photoFile(40) });
    await reached(user, id, 'failed');
    expect(await read(user, id)).toMatchObject({
      errorCode: 'PHOTO_NOT_USABLE',
      errorMessage: 'There is no face to be seen. Use a photo from the front.',
      creditUsed: 0,
    });
    expect(bench.engine.submitted.length).toBe(drawn);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('is drawn with a neutral look when the studio cannot see right now', async () => {
    const user = await bench.makeUser();
    bench.eyes.see = () =>
      Promise.reject(new Fault({ code: 'VISION_UNAVAILABLE', status: 503, message: 'Not now.' }));
    const { id } = await started(user, { image: await photoFile(50) });
    await reached(user, id, 'completed');
    expect((await read(user, id)).look).toMatchObject({ gender: 'unisex', glasses: 'none' });
  });
});

describe('an engine that fails', () => {
  test('leaves a sentence a person understands and takes no credits', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('content_refused', 'NSFW_FILTER 0x31'));
    const { id } = await started(user);
    await reached(user, id, 'failed');
    const failed = await read(user, id);
    expect(failed.errorMessage).toContain('content rules');
    expect(failed.errorMessage).not.toContain('NSFW_FILTER');
    expect(failed.creditUsed).toBe(0);
    expect((await bench.credits.summary(user)).balance).toBe(100);
  });

  test('for a moment is asked again; a ticket it still honours is followed, not bought twice', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('unavailable', 'connection reset'), drawAtOnce);
    const before = bench.engine.submitted.length;
    const { id } = await started(user);
    await reached(user, id, 'completed');
    expect(bench.engine.submitted.length).toBe(before + 1);
  });

  test('that lost its result is given the work anew', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('result_expired', 'gone'), drawAtOnce);
    const before = bench.engine.submitted.length;
    const { id } = await started(user);
    await reached(user, id, 'completed');
    expect(bench.engine.submitted.length).toBe(before + 2);
  });
});

describe('cancel, delete, retry', () => {
  test('cancelling stops the engine, gives the credits back, and says so', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const { id } = await started(user);
    await reached(user, id, 'processing');
    const cancelled = bench.engine.cancelled.length;
    const response = await send(user, 'POST', `/generations/${id}/cancel`);
    expect(response.status).toBe(200);
    expect(One.parse(await response.json()).data).toMatchObject({
      status: 'cancelled',
      creditUsed: 0,
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    await until(() => bench.engine.cancelled.length > cancelled);
    expect((await send(user, 'POST', `/generations/${id}/cancel`)).status).toBe(200);
  });

  test('what is over cannot be cancelled', async () => {
    const user = await bench.makeUser();
    const { id } = await started(user);
    await reached(user, id, 'completed');
    const response = await send(user, 'POST', `/generations/${id}/cancel`);
    expect([response.status, (await faultOf(response)).code]).toEqual([
      409,
      'GENERATION_ALREADY_OVER',
    ]);
  });

  test('deleting removes row and files', async () => {
    const user = await bench.makeUser();
    const { id } = await started(user);
    await reached(user, id, 'completed');
    expect(await bench.filesOf(user)).toHaveLength(3);
    const response = await send(user, 'DELETE', `/generations/${id}`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { message: 'Generation deleted successfully' },
    ]);
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await send(user, 'DELETE', `/generations/${id}`)).status).toBe(404);
    expect((await bench.credits.summary(user)).balance).toBe(95);
  });

  test('deleting work in progress gives its hold back exactly once, however often it is asked', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const { id } = await started(user);
    await reached(user, id, 'processing');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send(user, 'DELETE', `/generations/${id}`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('retrying makes a new generation of the same choices with another seed, at the same price', async () => {
    const user = await bench.makeUser();
    const first = await started(user, { quality: 'hd', seed: '1' });
    await reached(user, first.id, 'completed');
    const response = await send(user, 'POST', `/generations/${first.id}/retry`);
    expect(response.status).toBe(201);
    const second = One.parse(await response.json()).data;
    expect(second).toMatchObject({
      poseTemplateId: first.poseTemplateId,
      quality: 'hd',
      inputImageUrl: first.inputImageUrl,
      creditUsed: 7,
    });
    expect(second.id).not.toBe(first.id);
    await reached(user, second.id, 'completed');
    expect((await bench.credits.summary(user)).balance).toBe(86);
    await send(user, 'DELETE', `/generations/${first.id}`);
    expect((await bench.fetch(second.inputImageUrl, user)).status).toBe(200);
    await send(user, 'DELETE', `/generations/${second.id}`);
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('what is still being made cannot be retried', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const { id } = await started(user);
    const response = await send(user, 'POST', `/generations/${id}/retry`);
    expect([response.status, (await faultOf(response)).code]).toEqual([
      409,
      'GENERATION_IN_PROGRESS',
    ]);
    await send(user, 'DELETE', `/generations/${id}`);
  });
});

describe('reading', () => {
  test('somebody else’s generation looks as if it did not exist, in every call', async () => {
    const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
    const { id } = await started(owner);
    await reached(owner, id, 'completed');
    const calls = [
      ['GET', `/generations/${id}`],
      ['GET', `/generations/${id}/events`],
      ['DELETE', `/generations/${id}`],
      ['POST', `/generations/${id}/retry`],
      ['POST', `/generations/${id}/cancel`],
    ] as const;
    for (const [method, path] of calls) {
      expect((await send(other, method, path)).status).toBe(404);
      expect((await send(null, method, path)).status).toBe(401);
    }
    expect((await list(other)).meta.total).toBe(0);
    const { outputImageUrl } = await read(owner, id);
    expect((await bench.fetch(outputImageUrl ?? '', other)).status).toBe(404);
  });

  test('an id that is none is 404, not an error', async () => {
    const user = await bench.makeUser();
    expect((await send(user, 'GET', '/generations/nonsense')).status).toBe(404);
  });

  test('lists newest first, by offset and by cursor, and filters by status', async () => {
    const user = await bench.makeUser();
    const ids: string[] = [];
    for (let made = 0; made < 5; made++) ids.unshift((await started(user)).id);
    await until(async () => (await list(user, '?status=completed')).meta.total === 5);
    const first = await list(user, '?limit=2');
    expect(first.meta).toMatchObject({ total: 5, limit: 2, offset: 0, hasMore: true });
    const second = await list(user, `?limit=2&cursor=${first.meta.nextCursor}`);
    const third = await list(user, '?limit=2&offset=4');
    expect(third.meta).toMatchObject({ total: 5, hasMore: false });
    const seen = [...first.data, ...second.data, ...third.data].map(({ id }) => id);
    expect(seen).toEqual(ids);
    expect((await list(user, '?status=failed,pending')).data).toEqual([]);
    for (const query of ['?limit=0', '?status=lost', '?cursor=nonsense', '?offset=-1']) {
      expect((await send(user, 'GET', `/generations${query}`)).status).toBe(400);
    }
    expect((await send(null, 'GET', '/generations')).status).toBe(401);
  });

  test('statistics count what there is, in seconds and credits', async () => {
    const user = await bench.makeUser();
    const stats = async () => (await send(user, 'GET', '/stats')).json();
    expect(await stats()).toEqual({
      data: {
        totalGenerations: 0,
        completedGenerations: 0,
        failedGenerations: 0,
        averageProcessingTime: 0,
        totalCreditsUsed: 0,
      },
    });
    const done = await started(user, { quality: 'hd' });
    await reached(user, done.id, 'completed');
    bench.engine.play(fail('content_refused', 'no'));
    const failed = await started(user);
    await reached(user, failed.id, 'failed');
    expect(await stats()).toMatchObject({
      data: {
        totalGenerations: 2,
        completedGenerations: 1,
        failedGenerations: 1,
        totalCreditsUsed: 7,
      },
    });
    await send(user, 'DELETE', `/generations/${done.id}`);
    expect(await stats()).toMatchObject({ data: { totalGenerations: 1, totalCreditsUsed: 0 } });
    expect((await send(null, 'GET', '/stats')).status).toBe(401);
  });
});

describe('live events', () => {
  /** Reads messages of a stream until one is of the type; gives all types so far. */
  async function follow(response: Response, last: string) {
    const messages: { id: string | null; type: string; data: Record<string, unknown> }[] = [];
    if (!response.body) throw new Error('no body');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (messages.at(-1)?.type !== last) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data)
          messages.push({ ...JSON.parse(data), id: /^id: (\d+)$/m.exec(part)?.[1] ?? null });
      }
    }
    await reader.cancel();
    return messages;
  }

  test('begin with a snapshot and go on to the picture', async () => {
    const user = await bench.makeUser();
    let draw = () => {};
    const ready = new Promise<void>((resolve) => {
      draw = resolve;
    });
    bench.engine.play(async (watch) => {
      watch.onProgress({ fraction: 0.25, stage: 'drawing' });
      await ready;
      return drawAtOnce(watch);
    });
    const { id } = await started(user);
    const response = await send(user, 'GET', `/generations/${id}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const following = follow(response, 'generation.completed');
    draw();
    const messages = await following;
    expect(messages[0]).toMatchObject({ id: null, type: 'generation.snapshot' });
    expect(messages.at(-1)?.data).toMatchObject({ generation: { id, status: 'completed' } });
    expect(messages.at(-1)?.id).toMatch(/^\d+$/);
  });

  test('go on after the last one that was heard', async () => {
    const user = await bench.makeUser();
    const { id } = await started(user);
    await reached(user, id, 'completed');
    const all = await follow(
      await send(user, 'GET', '/events', { 'last-event-id': '0' }),
      'generation.completed',
    );
    const durable = all.filter((message) => message.id !== null);
    expect(durable.map((message) => message.type)).toEqual([
      'generation.queued',
      'generation.started',
      'generation.completed',
    ]);
    const after = await follow(
      await send(user, 'GET', `/events?lastEventId=${durable[1]?.id}`),
      'generation.completed',
    );
    expect(after.map((message) => message.type)).toEqual(['generation.completed']);
  });
});

describe('description and files', () => {
  test('the OpenAPI description holds every call and is valid', async () => {
    const document = await bench.openapi();
    const { valid, errors } = await new Validator().validate(document);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const paths = Object.keys(
      z.object({ paths: z.record(z.string(), z.unknown()) }).parse(document).paths,
    );
    for (const path of ['/generate', '/photos/check', '/generations/{id}/events', '/stats']) {
      expect(paths).toContain(`${PREFIX}${path}`);
    }
    expect(paths).toContain('/api/poses/{id}/control.png');
  });

  test('the sweeper of files is told every picture a row names', async () => {
    const user = await bench.makeUser();
    const { id } = await started(user);
    await reached(user, id, 'completed');
    const urls = await bench.mounted.storedUrls.get('avatar-generator')?.(user);
    expect(urls?.map((url) => url.split('/').at(-1)).sort()).toEqual(
      (await bench.filesOf(user)).sort(),
    );
  });
});
