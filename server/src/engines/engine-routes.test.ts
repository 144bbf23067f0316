import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { EngineAttempt, EngineCheckReport, EngineReport } from '@lumiku/contract';
import { z } from 'zod';
import { createScriptedEngine, fail } from '../registry/testing/scripted-engine.ts';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';
import { until } from '../testing/until.ts';

setDefaultTimeout(60_000);
const engine = createScriptedEngine({ id: 'scripted', costUsd: 0.02 });
let studio: TestStudio;
let owner: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  studio = await createTestStudio({
    environment: { LUMIKU_VISION: 'off' },
    overrides: { engines: [engine] },
  });
  owner = await studio.signUp();
  other = await studio.signUp();
});
afterAll(() => studio?.stop());

const Check = z.object({ data: EngineCheckReport });

async function check(): Promise<EngineCheckReport> {
  const path = '/api/admin/engines/scripted/check';
  const started = await owner.fetch(path, { method: 'POST' });
  expect(started.status).toBe(202);
  const { id } = Check.parse(await started.json()).data;
  let now: EngineCheckReport | undefined;
  await until(async () => {
    const answer = await owner.fetch(`/api/admin/engines/checks/${id}`);
    now = Check.parse(await answer.json()).data;
    return now.state !== 'running';
  });
  if (!now) throw new Error('the check is gone');
  return now;
}

test('a check makes a real picture, which the admin sees with its time and cost', async () => {
  const passed = await check();
  expect(passed).toMatchObject({ state: 'passed', costUsd: 0.02 });
  expect(passed.steps).toMatchObject([{ name: 'picture', isFine: true }]);
  const picture = await owner.fetch(passed.pictureUrl ?? 'missing');
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
});

test('a check that fails says what is wrong and how to mend it', async () => {
  engine.play(fail('payment', 'no credit left'));
  const failed = await check();
  expect(failed.state).toBe('failed');
  expect(failed.steps[0]).toMatchObject({
    ...{
      isFine: false,
      words: { en: expect.stringContaining('no credit left'), id: expect.any(String) },
    },
    fix: { en: 'Put money on the account of the service.', id: expect.any(String) },
  });
});

test('the report tells health, cost, the last trouble and what is not set up; the attempts stand beside it', async () => {
  const answer = await owner.fetch('/api/admin/engines');
  const { data } = z.object({ data: z.array(EngineReport) }).parse(await answer.json());
  expect(data[0]).toMatchObject({
    ...{ id: 'scripted', week: { made: 1, failed: 1, costUsd: expect.any(Number) } },
    ...{ health: { state: 'resting', why: 'payment' }, lastFault: { kind: 'payment' } },
    lastCheck: { state: 'failed' },
  });
  expect(data.find(({ id }) => id === 'replicate')).toMatchObject({ health: null });
  const failed = await owner.fetch('/api/admin/engines/attempts?outcome=failed');
  const attempts = z.object({ data: z.array(EngineAttempt) }).parse(await failed.json()).data;
  expect(attempts).toMatchObject([{ engineId: 'scripted', outcome: 'payment', jobId: null }]);
});

test('nobody but an admin sees engines; what is not there looks so', async () => {
  const statuses = await Promise.all([
    fetch(`${studio.url}/api/admin/engines`),
    other.fetch('/api/admin/engines'),
    other.fetch('/api/admin/engines/scripted/check', { method: 'POST' }),
    owner.fetch('/api/admin/engines/warp/check', { method: 'POST' }),
    owner.fetch(`/api/admin/engines/checks/${crypto.randomUUID()}`),
    owner.fetch('/api/admin/engines/attempts?limit=0'),
    fetch(`${studio.url}/api/jobs/${crypto.randomUUID()}/preview`),
    other.fetch(`/api/jobs/${crypto.randomUUID()}/preview`),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403, 404, 404, 400, 401, 404]);
});
