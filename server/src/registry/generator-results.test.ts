import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { Generation } from '@lumiku/apps/avatar-generator/contract';
import fc from 'fast-check';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO, photoFile } from './testing/app-bench.ts';
import { faultOf, generatorCalls, measured } from './testing/generator-calls.ts';
import { drawAtOnce, fail, filmAtOnce, paintAtOnce } from './testing/scripted-engine.ts';

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
  bench.eyes.measure = async () => measured(0.95);
});

describe('measured results', () => {
  test('scores are stored and shown', async () => {
    const user = await bench.makeUser();
    const made = await calls.view(user, await calls.finished(user));
    expect(made.scores).toMatchObject({
      pose: { match: 0.95, passAt: 0.75, passes: true, worstLimb: 'left forearm' },
      ...{ people: 1, passes: true, tries: 1 },
    });
    expect([made.canReject, made.output?.mediaType]).toEqual([false, 'image/png']);
  });

  test('one under the bar is made again with other seeds at no cost, and the best is delivered', async () => {
    const user = await bench.makeUser();
    const marks = [0.4, 0.9, 0.95];
    bench.engine.play(paintAtOnce);
    bench.eyes.measure = async () => measured(marks.shift() ?? 0);
    const before = bench.engine.submitted.length;
    const made = await calls.view(user, await calls.finished(user));
    expect(made.scores).toMatchObject({ pose: { match: 0.9 }, passes: true, tries: 2 });
    const seeds = bench.engine.submitted
      .slice(before)
      .map((request) => 'seed' in request && request.seed);
    expect(new Set(seeds).size).toBe(2);
    expect((await bench.credits.summary(user)).balance).toBe(95);
    expect(await bench.filesOf(user)).toHaveLength(3);
  });

  test('a figure drawn by rule is in its pose: doubt of the eyes is neither shown nor paid back', async () => {
    const user = await bench.makeUser();
    bench.engine.play(drawAtOnce);
    bench.eyes.measure = async () => measured(0.4);
    const made = await calls.view(user, await calls.finished(user));
    expect(made).toMatchObject({
      canReject: false,

      scores: { pose: null, passes: null },
    });
    expect(made.note?.en ?? '').not.toContain('below the bar');
  });

  test('what never passes is delivered with a word about it, and can be given back once for its whole price', async () => {
    const user = await bench.makeUser();
    bench.engine.play(paintAtOnce);
    const marks = [0.4, 0.6, 0.5];
    bench.eyes.measure = async () => measured(marks.shift() ?? 0);
    const id = await calls.finished(user, { quality: 'hd' });
    const made = await calls.view(user, id);
    expect(made).toMatchObject({ canReject: true, creditUsed: 7, scores: { tries: 3 } });
    expect(made.scores?.pose?.match).toBe(0.6);
    expect(made.note?.en).toContain('below the bar');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => calls.json(user, 'POST', `/generations/${id}/reject`)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    expect(await calls.view(user, id)).toMatchObject({
      ...{ status: 'failed', errorCode: 'RESULT_REJECTED', creditUsed: 0, outputImageUrl: null },
    });
    expect(await bench.filesOf(user)).toHaveLength(1);
    const entries = await bench.credits.entries({ userId: user }, { limit: 10, offset: 0 });
    expect(entries.filter(({ kind }) => kind === 'refund')).toMatchObject([
      { amount: 7, reference: `avatar-generator:generation:${id}` },
    ]);
  });

  test('a picture that passed is not given back, nor somebody else’s', async () => {
    const [user, other] = [await bench.makeUser(), await bench.makeUser()];
    const id = await calls.finished(user);
    const refused = await calls.json(user, 'POST', `/generations/${id}/reject`);
    expect([refused.status, (await faultOf(refused)).code]).toEqual([409, 'RESULT_NOT_REJECTABLE']);
    expect((await calls.json(other, 'POST', `/generations/${id}/reject`)).status).toBe(404);
    expect((await calls.json(null, 'POST', `/generations/${id}/reject`)).status).toBe(401);
  });

  test('however often and in whatever order pictures are rejected, deleted and retried, no credit is won or lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('reject', 'delete', 'retry', 'reject'), {
          minLength: 1,
          maxLength: 6,
        }),
        async (steps) => {
          const user = await bench.makeUser();
          bench.eyes.measure = async () => measured(0.5);
          const id = await calls.finished(user);
          await Promise.all(
            steps.map((step) =>
              step === 'delete'
                ? calls.send(user, 'DELETE', `/generations/${id}`)
                : calls.send(user, 'POST', `/generations/${id}/${step}`),
            ),
          );
          await until(async () => (await bench.credits.summary(user)).held === 0);
          const entries = await bench.credits.entries({ userId: user }, { limit: 50, offset: 0 });
          const refunds = entries.filter(({ kind }) => kind === 'refund');
          expect(refunds.length).toBeLessThanOrEqual(1);
          const paid = entries.filter(({ kind }) => kind === 'capture').length;
          const { balance } = await bench.credits.summary(user);
          expect(balance).toBe(100 - 5 * paid + 5 * refunds.length);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('clips', () => {
  test('need consent, move a finished picture, and come as a file with a poster and a length', async () => {
    const user = await bench.makeUser();
    const id = await calls.finished(user);
    const wish = { generationId: id, move: 'wave', seconds: 3 };
    const refused = await calls.json(user, 'POST', '/clips', wish);
    expect([refused.status, (await faultOf(refused)).code]).toEqual([403, 'CONSENT_NEEDED']);
    await calls.consent(user, 'POST');
    bench.engine.play(filmAtOnce);
    const key = { 'idempotency-key': 'one-clip' };
    const accepted = await calls.json(user, 'POST', '/clips', wish, key);
    expect(accepted.status).toBe(201);
    const clip = Generation.parse((await accepted.json()).data);
    const again = await calls.json(user, 'POST', '/clips', wish, key);
    expect((await again.json()).data.id).toBe(clip.id);
    await calls.reached(user, clip.id, 'completed');
    const made = await calls.view(user, clip.id);
    expect(made).toMatchObject({
      ...{ kind: 'clip', basedOnId: id, creditUsed: 12, clip: { move: 'wave', seconds: 3 } },
      output: { mediaType: 'video/mp4', seconds: 1 },
    });
    const file = await bench.fetch(made.outputImageUrl ?? '', user);
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).toContain(
      'algorithmicMedia',
    );
    expect((await bench.fetch(made.thumbnailUrl ?? '', user)).status).toBe(200);
    expect((await calls.list(user, '?kind=clip')).meta.total).toBe(1);
    await calls.send(user, 'DELETE', `/generations/${id}`);
    await calls.send(user, 'DELETE', `/generations/${clip.id}`);
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await bench.credits.summary(user)).balance).toBe(83);
  });

  test('are refused in words where they cannot be', async () => {
    const [user, other] = [await calls.personWhoAgreed(), await calls.personWhoAgreed()];
    const id = await calls.finished(user);
    const refusals: [string | null, object, number, string][] = [
      [user, { generationId: id, move: 'fly' }, 400, 'REQUEST_INVALID'],
      [user, { generationId: id, move: 'walk', seconds: 60 }, 400, 'REQUEST_INVALID'],
      [user, { generationId: id, move: 'walk', seconds: 9 }, 422, 'CLIP_TOO_LONG'],
      [other, { generationId: id, move: 'walk' }, 404, 'NOT_FOUND'],
    ];
    for (const [who, body, status, code] of refusals) {
      const response = await calls.json(who, 'POST', '/clips', body);
      expect([response.status, (await faultOf(response)).code]).toEqual([status, code]);
    }
    expect(
      (await calls.json(null, 'POST', '/clips', { generationId: id, move: 'walk' })).status,
    ).toBe(401);
    expect(await bench.filesOf(user)).toHaveLength(3);
  });
});

describe('face swaps', () => {
  const swap = (user: string | null, fields: Record<string, string | File>) =>
    calls.form(user, '/face-swaps', fields);

  test('put a face on a finished picture, or on another one', async () => {
    const user = await calls.personWhoAgreed();
    const generationId = await calls.finished(user);
    const onto = await swap(user, { image: await photoFile(40), generationId });
    const onPhoto = await swap(user, { image: await photoFile(40), target: await photoFile(80) });
    expect([onto.status, onPhoto.status]).toEqual([201, 201]);
    const first = Generation.parse((await onto.json()).data);
    const second = Generation.parse((await onPhoto.json()).data);
    await calls.reached(user, first.id, 'completed');
    await calls.reached(user, second.id, 'completed');
    expect(await calls.view(user, first.id)).toMatchObject({
      ...{ kind: 'face-swap', basedOnId: generationId, creditUsed: 4 },
    });
    expect(await calls.view(user, second.id)).toMatchObject({
      poseTemplateId: '',
      basedOnId: null,
    });
    for (const id of [generationId, first.id, second.id]) {
      await calls.send(user, 'DELETE', `/generations/${id}`);
    }
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('say why they cannot be, cost nothing then, and keep nothing', async () => {
    const user = await calls.personWhoAgreed();
    const generationId = await calls.finished(user);
    const image = await photoFile(40);
    for (const fields of [{ image }, { image, generationId, target: image }, { generationId }]) {
      expect((await swap(user, fields)).status).toBe(400);
    }
    expect((await swap(await bench.makeUser(), { image, target: image })).status).toBe(403);
    expect((await swap(await calls.personWhoAgreed(), { image, generationId })).status).toBe(404);
    expect((await swap(null, { image, target: image })).status).toBe(401);
    expect(await bench.filesOf(user)).toHaveLength(3);
    bench.engine.play(fail('invalid_input', 'The face is turned away.'));
    const { data } = await (await swap(user, { image, generationId })).json();
    await calls.reached(user, data.id, 'failed');
    expect((await bench.credits.summary(user)).balance).toBe(95);
  });
});

describe('what the studio can do', () => {
  test('is told, with every style and its sample picture', async () => {
    const user = await bench.makeUser();
    const workshop = await (await calls.send(user, 'GET', '/workshop')).json();
    expect(workshop.data).toMatchObject({
      picture: { engine: 'scripted', hd: true },
      clip: { secondsMax: 8 },
      photoKeptDays: 30,
    });
    const styles = await (await calls.send(user, 'GET', '/styles')).json();
    expect(styles.data.length).toBeGreaterThanOrEqual(8);
    const sample = await bench.fetch(styles.data[3].sampleUrl, user);
    expect(sample.headers.get('content-type')).toBe('image/webp');
    expect((await calls.send(user, 'GET', '/styles/nope/sample.webp')).status).toBe(404);
    expect((await calls.send(null, 'GET', '/styles')).status).toBe(401);
    expect((await calls.send(null, 'GET', '/workshop')).status).toBe(401);
  });

  test('a style, a scene and a turn reach the engine in words and as data', async () => {
    const user = await bench.makeUser();
    const id = await calls.finished(user, {
      stylePreset: 'line-art',
      scene: '{"light":"golden","aspect":"1:1"}',
      poseTurn: '{"mirror":true}',
    });
    expect(bench.engine.submitted.at(-1)).toMatchObject({
      ...{ stylePreset: 'line-art', shading: 'line', widthPx: 768, heightPx: 768 },
      sampling: { guidance: 6, steps: 26 },
      scene: { light: 'golden', backdrop: 'white', aspect: '1:1' },
      prompt: expect.stringContaining('golden hour'),
      negativePrompt: expect.stringContaining('gradient'),
    });
    expect(await calls.view(user, id)).toMatchObject({ poseTurn: { mirror: true } });
    const wrong = await calls.generate(user, { scene: '{"light":"moon"}', poseTurn: 'left' });
    expect((await faultOf(wrong)).issues?.map(({ path }) => path).sort()).toEqual([
      'poseTurn',
      'scene.light',
    ]);
  });
});
