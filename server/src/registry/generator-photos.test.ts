// What happens to photos: consent, how long they are kept, and where the pose is in what was made from them.
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { CONSENT_VERSION } from '@lumiku/contract';
import { type AppBench, createAppBench, GOOD_PHOTO, photoFile } from './testing/app-bench.ts';
import { faultOf, generatorCalls, measured } from './testing/generator-calls.ts';
import { drawAtOnce, filmAtOnce } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
const DAY_MS = 24 * 60 * 60_000;
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

const VERSION = String(CONSENT_VERSION);

describe('consent', () => {
  test('is given once, recorded, and withdrawn with every photo; pictures stay', async () => {
    const user = await bench.makeUser();
    const consent = async () => (await (await calls.consent(user, 'GET')).json()).data;
    const nothing = { photosKept: 0, nextRemovalAt: null };
    expect(await consent()).toMatchObject({
      isGiven: false,
      photoKeptDays: 30,
      records: [],
      ...nothing,
    });
    const outdated = await calls.consent(user, 'POST', 0);
    expect([outdated.status, (await faultOf(outdated)).code]).toEqual([409, 'CONSENT_OUTDATED']);
    await Promise.all([1, 2, 3].map(() => calls.consent(user, 'POST')));
    expect((await consent()).records).toHaveLength(1);
    const id = await calls.finished(user);
    const { photoKeptUntil } = await calls.view(user, id);
    expect(await consent()).toMatchObject({ photosKept: 1, nextRemovalAt: photoKeptUntil });
    const withdrawn = await calls.consent(user, 'DELETE');
    expect((await withdrawn.json()).data).toMatchObject({
      isGiven: false,
      photosRemoved: 1,
      ...nothing,
    });
    expect(await calls.view(user, id)).toMatchObject({ inputImageUrl: null, status: 'completed' });
    expect(await bench.filesOf(user)).toHaveLength(2);
    expect((await consent()).records[0].withdrawnAt).not.toBeNull();
    const again = await calls.send(user, 'POST', `/generations/${id}/retry`);
    expect([again.status, (await faultOf(again)).code]).toEqual([409, 'PHOTO_EXPIRED']);
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      expect((await calls.consent(null, method)).status).toBe(401);
    }
    expect((await calls.consent(user, 'POST', 'one')).status).toBe(400);
  });
});

describe('a photo and its consent', () => {
  const cookie = { cookie: 'as a browser' };

  test('a browser asks first: without a yes no photo is looked at, kept or paid for', async () => {
    const user = await bench.makeUser();
    const asked = await calls.generate(user, {}, cookie);
    expect([asked.status, (await faultOf(asked)).code]).toEqual([403, 'CONSENT_NEEDED']);
    const batch = { poseTemplateIds: `${bench.pose},${bench.pose}`, image: await photoFile() };
    for (const [path, fields] of [
      ['/batches', batch],
      ['/photos/check', { image: await photoFile(7) }],
    ] as const) {
      expect((await calls.form(user, path, fields, cookie)).status).toBe(403);
    }
    expect(await bench.filesOf(user)).toEqual([]);
    await calls.consent(user, 'POST');
    expect((await calls.generate(user, {}, cookie)).status).toBe(201);
  });

  test('a program may say yes with the photo, once; the plain call goes on without a comparison of faces', async () => {
    const user = await bench.makeUser();
    expect((await calls.generate(user)).status).toBe(201);
    const consent = async () => (await (await calls.consent(user, 'GET')).json()).data;
    expect((await consent()).isGiven).toBe(false);
    const key = { 'idempotency-key': 'said with the photo' };
    const first = await calls.generate(user, { consent: VERSION }, key);
    expect(first.status).toBe(201);
    const { isGiven, records, terms } = await consent();
    expect([isGiven, records.length, terms.length]).toEqual([true, 1, 5]);
    // The wish is the same, with or without it.
    const again = await calls.generate(user, {}, key);
    expect((await again.json()).data.id).toBe((await first.json()).data.id);
    const other = await bench.makeUser();
    const image = await photoFile(40);
    const swap = await calls.form(other, '/face-swaps', { image, target: image, consent: VERSION });
    expect(swap.status).toBe(201);
    for (const [version, status, code] of [
      ['99', 409, 'CONSENT_OUTDATED'],
      ['yes', 400, 'REQUEST_INVALID'],
    ] as const) {
      const refused = await calls.generate(await bench.makeUser(), { consent: version });
      expect([refused.status, (await faultOf(refused)).code]).toEqual([status, code]);
    }
  });
});

describe('where the pose is in a picture', () => {
  const keypoints = async (user: string, id: string) =>
    (await (await calls.send(user, 'GET', `/generations/${id}/keypoints`)).json()).data.keypoints;

  test('follows its framing, shape and turn, and measuring does too', async () => {
    const user = await bench.makeUser();
    const against: (string | undefined)[] = [];
    bench.eyes.measure = async ({ pose }) => {
      against.push(pose?.framing);
      return measured(0.95);
    };
    const plain = await keypoints(user, await calls.finished(user));
    const turned = await keypoints(user, await calls.finished(user, { poseTurn: '{"yaw":60}' }));
    const bust = await calls.finished(user, { scene: '{"framing":"bust","aspect":"1:1"}' });
    const near = await keypoints(user, bust);
    expect(plain).toHaveLength(18);
    expect(turned).not.toEqual(plain);
    // Shoulders further apart, and no feet.
    expect(Math.abs(near[2][0] - near[5][0])).toBeGreaterThan(Math.abs(plain[2][0] - plain[5][0]));
    expect([plain[10] === null, near[10], near[13]]).toEqual([false, null, null]);
    expect(against.at(-1)).toBe('bust');
  });

  test('is told of a face swap too, not of a clip, and only to its owner', async () => {
    const user = await calls.personWhoAgreed();
    const generationId = await calls.finished(user);
    const image = await photoFile(40);
    const swap = await (await calls.form(user, '/face-swaps', { image, generationId })).json();
    expect(await keypoints(user, swap.data.id)).toEqual(await keypoints(user, generationId));
    bench.engine.play(filmAtOnce);
    const clip = await calls.json(user, 'POST', '/clips', { generationId, move: 'walk' });
    const path = `/generations/${(await clip.json()).data.id}/keypoints`;
    expect((await calls.send(user, 'GET', path)).status).toBe(404);
    const mine = `/generations/${generationId}/keypoints`;
    expect((await calls.send(await bench.makeUser(), 'GET', mine)).status).toBe(404);
    expect((await calls.send(null, 'GET', mine)).status).toBe(401);
  });
});

describe('photos', () => {
  test('whose time is over vanish from disk and database, once no other picture needs them', async () => {
    const user = await bench.makeUser();
    const id = await calls.finished(user);
    expect((await calls.view(user, id)).photoKeptUntil).not.toBeNull();
    await bench.mounted.upkeep.get('avatar-generator')?.();
    expect(await bench.filesOf(user)).toHaveLength(3);
    bench.pass(31 * DAY_MS);
    try {
      await bench.mounted.upkeep.get('avatar-generator')?.();
      expect(await bench.filesOf(user)).toHaveLength(2);
      expect(await calls.view(user, id)).toMatchObject({
        inputImageUrl: null,
        photoKeptUntil: null,
      });
    } finally {
      bench.pass(-31 * DAY_MS);
    }
  });
});
