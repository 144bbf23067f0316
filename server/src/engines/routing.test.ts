import { afterAll, beforeEach, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { EngineFault, type EngineFaultKind } from '@lumiku/engines/engine';
import { desc } from 'drizzle-orm';
import sharp from 'sharp';
import { addPerson } from '../accounts/testing.ts';
import { JobStopped } from '../jobs/index.ts';
import {
  createScriptedEngine,
  drawAtOnce,
  fail,
  hang,
  type ScriptedEngine,
} from '../registry/testing/scripted-engine.ts';
import { until } from '../testing/until.ts';
import { engineAttempts } from './tables.ts';
import { createEngineBench } from './testing/engine-bench.ts';
import { aJob, rejected, poseRequest as request } from './testing/job-of-tests.ts';

setDefaultTimeout(60_000);
const bench = await createEngineBench();
const { room } = bench;
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.delete(engineAttempts);
});

const first = () => createScriptedEngine({ id: 'first', costUsd: 0.04 });
const second = () => createScriptedEngine({ id: 'second', costUsd: 0.01 });
const refusing = (kind: EngineFaultKind, retryAfterSeconds?: number): ScriptedEngine => {
  const engine = first();
  const submit = engine.submit;
  let refusals = 0;
  engine.submit = async (wish, options) => {
    await submit(wish, options);
    refusals += 1;
    throw new EngineFault(kind, `no, for the ${refusals}. time`, { retryAfterSeconds });
  };
  return engine;
};
const attempts = () =>
  bench.db.select().from(engineAttempts).orderBy(desc(engineAttempts.submittedAt));

describe('who is asked', () => {
  test('the engines are asked in their order; the local one only for what no other one can do', () => {
    const local = createScriptedEngine({ id: 'local' });
    const who = (order?: Record<string, string[]>) =>
      room([local, first(), second()], order ? { rules: { order } } : {}).preferred('pose-transfer')
        ?.id;
    expect(who()).toBe('first');
    expect(who({ all: ['second', 'local'] })).toBe('second');
    expect(who({ all: ['second'], 'pose-transfer': ['local'] })).toBe('local');
    expect(room([local]).preferred('pose-transfer')?.id).toBe('local');
  });

  test('with COMMERCIAL a model that may not be used for it is not asked, unless the operator holds a licence', () => {
    const licence = { name: 'x', url: 'https://example.com', isCommercialUseAllowed: false };
    const engine = createScriptedEngine({ id: 'first' });
    const [can] = engine.capabilities;
    const model = { id: 'maker/model', part: 'base', licence } as const;
    if (!can) throw new Error('it can do nothing');
    const fussy = { ...engine, capabilities: [{ ...can, models: [model] }] };
    const rules = { isCommercial: true };
    expect(room([fussy], { rules }).preferred('pose-transfer')).toBeNull();
    const licensed = { ...rules, licensedModels: new Set(['maker/model']) };
    expect(room([fussy], { rules: licensed }).preferred('pose-transfer')?.id).toBe('first');
    expect(room([fussy, second()], { rules }).preferred('pose-transfer')?.id).toBe('second');
  });
});

describe('fail-over', () => {
  test.each([
    ...(['unavailable', 'rate_limited', 'model_loading', 'authentication', 'payment'] as const),
    'not_configured' as const,
  ])('after %s nothing was accepted: the next engine is asked', async (kind) => {
    const other = second();
    const made = await room([refusing(kind), other]).make(aJob().job, request());
    expect([made.engineId, other.submitted.length]).toEqual(['second', 1]);
  });

  test.each([
    ['ambiguous_submit', 'ENGINE_SUBMIT_UNCLEAR'],
    ['content_refused', 'ENGINE_CONTENT_REFUSED'],
    ['invalid_input', 'ENGINE_INPUT_REFUSED'],
  ] as const)('after %s nobody else is asked', async (kind, code) => {
    const other = second();
    const fault = await rejected(room([refusing(kind), other]).make(aJob().job, request()));
    expect(fault).toMatchObject({ code, status: 422 });
    expect(other.submitted).toHaveLength(0);
  });

  test('once an engine has accepted, nobody else is asked, whatever becomes of the work', async () => {
    const [one, other] = [first(), second()];
    one.play(fail('unavailable', 'down'));
    const { job } = aJob();
    const engines = room([one, other]);
    expect(await rejected(engines.make(job, request()))).toMatchObject({ status: 503 });
    one.play(drawAtOnce);
    expect((await engines.make(job, request())).engineId).toBe('first');
    expect([one.submitted.length, other.submitted.length]).toEqual([1, 0]);
  });

  test('an engine that asked to be left alone is, and the person hears when it will be back', async () => {
    const one = refusing('rate_limited', 40);
    const engines = room([one]);
    for (let times = 0; times < 3; times += 1) {
      const fault = await rejected(engines.make(aJob().job, request()));
      expect(fault).toMatchObject({ status: 429, retryAfterSeconds: expect.any(Number) });
    }
    expect(one.submitted).toHaveLength(1);
  });

  test('three failures in a row open the breaker: the next engine is asked at once', async () => {
    const [one, other] = [first(), second()];
    one.play(fail('bad_output', 'broken', { costUsd: 0 }));
    const engines = room([one, other]);
    for (let times = 0; times < 3; times += 1) await rejected(engines.make(aJob().job, request()));
    expect((await engines.make(aJob().job, request())).engineId).toBe('second');
    expect(one.submitted).toHaveLength(3);
  });

  test('an engine that failed is asked all the same where nobody can stand in for it', async () => {
    const one = first();
    one.play(fail('bad_output', 'broken', { costUsd: 0 }));
    const engines = room([one]);
    for (let times = 0; times < 3; times += 1) await rejected(engines.make(aJob().job, request()));
    one.play(drawAtOnce);
    expect((await engines.make(aJob().job, request())).engineId).toBe('first');
  });
});

describe('limits', () => {
  test('an engine never has more work than its places; who waits can still be stopped', async () => {
    const engine = first();
    engine.play(hang, drawAtOnce);
    const engines = room([engine], { concurrency: new Map([['first', 1]]) });
    const [running, waiting, next] = [aJob(), aJob(), aJob()];
    const made = rejected(engines.make(running.job, request()));
    await until(() => engine.followed.length === 1);
    const stopped = rejected(engines.make(waiting.job, request()));
    const served = engines.make(next.job, request());
    waiting.control.abort(new JobStopped('ended'));
    expect(await stopped).toMatchObject({ why: 'ended' });
    expect(engine.submitted).toHaveLength(1);
    running.control.abort(new JobStopped('ended'));
    await made;
    expect((await served).engineId).toBe('first');
  });

  test('work that takes too long is cancelled at the engine and, where it may have been paid, not begun again', async () => {
    const engine = first();
    engine.play(() => new Promise(() => {}));
    const { job } = aJob();
    const engines = room([engine], { timeoutSeconds: new Map([['first', 0.05]]) });
    const late = { code: 'ENGINE_TIMED_OUT', status: 422 };
    expect(await rejected(engines.make(job, request()))).toMatchObject(late);
    expect(await rejected(engines.make(job, request()))).toMatchObject(late);
    expect([engine.submitted.length, engine.cancelled.length]).toEqual([1, 1]);
  });
});

describe('the book of attempts', () => {
  test('has every attempt with who, what, when, what it cost and what became of it', async () => {
    const { job } = aJob();
    await room([refusing('payment'), second()]).make(job, request());
    const [made, refused] = await attempts();
    expect(made).toMatchObject({
      ...{ jobId: job.id, engineId: 'second', kind: 'pose-transfer', outcome: 'made' },
      ...{ costUsd: 0.01, acceptedAt: expect.any(Date), tookMs: expect.any(Number) },
    });
    expect(refused).toMatchObject({
      outcome: 'payment',
      said: 'no, for the 1. time',
      costUsd: null,
    });
  });

  test('a try that goes on in another process is one attempt', async () => {
    const engine = first();
    engine.play(fail('unavailable', 'reset'), drawAtOnce);
    const { job } = aJob();
    await rejected(room([engine]).make(job, request()));
    expect(await attempts()).toMatchObject([{ outcome: null }]);
    await room([engine]).make(job, request());
    expect(await attempts()).toMatchObject([{ outcome: 'made' }]);
  });
});

describe('what comes back', () => {
  test('something that is no picture is not delivered', async () => {
    const engine = first();
    engine.play(async (watch) => ({
      ...(await drawAtOnce(watch)),
      bytes: new TextEncoder().encode('<html>busy</html>'),
    }));
    expect(await rejected(room([engine]).make(aJob().job, request()))).toMatchObject({
      code: 'ENGINE_PICTURE_BROKEN',
    });
    expect(await attempts()).toMatchObject([{ outcome: 'bad_output', costUsd: 0.04 }]);
  });

  test('type and size are what the bytes say', async () => {
    const engine = first();
    const bytes = await sharp({
      create: { width: 90, height: 120, channels: 3, background: '#888' },
    })
      .jpeg()
      .toBuffer();
    engine.play(async (watch) => ({ ...(await drawAtOnce(watch)), bytes: new Uint8Array(bytes) }));
    expect(await room([engine]).make(aJob().job, request())).toMatchObject({
      ...{ mediaType: 'image/jpeg', widthPx: 90, heightPx: 120 },
    });
  });

  test('a preview frame reaches its owner by address, nobody else, and is gone with the work', async () => {
    const userId = await addPerson(bench.db);
    const engine = first();
    const shown = Promise.withResolvers<string>();
    const done = Promise.withResolvers<void>();
    engine.play(async (watch) => {
      const { bytes, mediaType, ...rest } = await drawAtOnce(watch);
      watch.onProgress({ fraction: 0.4, stage: 'drawing', preview: { bytes, mediaType } });
      await done.promise;
      return { ...rest, bytes, mediaType };
    });
    const { job } = aJob();
    const watched = {
      ...{ ...job, userId },
      progress: ({ previewUrl }: { previewUrl?: string }) => {
        if (previewUrl) shown.resolve(previewUrl);
      },
    };
    const making = room([engine]).make(watched, request());
    expect(await shown.promise).toBe(`/api/jobs/${job.id}/preview?v=1`);
    const webp = await bench.previews.read(job.id, userId);
    expect((await sharp(webp ?? new Uint8Array()).metadata()).format).toBe('webp');
    expect(await bench.previews.read(job.id, 'somebody-else')).toBeNull();
    done.resolve();
    await making;
    expect(await bench.previews.read(job.id, userId)).toBeNull();
  });
});
