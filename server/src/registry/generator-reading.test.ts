import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO } from './testing/app-bench.ts';
import { generatorCalls, PREFIX } from './testing/generator-calls.ts';
import { drawAtOnce, fail } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let calls: ReturnType<typeof generatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  calls = generatorCalls(bench);
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.engine.play(drawAtOnce);
  bench.eyes.see = async () => GOOD_PHOTO;
});

describe('reading', () => {
  test('somebody else’s generation looks as if it did not exist, in every call', async () => {
    const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
    const { id } = await calls.started(owner);
    await calls.reached(owner, id, 'completed');
    const everyCall = [
      ['GET', `/generations/${id}`],
      ['GET', `/generations/${id}/events`],
      ['DELETE', `/generations/${id}`],
      ['POST', `/generations/${id}/retry`],
      ['POST', `/generations/${id}/cancel`],
    ] as const;
    for (const [method, path] of everyCall) {
      expect((await calls.send(other, method, path)).status).toBe(404);
      expect((await calls.send(null, method, path)).status).toBe(401);
    }
    expect((await calls.list(other)).meta.total).toBe(0);
    const { outputImageUrl } = await calls.read(owner, id);
    expect((await bench.fetch(outputImageUrl ?? '', other)).status).toBe(404);
  });

  test('an id that is none is 404, not an error', async () => {
    const user = await bench.makeUser();
    expect((await calls.send(user, 'GET', '/generations/nonsense')).status).toBe(404);
  });

  test('lists newest first, by offset and by cursor, and filters by status', async () => {
    const user = await bench.makeUser();
    const ids: string[] = [];
    for (let made = 0; made < 5; made++) ids.unshift((await calls.started(user)).id);
    await until(async () => (await calls.list(user, '?status=completed')).meta.total === 5);
    const first = await calls.list(user, '?limit=2');
    expect(first.meta).toMatchObject({ total: 5, limit: 2, offset: 0, hasMore: true });
    const second = await calls.list(user, `?limit=2&cursor=${first.meta.nextCursor}`);
    const third = await calls.list(user, '?limit=2&offset=4');
    expect(third.meta).toMatchObject({ total: 5, hasMore: false });
    const seen = [...first.data, ...second.data, ...third.data].map(({ id }) => id);
    expect(seen).toEqual(ids);
    expect((await calls.list(user, '?status=failed,pending')).data).toEqual([]);
    for (const query of ['?limit=0', '?status=lost', '?cursor=nonsense', '?offset=-1']) {
      expect((await calls.send(user, 'GET', `/generations${query}`)).status).toBe(400);
    }
    expect((await calls.send(null, 'GET', '/generations')).status).toBe(401);
  });

  test('statistics count what there is, in seconds and credits', async () => {
    const user = await bench.makeUser();
    const stats = async () => (await calls.send(user, 'GET', '/stats')).json();
    expect(await stats()).toEqual({
      data: {
        totalGenerations: 0,
        completedGenerations: 0,
        failedGenerations: 0,
        averageProcessingTime: 0,
        totalCreditsUsed: 0,
      },
    });
    const done = await calls.started(user, { quality: 'hd' });
    await calls.reached(user, done.id, 'completed');
    bench.engine.play(fail('content_refused', 'no'));
    const failed = await calls.started(user);
    await calls.reached(user, failed.id, 'failed');
    expect(await stats()).toMatchObject({
      data: {
        totalGenerations: 2,
        completedGenerations: 1,
        failedGenerations: 1,
        totalCreditsUsed: 7,
      },
    });
    await calls.send(user, 'DELETE', `/generations/${done.id}`);
    expect(await stats()).toMatchObject({ data: { totalGenerations: 1, totalCreditsUsed: 0 } });
    expect((await calls.send(null, 'GET', '/stats')).status).toBe(401);
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
    const { id } = await calls.started(user);
    const response = await calls.send(user, 'GET', `/generations/${id}/events`);
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
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    const all = await follow(
      await calls.send(user, 'GET', '/events', { 'last-event-id': '0' }),
      'generation.completed',
    );
    const durable = all.filter((message) => message.id !== null);
    expect(durable.map((message) => message.type)).toEqual([
      'generation.queued',
      'generation.started',
      'generation.completed',
    ]);
    const after = await follow(
      await calls.send(user, 'GET', `/events?lastEventId=${durable[1]?.id}`),
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
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    const urls = await bench.mounted.storedUrls.get('avatar-generator')?.(user);
    expect(urls?.map((url) => url.split('/').at(-1)).sort()).toEqual(
      (await bench.filesOf(user)).sort(),
    );
  });
});
