import { afterAll, beforeEach, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { EngineFault } from '@lumiku/engines/engine';
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
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.delete(engineAttempts);
});
const { room } = bench;

const billed = (): ScriptedEngine => createScriptedEngine({ costUsd: 0.04 });

describe('engines', () => {
  test('work is handed over once; key and ticket are stored before anything else', async () => {
    const engine = createScriptedEngine();
    const engines = room([engine]);
    const { job, steps } = aJob();
    const picture = await engines.make(job, request());
    expect(picture).toMatchObject({ engineId: 'scripted', mediaType: 'image/png' });
    const order = ['stored', 'intent.stored', 'engine.submitted', 'stored', 'ticket.stored'];
    expect(steps).toEqual(order);
  });

  test('a job that is run again follows each of its pictures and submits nothing', async () => {
    const engine = billed();
    const engines = room([engine]);
    const { job } = aJob();
    const second = { ...request(), seed: 2 };
    await engines.make(job, request());
    await engines.make(job, second);
    await engines.make(job, request());
    await engines.make(job, second);
    expect(engine.submitted).toHaveLength(2);
    expect(engine.followed).toEqual([1, 2, 1, 2]);
  });

  test('a ticket of an engine that is gone is given up and the work submitted anew', async () => {
    const engine = createScriptedEngine();
    const { job } = aJob();
    await room([createScriptedEngine({ id: 'sold' })]).make(job, request());
    await room([engine]).make(job, request());
    expect(engine.submitted).toHaveLength(1);
  });

  test('a passing fault keeps the ticket; a lost result that cost nothing gives it up', async () => {
    const engine = createScriptedEngine();
    const engines = room([engine]);
    engine.play(fail('unavailable', 'reset'));
    const kept = aJob();
    await expect(engines.make(kept.job, request())).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      status: 503,
    });
    expect(kept.ticket()).not.toBeNull();
    engine.play(fail('result_expired', 'gone'));
    const lost = aJob();
    await expect(engines.make(lost.job, request())).rejects.toMatchObject({
      code: 'ENGINE_RESULT_LOST',
      status: 503,
    });
    expect(lost.ticket()).toBeNull();
  });

  test('a lost result that somebody paid for is final, also for the next try', async () => {
    const engine = billed();
    const engines = room([engine]);
    engine.play(fail('result_expired', 'gone'), drawAtOnce);
    const { job } = aJob();
    const final = { code: 'ENGINE_RESULT_LOST', status: 422 };
    expect(await rejected(engines.make(job, request()))).toMatchObject(final);
    expect(await rejected(engines.make(job, request()))).toMatchObject(final);
    expect(engine.submitted).toHaveLength(1);
  });

  test('work that failed for nothing at a billed engine may be handed over again', async () => {
    const engine = billed();
    const engines = room([engine]);
    engine.play(fail('bad_output', 'worker died', { costUsd: 0 }), drawAtOnce);
    const { job } = aJob();
    expect(await rejected(engines.make(job, request()))).toMatchObject({ status: 502 });
    await engines.make(job, request());
    expect(engine.submitted).toHaveLength(2);
  });

  test('cancelled work is cancelled at the engine; handed back work goes on there', async () => {
    const engine = createScriptedEngine();
    const engines = room([engine]);
    for (const [why, cancels] of [
      ['shutdown', 0],
      ['lease_lost', 0],
      ['ended', 1],
    ] as const) {
      engine.play(hang);
      const { job, control, ticket } = aJob();
      const before = engine.followed.length;
      const making = engines.make(job, request());
      await until(() => engine.followed.length > before);
      control.abort(new JobStopped(why));
      await expect(making).rejects.toMatchObject({ why });
      expect(engine.cancelled).toHaveLength(cancels);
      // Work that goes on must be found again; what is over need not be.
      expect(ticket() !== null).toBe(cancels === 0);
    }
  });

  test('a picture no engine can make is refused in plain words; a larger one is made as large as can be', async () => {
    const all = createScriptedEngine();
    const drawsOnly = all.capabilities.filter(
      ({ kind }) => kind === 'pose-transfer' || kind === 'text-to-image',
    );
    const engine = { ...all, capabilities: drawsOnly };
    const { job } = aJob();
    const engines = room([engine]);
    const picture = { bytes: new Uint8Array(1), mediaType: 'image/png' };
    const swap = { kind: 'face-swap', face: picture, target: picture, seed: 1 } as const;
    await expect(engines.make(job, swap)).rejects.toMatchObject({ code: 'ENGINE_NOT_CONFIGURED' });
    await engines.make(job, { ...request(), widthPx: 3_072, heightPx: 4_096 });
    expect(engine.submitted.at(-1)).toMatchObject({ widthPx: 1_536, heightPx: 2_048 });
    expect(room([]).preferred('pose-transfer')).toBeNull();
    expect(engines.preferred('pose-transfer')).toMatchObject({ id: 'scripted', isAi: false });
    expect(engines.abilities()).toMatchObject([
      { kind: 'text-to-image' },
      { kind: 'pose-transfer', engineId: 'scripted', longestSidePx: 2_048 },
    ]);
  });
});

describe('a try that ended between submit and ticket', () => {
  const crashed = async () => {
    const made = aJob();
    const steps = new Error('killed');
    const dying = {
      ...made.job,
      step: (name: string) => void (name === 'intent.stored' && throwIt(steps)),
    };
    const engine = billed();
    await rejected(room([engine]).make(dying, request()));
    expect(engine.submitted).toHaveLength(0);
    return made;
  };

  test('is looked up, and what is found is followed', async () => {
    const { job } = await crashed();
    const engine = billed();
    engine.find = async () => ({ number: 77 });
    await room([engine]).make(job, request());
    expect([engine.submitted.length, engine.followed]).toEqual([0, [77]]);
  });

  test('is handed over when the engine is certain that it never came', async () => {
    const { job } = await crashed();
    const engine = billed();
    engine.find = async () => 'not-submitted';
    await room([engine]).make(job, request());
    expect(engine.submitted).toHaveLength(1);
  });

  test('is never handed over again where the engine cannot say', async () => {
    const { job } = await crashed();
    const engine = billed();
    const engines = room([engine]);
    const unclear = { code: 'ENGINE_SUBMIT_UNCLEAR', status: 422 };
    expect(await rejected(engines.make(job, request()))).toMatchObject(unclear);
    engine.find = async () => 'not-submitted';
    expect(await rejected(engines.make(job, request()))).toMatchObject(unclear);
    expect(engine.submitted).toHaveLength(0);
  });

  test('waits while the engine cannot be asked', async () => {
    const { job, ticket } = await crashed();
    const engine = billed();
    engine.find = () => Promise.reject(new EngineFault('unavailable', 'down'));
    const engines = room([engine]);
    expect(await rejected(engines.make(job, request()))).toMatchObject({ status: 503 });
    expect(ticket()).not.toBeNull();
  });

  test('the same holds for an answer that did not say', async () => {
    const engine = billed();
    const engines = room([engine]);
    engine.submit = () => Promise.reject(new EngineFault('ambiguous_submit', 'socket hang up'));
    expect(await rejected(engines.make(aJob().job, request()))).toMatchObject({
      code: 'ENGINE_SUBMIT_UNCLEAR',
      status: 422,
    });
    engine.find = async () => ({ number: 5 });
    await engines.make(aJob().job, request());
    expect(engine.followed).toEqual([5]);
    engine.find = async () => 'not-submitted';
    expect(await rejected(engines.make(aJob().job, request()))).toMatchObject({ status: 503 });
  });
});

function throwIt(error: Error): never {
  throw error;
}
