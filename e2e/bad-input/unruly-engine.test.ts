// Engines that break their promises, in a whole studio: the person pays nothing, and the next one is served.
import { afterAll, beforeAll, beforeEach, expect, setDefaultTimeout, test } from 'bun:test';
import { GenerateAnswer } from '@lumiku/apps/avatar-generator/contract';
import type { Engine, EnginePicture } from '@lumiku/engines/engine';
import { createTestStudio, type TestStudio } from '@lumiku/server/testing/studio';
import sharp from 'sharp';
import { filesUnder } from '../support/files-under.ts';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';

setDefaultTimeout(120_000);

type Follow = () => Promise<EnginePicture>;

const draw: Follow = async () => {
  const plain = sharp({ create: { width: 60, height: 80, channels: 3, background: '#ccc' } });
  const bytes = new Uint8Array(await plain.png().toBuffer());
  const source = 'algorithmicMedia';
  const size = { widthPx: 60, heightPx: 80 };
  return { kind: 'picture', bytes, source, mediaType: 'image/png', ...size, seed: 1 };
};
let deafened = 0;
/** Never ends, whatever it is told. */
const deaf: Follow = () => {
  deafened += 1;
  return new Promise(() => {});
};

let follow: Follow = draw;
const engine: Engine = {
  id: 'unruly',
  title: 'Unruly engine',
  capabilities: [
    {
      ...{ kind: 'pose-transfer', longestSidePx: 2048, isAi: false, takesSeed: true },
      ...{ reportsProgress: false, sendsPreviews: false, cancels: false, costUsd: 0, models: [] },
    },
  ],
  submit: async () => ({ work: crypto.randomUUID() }),
  follow: () => follow(),
  cancel: async () => undefined,
  close: async () => undefined,
};

let studio: TestStudio;
let photo: File;
let people = 0;
beforeAll(async () => {
  photo = await portrait();
  studio = await createTestStudio({
    environment: { LUMIKU_VISION: 'off', LUMIKU_WORKER_CONCURRENCY: '2' },
    overrides: { engines: [engine] },
  });
});
afterAll(() => studio?.stop());
beforeEach(() => {
  follow = draw;
});

async function newPerson(): Promise<{ client: StudioClient; start(): Promise<string> }> {
  people += 1;
  const client = await StudioClient.signUp(studio.url, `person${people}`);
  const poseTemplateId = await client.anyPose();
  return {
    client,
    start: async () => {
      const answer = await client.generate({ image: photo, poseTemplateId });
      expect(answer.status).toBe(201);
      return GenerateAnswer.parse(await answer.json()).data.id;
    },
  };
}

const isMaking = async (client: StudioClient) =>
  eventually(
    () => client.generations(),
    ([newest]) => newest?.status === 'processing',
    60_000,
  );
const WHOLE = { balance: 100, held: 0, available: 100 };

test('an engine that throws by mistake every time fails the picture with a plain sentence, for nothing', async () => {
  follow = () => Promise.reject(new TypeError('undefined is not a function'));
  const { client, start } = await newPerson();
  await start();
  const [made] = await client.ended(1);
  expect(made).toMatchObject({ status: 'failed', creditUsed: 0 });
  expect(made?.errorMessage).toContain('Nothing was charged');
  expect(made?.errorMessage).not.toContain('undefined');
  expect(await client.credits()).toEqual(WHOLE);
  const second = await newPerson();
  follow = draw;
  await second.start();
  expect((await second.client.ended(1))[0]).toMatchObject({ status: 'completed' });
});

test('what an engine that hears nothing is making can be deleted: credits back, no file left, nobody held up', async () => {
  follow = deaf;
  const { client, start } = await newPerson();
  const id = await start();
  const [making] = await isMaking(client);
  const path = `/api/apps/avatar-generator/generations/${id}`;
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => client.request(path, { method: 'DELETE' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect(await client.credits()).toEqual(WHOLE);
  expect((await client.request(path)).status).toBe(404);
  const folder = `${studio.dataDir}/uploads/avatar-generator/${making?.userId}`;
  await eventually(
    async () => filesUnder(folder),
    (files) => files.length === 0,
  );
  follow = draw;
  const second = await newPerson();
  await second.start();
  expect((await second.client.ended(1))[0]).toMatchObject({ status: 'completed' });
});

test('as many deaf pictures as there are workers, cancelled, leave the workers free', async () => {
  follow = deaf;
  const { client, start } = await newPerson();
  deafened = 0;
  const ids = [await start(), await start()];
  await eventually(
    async () => deafened,
    (count) => count === 2,
    60_000,
  );
  follow = draw;
  const waiting = await newPerson();
  await waiting.start();
  for (const id of ids) {
    const path = `/api/apps/avatar-generator/generations/${id}/cancel`;
    expect((await client.request(path, { method: 'POST' })).status).toBe(200);
  }
  expect((await waiting.client.ended(1))[0]).toMatchObject({ status: 'completed' });
  expect(await client.credits()).toEqual(WHOLE);
});

test('a picture that is none is never delivered or paid', async () => {
  follow = async () => ({
    ...(await draw()),
    bytes: new TextEncoder().encode('<html>busy</html>'),
  });
  const { client, start } = await newPerson();
  await start();
  expect((await client.ended(1))[0]).toMatchObject({ status: 'failed', outputImageUrl: null });
  expect(await client.credits()).toEqual(WHOLE);
});
