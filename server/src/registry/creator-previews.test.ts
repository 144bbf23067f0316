import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import sharp from 'sharp';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench } from './testing/app-bench.ts';
import { creatorCalls, WORDS } from './testing/creator-calls.ts';
import { faultOf } from './testing/generator-calls.ts';
import { drawAtOnce, fail, hang } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let call: ReturnType<typeof creatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  call = creatorCalls(bench);
});
afterAll(() => bench.close());
beforeEach(() => bench.engine.play(drawAtOnce));

describe('generate-preview', () => {
  test('answers with the picture, its prompt and seed, takes nothing and keeps the person’s words', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const wish = { gender: 'female', style: 'casual', bodyType: 'full_body', seed: 42 };
    const preview = await call.preview(user, project, wish);
    expect(preview.enhancedPrompt).toContain(WORDS);
    const picture = await sharp(Buffer.from(preview.imageBase64, 'base64')).metadata();
    expect(picture.format).toBe('png');
    expect((await sharp(Buffer.from(preview.thumbnailBase64, 'base64')).metadata()).format).toBe(
      'webp',
    );
    expect(bench.engine.submitted.at(-1)).toMatchObject({
      kind: 'text-to-image',
      words: WORDS,
      attributes: { gender: 'female', style: 'casual', bodyType: 'full_body' },
      seed: 42,
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    expect((await call.send(user, 'GET', `/projects/${project}`)).status).toBe(200);
  });

  test('is the same under both prefixes', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const path = `/api/avatar-creator/projects/${project}/avatars/generate-preview`;
    const response = await bench.fetch(path, user, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: WORDS }),
    });
    expect(response.status).toBe(200);
  });

  test('with respond-async is answered at once and followed by its addresses', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const { previewId, statusUrl, eventsUrl } = await call.asyncPreview(user, project);
    await call.reached(user, previewId, 'completed');
    const state = await bench.fetch(statusUrl, user);
    expect(await state.json()).toMatchObject({ preview: { previewId, status: 'completed' } });
    const stop = new AbortController();
    const stream = await bench.fetch(eventsUrl, user, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const { value } = (await stream.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('preview.snapshot');
    stop.abort();
  });

  test('stops the engine and forgets the preview when the browser goes', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    bench.engine.play(hang);
    const stop = new AbortController();
    const before = bench.engine.submitted.length;
    const cancelled = bench.engine.cancelled.length;
    const answer = bench
      .fetch(`/api/avatar-creator/projects/${project}/avatars/generate-preview`, user, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ prompt: WORDS }),
        signal: stop.signal,
      })
      .catch(() => null);
    await until(() => bench.engine.submitted.length > before);
    stop.abort();
    await answer;
    await until(() => bench.engine.cancelled.length > cancelled);
    const { previews } = await (
      await call.send(user, 'GET', `/projects/${project}/previews`)
    ).json();
    expect(previews).toEqual([]);
  });

  test('a refusal, a loading model and a busy engine are told as what they are, with the time to wait', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const cases = [
      [fail('content_refused', 'no'), 422, 'ENGINE_CONTENT_REFUSED', null],
      [fail('model_loading', 'wait', { retryAfterSeconds: 17 }), 503, 'MODEL_LOADING', '17'],
      [fail('rate_limited', 'slow', { retryAfterSeconds: 41 }), 429, 'RATE_LIMIT_EXCEEDED', '41'],
    ] as const;
    for (const [play, status, code, wait] of cases) {
      bench.engine.play(play);
      const response = await call.ask(user, project);
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, wait]);
      expect((await faultOf(response)).code).toBe(code);
    }
  });

  test('words that cannot be used are refused with the reason', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const refused = [
      { prompt: 'only nine' },
      { prompt: 'x'.repeat(501) },
      { prompt: ' '.repeat(40) },
      { prompt: '\u0000\u0007'.repeat(20) },
      { prompt: '🎉'.repeat(20) },
      { gender: 'robot' },
      { bodyType: 'head' },
      { style: 'punk' },
      { seed: -1 },
      { ethnicity: 'x'.repeat(51) },
    ];
    for (const body of refused) {
      const response = await call.ask(user, project, body);
      expect([body, response.status]).toEqual([body, 400]);
      expect((await faultOf(response)).issues?.length).toBeGreaterThan(0);
    }
  });

  test('any script, emoji among words and signs of prompt languages are taken and do no harm', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const arabic = 'امرأة جميلة ترتدي فستان '.repeat(30).slice(0, 500);
    expect((await call.preview(user, project, { prompt: arabic })).enhancedPrompt).toContain(
      arabic.trim().slice(0, 100),
    );
    await call.preview(user, project, { prompt: 'a happy woman 🎉🎉 with flowers' });
    const prompt = 'a man in a hat --ar 16:9 || nude <lora:evil:1> {a|b}\u0000';
    const { enhancedPrompt } = await call.preview(user, project, { prompt });
    for (const sign of ['--', '||', '<', '{', '\u0000']) expect(enhancedPrompt).not.toContain(sign);
    expect(enhancedPrompt).toContain('a man in a hat');
  });

  test('more than the tier allows in an hour is 429 with the time to wait, also when sent at once, and deleting frees nothing', async () => {
    const user = await bench.makeUser(100, 'enterprise');
    const project = await call.project(user);
    const answers = await Promise.all(Array.from({ length: 6 }, () => call.ask(user, project)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
    const { previews } = await (
      await call.send(user, 'GET', `/projects/${project}/previews`)
    ).json();
    for (const { previewId } of previews) await call.send(user, 'DELETE', `/previews/${previewId}`);
    await call.send(user, 'DELETE', `/projects/${project}`);
    const response = await call.ask(user, await call.project(user));
    expect(response.status).toBe(429);
    const fault = await faultOf(response);
    expect(fault).toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      details: { limit: 3, per: 'hour' },
    });
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3_500);
    expect(wait).toBeLessThanOrEqual(3_600);
  });
});

describe('a preview', () => {
  test('is nobody else’s: not to see, follow, save or throw away', async () => {
    const [user, other] = [await bench.makeUser(), await bench.makeUser()];
    const project = await call.project(user);
    const { previewId } = await call.preview(user, project);
    const theirs = await call.project(other);
    const path = `/previews/${previewId}`;
    expect((await call.send(other, 'GET', path)).status).toBe(404);
    expect((await call.send(other, 'GET', `${path}/events`)).status).toBe(404);
    expect((await call.send(other, 'DELETE', path)).status).toBe(404);
    expect((await call.save(other, theirs, { previewId })).status).toBe(404);
    expect((await call.read(user, previewId)).status).toBe('completed');
  });

  test('is gone after an hour with row and files, and can no longer be saved', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const { previewId } = await call.preview(user, project);
    const kept = await call.preview(user, project);
    const avatar = await call.saved(user, project, { previewId: kept.previewId });
    expect(await bench.filesOf(user, 'avatar-creator')).toHaveLength(4);
    bench.pass(61 * 60_000);
    const response = await call.save(user, project, { previewId });
    expect([response.status, (await faultOf(response)).code]).toEqual([404, 'PREVIEW_EXPIRED']);
    await bench.mounted.upkeep.get('avatar-creator')?.();
    bench.pass(-61 * 60_000);
    expect((await call.send(user, 'GET', `/previews/${previewId}`)).status).toBe(404);
    const files = await bench.filesOf(user, 'avatar-creator');
    expect(files.map((name) => `/uploads/avatar-creator/${user}/${name}`).sort()).toEqual(
      [avatar.imageUrl, avatar.thumbnailUrl].sort(),
    );
  });

  test('ends with its project: the call that waits for it hears so and no file stays', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    bench.engine.play(hang);
    const before = bench.engine.submitted.length;
    const answer = call.ask(user, project);
    await until(() => bench.engine.submitted.length > before);
    expect((await call.send(user, 'DELETE', `/projects/${project}`)).status).toBe(200);
    expect((await answer).status).toBe(404);
    expect(await bench.filesOf(user, 'avatar-creator')).toEqual([]);
  });

  test('thrown away while it is made stops the engine', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    bench.engine.play(hang);
    const cancelled = bench.engine.cancelled.length;
    const { previewId } = await call.asyncPreview(user, project);
    await call.reached(user, previewId, 'processing');
    const early = await call.save(user, project, { previewId });
    expect([early.status, (await faultOf(early)).code]).toEqual([409, 'PREVIEW_NOT_READY']);
    expect((await call.send(user, 'DELETE', `/previews/${previewId}`)).status).toBe(200);
    await until(() => bench.engine.cancelled.length > cancelled);
    expect((await call.send(user, 'GET', `/previews/${previewId}`)).status).toBe(404);
  });
});
