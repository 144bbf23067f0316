// The generator at a shell: everything it offers is asked for with `curl`, and every answer is as the API says it is.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWithItems, Generation } from '@lumiku/apps/avatar-generator/contract';
import { CONSENT_VERSION, PICTURE_SIZES, ShareLink } from '@lumiku/contract';
import { samplePhotos } from '@lumiku/vision/testing';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { z } from 'zod';
import { Curl, sent } from '../support/curl.ts';
import { FAILS_ONCE, PAINTED_WRONG } from '../support/moods.ts';
import { portrait } from '../support/sample-photo.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(300_000);

const APP = '/api/apps/avatar-generator';
const One = z.object({ data: Generation });
const Many = z.object({ data: BatchWithItems });
const PICTURE = { start: `${APP}/generate`, read: `${APP}/generations` };
const BATCH = { start: `${APP}/batches`, read: `${APP}/batches` };
const AGREED = ['-F', `consent=${CONSENT_VERSION}`];

const data = temporaryDataDir();
const photo = join(data.path, 'me.jpg');
const darker = join(data.path, 'darker.jpg');
const IMAGE = ['-F', `image=@${photo}`];
let studio: StudioProcess;
let stranger: Curl;
let ayu: Curl;
/** A finished picture of hers. */
let picture: Generation;

const balance = async () =>
  (await ayu.ok(z.object({ data: z.object({ available: z.number() }) }), '/api/credits')).data
    .available;

beforeAll(async () => {
  writeFileSync(photo, Buffer.from(await (await portrait()).arrayBuffer()));
  await sharp(samplePhotos().astronaut).modulate({ brightness: 0.8 }).jpeg().toFile(darker);
  studio = await startStudio({
    dataDir: data.path,
    entry: join(import.meta.dir, '../support/moody-studio.ts'),
    env: { LUMIKU_WELCOME_CREDITS: '1000' },
  });
  stranger = await Curl.stranger(studio.url);
  ayu = (await stranger.signUp('ayu')).curl;
});
afterAll(async () => {
  await studio?.stop();
  data.remove();
});

test('a style is chosen from the list and paints the picture; one that is not there is refused', async () => {
  const Styles = z.object({ data: z.array(z.object({ id: z.string(), sampleUrl: z.string() })) });
  const { data: styles } = await ayu.ok(Styles, `${APP}/styles`);
  expect(styles.map(({ id }) => id)).toContain('anime');
  expect(styles.length).toBeGreaterThanOrEqual(8);
  const sample = await ayu.call(styles[0]?.sampleUrl ?? '');
  expect([sample.status, sample.headers.get('content-type')]).toEqual([200, 'image/webp']);
  const wanted = [...IMAGE, ...AGREED, '-F', 'poseTemplateId=contrapposto-hand-on-hip'];
  picture = await ayu.finished(One, PICTURE, ...wanted, '-F', 'stylePreset=anime');
  expect(picture).toMatchObject({ status: 'completed', stylePreset: 'anime', creditUsed: 5 });
  const wrong = await ayu.call(PICTURE.start, ...wanted, '-F', 'stylePreset=oil');
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('There is no such style. There are: realistic,');
});

test('HD has twice the pixels, for two credits more', async () => {
  const wanted = ['-F', 'poseTemplateId=catalogue-front', '-F', 'quality=hd'];
  const made = await ayu.finished(One, PICTURE, ...IMAGE, ...wanted);
  expect(made).toMatchObject({ status: 'completed', quality: 'hd', creditUsed: 7 });
  const file = await ayu.call(made.outputImageUrl ?? '');
  expect(await sharp(file.bytes).metadata()).toMatchObject({ format: 'png', width: 1536 });
});

test('a picture is downloaded in every format, and in every size of shops and networks', async () => {
  const original = picture.outputImageUrl ?? '';
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const answer = await ayu.call(`${original}?download=ayu&format=${format}`);
    expect([answer.status, (await sharp(answer.bytes).metadata()).format]).toEqual([200, format]);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  }
  const asked = PICTURE_SIZES.map(async ({ id, widthPx, heightPx }) => {
    const path = `${APP}/generations/${picture.id}/download?size=${id}&format=jpeg`;
    const { width, height } = await sharp((await ayu.call(path)).bytes).metadata();
    expect({ id, width, height }).toEqual({ id, width: widthPx, height: heightPx });
  });
  await Promise.all(asked);
  const wrong = await ayu.call(`${APP}/generations/${picture.id}/download?size=poster`);
  expect([wrong.status, wrong.text.includes('square')]).toEqual([400, true]);
});

test('a link is opened by anybody and counted, until it is taken back', async () => {
  const path = `${APP}/generations/${picture.id}/share`;
  const Link = z.object({ data: ShareLink });
  const made = (await ayu.ok(Link, path, ...sent({ expiresInDays: 7 }))).data;
  const page = await stranger.call(made.path);
  expect([page.status, page.text.includes('og:image')]).toEqual([200, true]);
  expect((await ayu.ok(Link, path)).data.views).toBe(1);
  expect((await ayu.call(path, '-X', 'DELETE')).status).toBe(200);
  expect((await stranger.call(made.path)).status).toBe(404);
  expect((await stranger.call(`${APP}/generations/${picture.id}`)).status).toBe(401);
});

test('a face goes onto another picture, and is refused in words and for nothing where it cannot', async () => {
  const before = await balance();
  const swap = { start: `${APP}/face-swaps`, read: PICTURE.read };
  const onto = ['-F', `image=@${darker}`, '-F', `target=@${photo}`];
  const made = await ayu.finished(One, swap, ...onto);
  expect(made).toMatchObject({ status: 'completed', kind: 'face-swap', creditUsed: 4 });
  const fromBehind = ['-F', 'poseTemplateId=back-view-hair-lift'];
  const back = await ayu.finished(One, PICTURE, ...IMAGE, ...fromBehind);
  const wrong = ['-F', `image=@${photo}`, '-F', `generationId=${back.id}`];
  const refused = await ayu.finished(One, swap, ...wrong);
  expect(refused).toMatchObject({ status: 'failed' });
  expect(refused.errorMessage).toContain('There is no face in the picture');
  expect(await balance()).toBe(before - 4 - back.creditUsed);
});

test('a picture moves as a clip with a poster', async () => {
  const clip = { start: `${APP}/clips`, read: PICTURE.read };
  const wanted = { generationId: picture.id, move: 'wave', seconds: 2 };
  const made = await ayu.finished(One, clip, ...sent(wanted));
  expect(made).toMatchObject({ status: 'completed', kind: 'clip', creditUsed: 12 });
  const film = await ayu.call(made.outputImageUrl ?? '');
  expect(film.headers.get('content-type')).toBe('video/mp4');
  const poster = await ayu.call(made.thumbnailUrl ?? '');
  expect(poster.headers.get('content-type')).toBe('image/webp');
});

test('a picture below the bar is given back for its whole price, once', async () => {
  const before = await balance();
  const wanted = [...IMAGE, '-F', `poseTemplateId=${PAINTED_WRONG}`];
  const { id } = await ayu.finished(One, PICTURE, ...wanted);
  const path = `${APP}/generations/${id}/reject`;
  expect((await ayu.call(path, '-X', 'POST')).status).toBe(200);
  expect(await balance()).toBe(before);
  await ayu.call(path, '-X', 'POST');
  expect(await balance()).toBe(before);
});

test('a batch is paid for what it delivered, tried again in its place, and comes home as ZIP and CSV', async () => {
  const before = await balance();
  const poses = ['-F', `poseTemplateIds=["${FAILS_ONCE}","catalogue-front"]`];
  const batch = await ayu.finished(Many, BATCH, ...IMAGE, ...poses, '-F', 'name=Lebaran');
  expect(batch).toMatchObject({ status: 'partial', counts: { completed: 1, failed: 1 } });
  expect(await balance()).toBe(before - 5);
  const failed = batch.items.find(({ status }) => status === 'failed');
  const retry = { start: `${APP}/generations/${failed?.id}/retry`, read: PICTURE.read };
  expect((await ayu.finished(One, retry, '-X', 'POST')).status).toBe('completed');
  const whole = (await ayu.ok(Many, `${BATCH.read}/${batch.id}`)).data;
  expect(whole).toMatchObject({ status: 'completed', credits: { captured: 10, held: 0 } });
  const zip = await ayu.call(`${BATCH.read}/${batch.id}/pictures.zip`);
  expect(zip.headers.has('content-length')).toBe(false);
  const names = Object.keys(unzipSync(zip.bytes));
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(2);
  expect(names).toContain('settings.csv');
  const csv = await ayu.call(`${BATCH.read}/${batch.id}/settings.csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.text.trim().split('\n')).toHaveLength(3);
});

test('fifty poses have one price and one hold; the rest is cancelled and given back', async () => {
  const Poses = z.object({ data: z.array(z.object({ id: z.string() })) });
  const { data: poses } = await ayu.ok(Poses, '/api/poses?limit=51');
  const named = (count: number) => [
    ...IMAGE,
    ...['-F', `poseTemplateIds=${JSON.stringify(poses.slice(0, count).map(({ id }) => id))}`],
  ];
  const tooMany = await ayu.call(BATCH.start, ...named(51));
  expect([tooMany.status, tooMany.text.includes('50')]).toEqual([400, true]);
  const before = await balance();
  const keyed = [...named(50), '-H', 'idempotency-key: fifty'];
  const { id, credits } = (await ayu.ok(Many, BATCH.start, ...keyed)).data;
  expect(credits).toEqual({ price: 250, captured: 0, held: 250, released: 0 });
  expect((await ayu.ok(Many, BATCH.start, ...keyed)).data.id).toBe(id);
  expect(await balance()).toBe(before - 250);
  const left = (await ayu.ok(Many, `${BATCH.read}/${id}/cancel`, '-X', 'POST')).data;
  expect(left.counts.completed + left.counts.cancelled).toBe(50);
  expect(await balance()).toBe(before - 5 * left.counts.completed);
  expect((await ayu.call(`${BATCH.read}/${id}`, '-X', 'DELETE')).status).toBe(200);
  expect((await ayu.call(`${BATCH.read}/${id}`)).status).toBe(404);
});
