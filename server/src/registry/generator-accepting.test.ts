import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { Fault } from '@lumiku/contract';
import sharp from 'sharp';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO, photoFile } from './testing/app-bench.ts';
import { faultOf, generatorCalls, One, PREFIX } from './testing/generator-calls.ts';
import { drawAtOnce } from './testing/scripted-engine.ts';

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

describe('POST /generate', () => {
  test('answers 201 with the generation, holds its price, and delivers the picture', async () => {
    const user = await bench.makeUser();
    const fields = { quality: 'hd', priority: 'true', seed: '42', look: '{"glasses":"none"}' };
    const response = await calls.generate(user, fields);
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
    await calls.reached(user, data.id, 'completed');
    const done = await calls.read(user, data.id);
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
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    const { outputImageUrl } = await calls.read(user, id);
    const bytes = await (await bench.fetch(outputImageUrl ?? '', user)).arrayBuffer();
    const { xmp } = await sharp(new Uint8Array(bytes)).metadata();
    expect(xmp?.toString()).toContain('algorithmicMedia');
  });

  test('names every field that is wrong and touches nothing', async () => {
    const user = await bench.makeUser();
    const fields = { quality: 'ultra', stylePreset: 'Oil!', look: '{"glasses":"x"}', seed: '-1' };
    const response = await calls.generate(user, fields);
    expect(response.status).toBe(400);
    const { issues } = await faultOf(response);
    const paths = issues?.map(({ path }) => path).sort();
    expect(paths).toEqual(['look.glasses', 'quality', 'seed', 'stylePreset']);
    expect((await calls.list(user)).meta.total).toBe(0);
    const unknown = await calls.generate(user, { stylePreset: 'oil-paint' });
    expect([unknown.status, (await faultOf(unknown)).message]).toEqual([
      400,
      expect.stringContaining('There are: realistic, cartoon, anime'),
    ]);
  });

  test('refuses a form without a photo, an unknown pose, and what is not a picture', async () => {
    const user = await bench.makeUser();
    expect((await calls.generate(user, { image: 'me.jpg' })).status).toBe(400);
    const unknown = await calls.generate(user, { poseTemplateId: 'no-such-pose' });
    expect([unknown.status, (await faultOf(unknown)).code]).toEqual([404, 'POSE_NOT_FOUND']);
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'me.jpg');
    expect((await calls.generate(user, { image: svg })).status).toBe(415);
    expect((await calls.generate(user, { image: new File([], 'me.jpg') })).status).toBe(400);
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await bench.credits.summary(user)).held).toBe(0);
  });

  test('needs sign-in', async () => {
    expect((await calls.generate(null)).status).toBe(401);
  });

  test('says price and balance when there are not enough credits, and keeps no file', async () => {
    const user = await bench.makeUser(4);
    const response = await calls.generate(user);
    expect(response.status).toBe(402);
    expect(await faultOf(response)).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      details: { price: 5, available: 4 },
    });
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('of two at once with credits for one, one is taken and one refused', async () => {
    const user = await bench.makeUser(6);
    const answers = await Promise.all([calls.generate(user), calls.generate(user)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 402]);
    await until(async () => (await calls.list(user, '?status=completed')).meta.total === 1);
    expect(await bench.credits.summary(user)).toEqual({ balance: 1, held: 0, available: 1 });
    expect(await bench.filesOf(user)).toHaveLength(3);
  });

  test('sent twice with one Idempotency-Key it is one generation, also at the same time', async () => {
    const user = await bench.makeUser();
    const key = { 'idempotency-key': 'one-click' };
    const answers = await Promise.all([
      calls.generate(user, {}, key),
      calls.generate(user, {}, key),
    ]);
    const ids = await Promise.all(
      answers.map(async (answer) => One.parse(await answer.json()).data.id),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(new Set(ids).size).toBe(1);
    await calls.reached(user, ids[0] ?? '', 'completed');
    expect((await bench.credits.summary(user)).balance).toBe(95);
    expect(await bench.filesOf(user)).toHaveLength(3);
    const other = await calls.generate(user, { quality: 'hd' }, key);
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
    const response = await calls.generate(user, { image });
    expect(response.status).toBe(422);
    expect(await faultOf(response)).toMatchObject({
      code: 'PHOTO_NOT_USABLE',
      message: 'There is no face to be seen.',
      details: { problems: noFace.problems },
    });
    expect((await calls.list(user)).meta.total).toBe(0);
  });

  test('that was checked and found good is not looked at again', async () => {
    const user = await bench.makeUser();
    const image = await photoFile(30);
    await check(user, image);
    const looks = bench.looks();
    const { id } = await calls.started(user, { image });
    await calls.reached(user, id, 'completed');
    expect(bench.looks()).toBe(looks);
    expect((await calls.read(user, id)).look).toMatchObject({ glasses: 'round' });
  });

  test('that nobody checked is checked before anything is drawn; a wrong one costs nothing', async () => {
    const user = await bench.makeUser();
    bench.eyes.see = async () => noFace;
    const drawn = bench.engine.submitted.length;
    const { id } = await calls.started(user, { image: await photoFile(40) });
    await calls.reached(user, id, 'failed');
    expect(await calls.read(user, id)).toMatchObject({
      errorCode: 'PHOTO_NOT_USABLE',
      errorMessage: 'There is no face to be seen. Use a photo from the front.',
      creditUsed: 0,
    });
    expect(bench.engine.submitted.length).toBe(drawn);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });

  test('is drawn with a neutral look when the studio cannot see right now, and says so', async () => {
    const user = await bench.makeUser();
    bench.eyes.see = () =>
      Promise.reject(new Fault({ code: 'VISION_UNAVAILABLE', status: 503, message: 'Not now.' }));
    const { id } = await calls.started(user, { image: await photoFile(50) });
    await calls.reached(user, id, 'completed');
    const made = await calls.read(user, id);
    expect(made.look).toMatchObject({ gender: 'unisex', glasses: 'none' });
    expect(JSON.stringify(made.note)).toContain('could not look at the photo');
  });
});
