import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, GOOD_PHOTO } from './testing/app-bench.ts';
import { faultOf, generatorCalls, One } from './testing/generator-calls.ts';
import { drawAtOnce, fail, hang } from './testing/scripted-engine.ts';

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

describe('an engine that fails', () => {
  test('leaves a sentence a person understands and takes no credits', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('content_refused', 'NSFW_FILTER 0x31'));
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'failed');
    const failed = await calls.read(user, id);
    expect(failed.errorMessage).toContain('content rules');
    expect(failed.errorMessage).not.toContain('NSFW_FILTER');
    expect(failed.creditUsed).toBe(0);
    expect((await bench.credits.summary(user)).balance).toBe(100);
  });

  test('for a moment is asked again; a ticket it still honours is followed, not bought twice', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('unavailable', 'connection reset'), drawAtOnce);
    const before = bench.engine.submitted.length;
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    expect(bench.engine.submitted.length).toBe(before + 1);
  });

  test('that lost its result is given the work anew', async () => {
    const user = await bench.makeUser();
    bench.engine.play(fail('result_expired', 'gone'), drawAtOnce);
    const before = bench.engine.submitted.length;
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    expect(bench.engine.submitted.length).toBe(before + 2);
  });
});

describe('cancel, delete, retry', () => {
  test('cancelling stops the engine, gives the credits back, and says so', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const submitted = bench.engine.submitted.length;
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'processing');
    await until(() => bench.engine.submitted.length > submitted);
    const cancelled = bench.engine.cancelled.length;
    const response = await calls.send(user, 'POST', `/generations/${id}/cancel`);
    expect(response.status).toBe(200);
    expect(One.parse(await response.json()).data).toMatchObject({
      status: 'cancelled',
      creditUsed: 0,
    });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    await until(() => bench.engine.cancelled.length > cancelled);
    expect((await calls.send(user, 'POST', `/generations/${id}/cancel`)).status).toBe(200);
  });

  test('what is over cannot be cancelled', async () => {
    const user = await bench.makeUser();
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    const response = await calls.send(user, 'POST', `/generations/${id}/cancel`);
    expect([response.status, (await faultOf(response)).code]).toEqual([
      409,
      'GENERATION_ALREADY_OVER',
    ]);
  });

  test('deleting removes row and files', async () => {
    const user = await bench.makeUser();
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'completed');
    expect(await bench.filesOf(user)).toHaveLength(3);
    const response = await calls.send(user, 'DELETE', `/generations/${id}`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { message: 'Generation deleted successfully' },
    ]);
    expect(await bench.filesOf(user)).toEqual([]);
    expect((await calls.send(user, 'DELETE', `/generations/${id}`)).status).toBe(404);
    expect((await bench.credits.summary(user)).balance).toBe(95);
  });

  test('deleting work in progress gives its hold back exactly once, however often it is asked', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const { id } = await calls.started(user);
    await calls.reached(user, id, 'processing');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => calls.send(user, 'DELETE', `/generations/${id}`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('retrying makes a new generation of the same choices with another seed, at the same price', async () => {
    const user = await bench.makeUser();
    const first = await calls.started(user, { quality: 'hd', seed: '1' });
    await calls.reached(user, first.id, 'completed');
    const response = await calls.send(user, 'POST', `/generations/${first.id}/retry`);
    expect(response.status).toBe(201);
    const second = One.parse(await response.json()).data;
    expect(second).toMatchObject({
      poseTemplateId: first.poseTemplateId,
      quality: 'hd',
      inputImageUrl: first.inputImageUrl,
      creditUsed: 7,
    });
    expect(second.id).not.toBe(first.id);
    await calls.reached(user, second.id, 'completed');
    expect((await bench.credits.summary(user)).balance).toBe(86);
    await calls.send(user, 'DELETE', `/generations/${first.id}`);
    expect((await bench.fetch(second.inputImageUrl, user)).status).toBe(200);
    await calls.send(user, 'DELETE', `/generations/${second.id}`);
    expect(await bench.filesOf(user)).toEqual([]);
  });

  test('what is still being made cannot be retried', async () => {
    const user = await bench.makeUser();
    bench.engine.play(hang);
    const { id } = await calls.started(user);
    const response = await calls.send(user, 'POST', `/generations/${id}/retry`);
    expect([response.status, (await faultOf(response)).code]).toEqual([
      409,
      'GENERATION_IN_PROGRESS',
    ]);
    await calls.send(user, 'DELETE', `/generations/${id}`);
  });
});
