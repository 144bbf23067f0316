import { afterAll, beforeAll, expect, test } from 'bun:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createTestStudio, type TestPerson, type TestStudio } from './testing/test-studio.ts';
import { until } from './testing/until.ts';

let studio: TestStudio;
let owner: TestPerson;
beforeAll(async () => {
  studio = await createTestStudio({ environment: { LUMIKU_VISION: 'off' } });
  owner = await studio.signUp();
}, 120_000);
afterAll(() => studio.stop(), 60_000);

/** A small real picture: the built-in icon of the control image of a pose. */
async function photo(): Promise<File> {
  const answer = await owner.fetch('/api/poses?limit=1');
  const { data } = await answer.json();
  const picture = await owner.fetch(data[0].controlUrl);
  return new File([await picture.arrayBuffer()], 'me.png', { type: 'image/png' });
}

test('a whole studio is ready: database, tables, queue and storage', async () => {
  const answer = await fetch(`${studio.url}/health/ready`);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    checks: {
      database: { ok: true },
      tables: { ok: true },
      queue: { ok: true },
      storage: { ok: true },
    },
  });
}, 60_000);

test('a photo becomes a picture that is paid for, served to its owner and to nobody else', async () => {
  const { data: poses } = await (await owner.fetch('/api/poses?limit=1')).json();
  const form = new FormData();
  form.set('image', await photo());
  form.set('poseTemplateId', poses[0].id);
  const accepted = await owner.fetch('/api/apps/avatar-generator/generate', {
    method: 'POST',
    body: form,
  });
  expect(accepted.status).toBe(201);
  const { data: made } = await accepted.json();
  let latest = made;
  await until(async () => {
    const answer = await owner.fetch(`/api/apps/avatar-generator/generations/${made.id}`);
    latest = (await answer.json()).data;
    return ['completed', 'failed'].includes(latest.status);
  }, 100_000);
  expect(latest).toMatchObject({ status: 'completed', errorMessage: null });
  const picture = await owner.fetch(latest.outputImageUrl);
  expect(picture.headers.get('content-type')).toBe('image/png');
  const credits = await (await owner.fetch('/api/credits')).json();
  expect(credits).toEqual({ data: { balance: 95, held: 0, available: 95 } });
  const stranger = await studio.signUp();
  expect((await stranger.fetch(latest.outputImageUrl)).status).toBe(404);
}, 120_000);

test('the description of the whole API is valid OpenAPI 3.1', async () => {
  const document = await (await fetch(`${studio.url}/api/openapi.json`)).json();
  const result = await new Validator().validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(Object.keys(document.paths).length).toBeGreaterThan(30);
}, 60_000);
