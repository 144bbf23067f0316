import { describe, expect, test } from 'bun:test';
import type { JobTicket, MakePicture, RunningJob } from '@lumiku/app-kit';
import { JobStopped } from '../jobs/index.ts';
import { quietLog } from '../jobs/testing/quiet-log.ts';
import { NEUTRAL_LOOK } from '../photos/neutral-look.ts';
import {
  createScriptedEngine,
  drawAtOnce,
  fail,
  hang,
} from '../registry/testing/scripted-engine.ts';
import { createEngines } from './create-engines.ts';

const at = [0, 0, 0] as const;
const request = (longestPx = 1_024): MakePicture => ({
  kind: 'pose-transfer',
  photo: { bytes: new Uint8Array(), mediaType: 'image/jpeg' },
  look: NEUTRAL_LOOK,
  pose: {
    id: 'stand',
    solved: JSON.parse(JSON.stringify({ joints: { pelvis: at }, frames: {}, hands: {} })),
    yaw: 0,
    pitch: 0,
    framing: 'full',
  },
  stylePreset: 'realistic',
  widthPx: 768,
  heightPx: longestPx,
  seed: 1,
});

/** A job whose ticket lives in memory, as its row would keep it. */
function aJob(control = new AbortController()) {
  let stored: Awaited<ReturnType<JobTicket['load']>> = null;
  const steps: string[] = [];
  const job: RunningJob<unknown> = {
    ...{ id: 'j', userId: 'u', payload: {}, attempt: 1, priceCredits: 5 },
    signal: control.signal,
    progress: () => undefined,
    step: (name) => steps.push(name),
    ticket: {
      load: async () => stored,
      store: async (engineId, ticket) => {
        steps.push('stored');
        stored = { engineId, ticket };
      },
      clear: async () => {
        stored = null;
      },
    },
  };
  return { job, control, steps, ticket: () => stored };
}

describe('engines', () => {
  test('work is handed over once; its ticket is stored before anything else', async () => {
    const engine = createScriptedEngine();
    const engines = createEngines([engine], { log: quietLog });
    const { job, steps } = aJob();
    const picture = await engines.make(job, request());
    expect(picture).toMatchObject({ engineId: 'scripted', mediaType: 'image/png' });
    expect(steps).toEqual(['engine.submitted', 'stored']);
  });

  test('a job that has a ticket follows it and submits nothing', async () => {
    const engine = createScriptedEngine();
    const engines = createEngines([engine], { log: quietLog });
    const { job } = aJob();
    await job.ticket.store('scripted', { number: 9 });
    await engines.make(job, request());
    expect(engine.submitted).toHaveLength(0);
  });

  test('a ticket of an engine that is gone is given up and the work submitted anew', async () => {
    const engine = createScriptedEngine();
    const { job } = aJob();
    await job.ticket.store('sold', { number: 9 });
    await createEngines([engine], { log: quietLog }).make(job, request());
    expect(engine.submitted).toHaveLength(1);
  });

  test('a passing fault keeps the ticket; a lost result gives it up', async () => {
    const engine = createScriptedEngine();
    const engines = createEngines([engine], { log: quietLog });
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
    });
    expect(lost.ticket()).toBeNull();
  });

  test('cancelled work is cancelled at the engine; handed back work goes on there', async () => {
    const engine = createScriptedEngine();
    const engines = createEngines([engine], { log: quietLog });
    for (const [why, cancels] of [
      ['shutdown', 0],
      ['lease_lost', 0],
      ['ended', 1],
    ] as const) {
      engine.play(hang);
      const { job, control, ticket } = aJob();
      const making = engines.make(job, request());
      control.abort(new JobStopped(why));
      await expect(making).rejects.toMatchObject({ why });
      expect(engine.cancelled).toHaveLength(cancels);
      // Work that goes on must be found again; what is over need not be.
      expect(ticket() !== null).toBe(cancels === 0);
    }
  });

  test('a picture no engine can make is refused in plain words', async () => {
    const engine = createScriptedEngine();
    const { job } = aJob();
    const engines = createEngines([engine], { log: quietLog });
    await expect(engines.make(job, request(4_096))).rejects.toMatchObject({
      code: 'ENGINE_NOT_CONFIGURED',
    });
    expect(createEngines([], { log: quietLog }).preferred('pose-transfer')).toBeNull();
    engine.play(drawAtOnce);
    expect(engines.preferred('pose-transfer')).toMatchObject({ id: 'scripted', isAi: false });
  });
});
