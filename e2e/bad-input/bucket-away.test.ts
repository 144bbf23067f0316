// The bucket with all pictures goes away under a working studio and comes back.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { startS3Server } from '@lumiku/server/testing/s3';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(120_000);

const bucket = startS3Server();
const data = temporaryDataDir();
const photo = await portrait();
let studio: StudioProcess;
let ayu: StudioClient;
let pose: string;

beforeAll(async () => {
  const env = { ...bucket.environment('lumiku'), LUMIKU_VISION: 'off' };
  studio = await startStudio({ dataDir: data.path, env });
  await StudioClient.signUp(studio.url, 'owner');
  ayu = await StudioClient.signUp(studio.url);
  pose = await ayu.anyPose();
});
afterAll(async () => {
  await studio?.stop();
  await bucket.stop();
  data.remove();
});

const generate = () => ayu.generate({ image: photo, poseTemplateId: pose });
const statusOf = async (path: string) => (await fetch(`${studio.url}${path}`)).status;
const leave = () =>
  ayu.request('/api/me', {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'ayu likes long words' }),
  });

test('everything a person makes lies in the bucket, and is served from there to them alone', async () => {
  expect(studio.output()).toContain('because STORAGE_URL is set');
  expect(studio.output()).not.toContain(bucket.key.secretAccessKey);
  expect((await generate()).status).toBe(201);
  const [made] = await ayu.ended(1);
  expect(made?.status).toBe('completed');
  expect(bucket.keys()).toHaveLength(3);
  const url = made?.outputImageUrl ?? '';
  const part = await ayu.request(url, { headers: { range: 'bytes=0-99' } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);
  expect(await statusOf(url)).toBe(401);
  const budi = await StudioClient.signUp(studio.url, 'budi');
  expect((await budi.request(url)).status).toBe(404);
});

test('while it is away pictures are refused in plain words: nothing held, nothing half-deleted', async () => {
  await bucket.goAway();
  const [[made], answer] = [await ayu.ended(1), await generate()];
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await ayu.fault(answer)).toMatchObject({ code: 'STORAGE_AWAY' });
  expect((await ayu.request(made?.outputImageUrl ?? '')).status).toBe(503);
  expect((await leave()).status).toBe(503);
  expect(await ayu.credits()).toEqual({ balance: 95, held: 0, available: 95 });
  expect(await ayu.generations()).toHaveLength(1);
  expect([await statusOf('/health'), await statusOf('/health/ready')]).toEqual([200, 503]);
});

test('work that was under way goes on when it is back, and is paid once', async () => {
  bucket.comeBack();
  expect(await statusOf('/health/ready')).toBe(200);
  expect((await generate()).status).toBe(201);
  // Accepted with its photo; its picture finds no place.
  bucket.trouble('full');
  await eventually(
    () => ayu.generations(),
    ([newest]) => newest?.status !== 'pending',
  );
  bucket.trouble(null);
  const made = await ayu.ended(2);
  expect(made.map(({ status }) => status)).toEqual(['completed', 'completed']);
  expect(await ayu.credits()).toEqual({ balance: 90, held: 0, available: 90 });
});

test('an account that is deleted leaves nothing in the bucket', async () => {
  expect((await leave()).status).toBe(200);
  expect(bucket.keys()).toEqual([]);
});
