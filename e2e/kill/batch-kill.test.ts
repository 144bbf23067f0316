// A batch whose studio is killed in the middle, again and again: nothing twice, nothing lost, paid for what was delivered.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import { BatchWithItems } from '@lumiku/apps/avatar-generator/contract';
import { z } from 'zod';
import { filesUnder } from '../support/files-under.ts';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';
import { Will } from './will.ts';

setDefaultTimeout(240_000);
const MORTAL = join(import.meta.dir, 'mortal-studio.ts');
const BATCHES = '/api/apps/avatar-generator/batches';
const Answer = z.object({ data: BatchWithItems });
const PICTURES = 4;
const PRICE = 5;

const data = temporaryDataDir();
const will = new Will(data.path);
let photo: File;
beforeAll(async () => {
  photo = await portrait();
});
afterAll(() => data.remove());

const start = (): Promise<StudioProcess> =>
  startStudio({
    dataDir: data.path,
    entry: MORTAL,
    // One at a time, so that a death falls where it is meant to.
    env: { ...will.environment, LUMIKU_VISION: 'off', LUMIKU_WORKER_CONCURRENCY: '1' },
  });

async function send(client: StudioClient, poses: string[]): Promise<Response> {
  const form = new FormData();
  form.set('image', photo);
  form.set('poseTemplateIds', JSON.stringify(poses));
  const headers = { 'idempotency-key': 'the-batch' };
  return client.request(BATCHES, { method: 'POST', body: form, headers });
}

test('killed at two steps of its life, it ends once, and is paid for what was delivered', async () => {
  will.dieAt('job.settled');
  let studio = await start();
  const ayu = await StudioClient.signUp(studio.url);
  const answer = await ayu.request(`/api/poses?limit=${PICTURES}`);
  const poses = z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .parse(await answer.json())
    .data.map(({ id }) => id);
  await send(ayu, poses).catch(() => null);
  await studio.exited;
  // The next life goes on, and dies where a picture lies on the disk that no row names yet.
  will.dieAt('job.settling');
  studio = await start();
  await studio.exited;

  will.live();
  studio = await start();
  const client = ayu.at(studio.url);
  try {
    const again = await send(client, poses);
    expect(again.status).toBe(201);
    const { id } = Answer.parse(await again.json()).data;
    const batch = await eventually(
      async () => Answer.parse(await (await client.request(`${BATCHES}/${id}`)).json()).data,
      ({ status }) => status !== 'pending' && status !== 'processing',
      150_000,
    );
    expect(batch).toMatchObject({
      counts: { total: PICTURES, completed: PICTURES },
      status: 'completed',
      credits: { price: PICTURES * PRICE, captured: PICTURES * PRICE, held: 0, released: 0 },
    });
    expect((await client.generations()).length).toBe(PICTURES);
    const captures = (await client.ledger()).filter(({ kind }) => kind === 'capture');
    expect(captures.map(({ amount }) => amount)).toEqual(Array(PICTURES).fill(-PRICE));
    expect(new Set(captures.map(({ reference }) => reference)).size).toBe(PICTURES);
    expect(await client.credits()).toEqual({ balance: 80, held: 0, available: 80 });
    // Every picture that a row names lies on the disk.
    const files = filesUnder(join(data.path, 'uploads'));
    for (const { outputImageUrl, thumbnailUrl } of batch.items) {
      expect(files).toContain(outputImageUrl?.split('/').at(-1) ?? '');
      expect(files).toContain(thumbnailUrl?.split('/').at(-1) ?? '');
    }
    // Once for each picture; a second time at most where a death fell between the call and its stored ticket.
    const submits = will.steps().filter((step) => step === 'engine.submitted').length;
    expect(submits).toBeGreaterThanOrEqual(PICTURES);
    expect(submits).toBeLessThanOrEqual(PICTURES + 2);
  } finally {
    await studio.stop();
  }
});
