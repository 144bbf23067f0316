// What goes beyond one picture, by hand in real Chromium: a batch on a phone in Indonesian; on a desk a clip, a face
// swap, a shared link, a picture given back, and what the page says when requests are used up.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import { Generation } from '@lumiku/apps/avatar-generator/contract';
import { CONSENT_VERSION } from '@lumiku/contract';
import { samplePhotos } from '@lumiku/vision/testing';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { accessibilityFaults } from '../support/accessibility.ts';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { PAINTED_WRONG } from '../support/moods.ts';
import { type PickedFile, picked, portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const GENERATOR = '/api/apps/avatar-generator';
const PASSWORD = 'sari likes long words';
const PRO_REQUESTS = 25;
const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;
let owner: StudioClient;
let photo: PickedFile;

beforeAll(async () => {
  photo = await picked(await portrait());
  studio = await startStudio({
    dataDir: data.path,
    entry: join(import.meta.dir, '../support/moody-studio.ts'),
    env: { LUMIKU_REQUESTS_PER_MINUTE_PRO: String(PRO_REQUESTS) },
  });
  // The first account is the admin's.
  owner = await StudioClient.signUp(studio.url, 'owner');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

interface Person {
  page: Page;
  id: string;
  errors: string[];
  /** What axe finds, and what a picture of it is left under. */
  look(name: string): Promise<void>;
  faults: string[];
}

async function newPerson(
  name: string,
  size: 'desk' | 'phone',
  language: 'en' | 'id',
): Promise<Person> {
  const device = await openDevice(browser, studio.url, size);
  device.setDefaultTimeout(90_000);
  const page = await device.newPage();
  const errors = listenForErrors(page);
  const headers = { origin: studio.url };
  const account = { name, email: `${name}@example.com`, password: PASSWORD };
  const made = await page.request.post('/api/auth/sign-up/email', { data: account, headers });
  const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(await made.json());
  await page.request.patch('/api/me', { data: { language }, headers });
  const faults: string[] = [];
  return {
    ...{ page, id: user.id, errors, faults },
    look: async (shown) => {
      faults.push(...(await shoot(page, `studio-${shown}-${size}`)));
    },
  };
}

const generationOf = async (page: Page, id: string) =>
  z
    .object({ data: Generation })
    .parse(await (await page.request.get(`${GENERATOR}/generations/${id}`)).json()).data;

/** A finished picture, asked for as the page does. */
async function finishedPicture(page: Page, poseTemplateId: string): Promise<string> {
  const multipart = { image: photo, poseTemplateId, consent: String(CONSENT_VERSION) };
  const headers = { origin: studio.url };
  const answer = await page.request.post(`${GENERATOR}/generate`, { multipart, headers });
  expect(answer.status()).toBe(201);
  const { id } = z.object({ data: Generation }).parse(await answer.json()).data;
  await eventually(
    () => generationOf(page, id),
    ({ status }) => status === 'completed',
  );
  return id;
}

async function choose(page: Page, button: string, file: typeof photo): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

describe('a batch on a phone', () => {
  let ayu: Person;
  beforeAll(async () => {
    ayu = await newPerson('ayu', 'phone', 'id');
  });
  afterAll(() => ayu?.page.context().close());

  test('is composed by tapping poses, and priced as a whole', async () => {
    const { page, look } = ayu;
    await page.goto('/generate');
    await choose(page, 'Pilih berkas', photo);
    await page.getByRole('button', { name: 'Saya setuju' }).waitFor();
    await look('consent');
    await page.getByRole('button', { name: 'Saya setuju' }).click();
    await page.getByText('Satu wajah, cahaya baik').waitFor();
    await page.getByRole('button', { name: 'Berikutnya: pilih pose' }).click();
    await page.getByText('Batch', { exact: true }).first().click();
    for (const [words, name] of [
      ['catwalk', 'Catwalk, tangan di pinggang'],
      ['saku depan', 'Tangan di saku depan'],
      ['pinggang', 'Contrapposto, satu tangan di pinggang'],
      ['katalog', 'Katalog tampak depan'],
    ] as const) {
      await page.getByPlaceholder(/^Cari/).fill(words);
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByRole('button', { name: 'Berikutnya: 4 pose' }).click();
    await look('compose');
    await page.getByRole('button', { name: 'Buat 4 gambar 20 kredit' }).click();
    await page.waitForURL(/\/batches\//);
  });

  test('delivers three, says why one failed, and takes only what was delivered', async () => {
    const { page, look } = ayu;
    await page.getByText('Selesai sebagian').waitFor();
    await page.getByText('Mesin menolak gambar ini karena aturan isinya.').waitFor();
    expect(await page.getByText('Tidak ada yang dibayar').count()).toBe(1);
    expect(await page.getByText('15 kredit').count()).toBe(1);
    await look('batch-partial');
  });

  test('has the failed one tried again in its place, and is whole then', async () => {
    const { page } = ayu;
    await page.getByRole('button', { name: /^Ulangi/ }).click();
    await page.getByText('Selesai', { exact: true }).waitFor();
    await page.getByText('4 dari 4 jadi').waitFor();
    expect(await page.getByRole('button', { name: /^Ulangi/ }).count()).toBe(0);
    const credits = await (await page.request.get('/api/credits')).json();
    expect(credits.data).toEqual({ balance: 80, held: 0, available: 80 });
  });

  test('comes home as one ZIP that opens', async () => {
    const { page } = ayu;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh ZIP' }).click(),
    ]);
    const files = unzipSync(new Uint8Array(await Bun.file(await download.path()).arrayBuffer()));
    const pictures = Object.keys(files).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(4);
    expect(await sharp(files[pictures[0] ?? '']).metadata()).toMatchObject({ width: 768 });
    expect(new TextDecoder().decode(files['settings.csv'])).toContain('catwalk-hand-on-hip');
  });

  test('says which photos are here and when they go', async () => {
    const { page } = ayu;
    await page.goto('/generate');
    await page.getByRole('button', { name: 'Fotomu' }).click();
    await page.getByText('1 fotomu ada di sini sekarang.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('axe finds nothing, and the page never complained', () => {
    expect([ayu.faults, ayu.errors]).toEqual([[], []]);
  });
});

describe('on a desk', () => {
  let sari: Person;
  let picture: string;
  beforeAll(async () => {
    sari = await newPerson('sari', 'desk', 'en');
    picture = await finishedPicture(sari.page, 'contrapposto-hand-on-hip');
  });
  afterAll(() => sari?.page.context().close());

  test('the pose lies over the picture, and the photo beside it', async () => {
    const { page } = sari;
    await page.goto(`/generations/${picture}`);
    await page.getByRole('button', { name: 'Show the pose over it' }).click();
    await page.locator('svg circle').first().waitFor();
    await page.getByRole('button', { name: 'Compare with the photo' }).click();
    await page.getByLabel('How much of the photo to show').press('ArrowLeft');
  });

  test('a picture becomes a clip with a poster and a player', async () => {
    const { page, look } = sari;
    await page.getByRole('button', { name: /^Clip/ }).click();
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await look('clip-dialog');
    await page.getByRole('button', { name: 'Make the clip 12 credits' }).click();
    const player = page.locator('video');
    await player.waitFor();
    expect(await player.getAttribute('poster')).toMatch(/\.webp$/);
    const seconds = await player.evaluate(
      (video: HTMLVideoElement) =>
        new Promise<number>((resolve) => {
          if (video.readyState >= 1) resolve(video.duration);
          else video.onloadedmetadata = () => resolve(video.duration);
        }),
    );
    expect(Math.round(seconds)).toBe(2);
  });

  test('a face swap that would look wrong is refused in words, for nothing', async () => {
    const { page, look } = sari;
    await page.goto(`/generations/${picture}`);
    await page.getByRole('button', { name: /^Face swap/ }).click();
    await choose(page, 'Choose a file', photo);
    await page.getByRole('button', { name: 'Another face' }).waitFor();
    await look('face-swap-dialog');
    await page.getByRole('button', { name: 'Swap the face 4 credits' }).click();
    await page.getByText('The picture could not be made').waitFor();
    await page.getByText(/did not look enough like.*Nothing was charged/).waitFor();
    await look('face-swap-refused');
  });

  test('a face goes onto another picture', async () => {
    const { page, look } = sari;
    const darker = sharp(samplePhotos().astronaut).modulate({ brightness: 0.8 }).jpeg();
    await page.goto(`/generations/${picture}`);
    await page.getByRole('button', { name: /^Face swap/ }).click();
    await choose(page, 'Choose a file', { ...photo, buffer: await darker.toBuffer() });
    await choose(page, 'Another picture', photo);
    await page.getByRole('button', { name: 'Swap the face 4 credits' }).click();
    await page.getByText('Composed from two photos').waitFor();
    await page.getByRole('img', { name: 'Your picture: Face swap' }).waitFor();
    await look('face-swapped');
  });

  test('a link shows the picture to a stranger until it is taken back', async () => {
    const { page, look } = sari;
    await page.goto(`/generations/${picture}`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    await look('share-dialog');
    const stranger = await browser.newContext({ locale: 'en-US' });
    const shown = await stranger.newPage();
    await shown.goto(link);
    await shown.getByRole('heading', { name: 'Contrapposto, hand on hip' }).waitFor();
    const preview = await shown.locator('meta[property="og:image"]').getAttribute('content');
    const answer = await stranger.request.get(preview ?? '');
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    expect(await stranger.cookies()).toEqual([]);
    expect(await shoot(shown, 'studio-shared')).toEqual([]);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('button', { name: 'Make the link' }).waitFor();
    await shown.reload();
    await shown.getByText('This link has ended').waitFor();
    expect((await stranger.request.get(preview ?? '')).status()).toBe(404);
    await stranger.close();
  });

  test('a picture below the bar says so and is given back for its whole price', async () => {
    const { page, look } = sari;
    const before = (await (await page.request.get('/api/credits')).json()).data.balance;
    const wrong = await finishedPicture(page, PAINTED_WRONG);
    await page.goto(`/generations/${wrong}`);
    await page.getByText(/still below the bar/).waitFor();
    await look('below-the-bar');
    await page.getByRole('button', { name: 'Not right? Get 5 back' }).click();
    await page.getByText('You gave this picture back').waitFor();
    expect((await (await page.request.get('/api/credits')).json()).data.balance).toBe(before);
  });

  test('axe finds nothing, and the page never complained', () => {
    expect([sari.faults, sari.errors]).toEqual([[], []]);
  });
});

test('requests used up: the page says which limit, counts down and keeps what it has', async () => {
  const nadia = await newPerson('nadia', 'desk', 'en');
  const { page } = nadia;
  await page.goto('/history');
  await page.getByText('No pictures yet').waitFor();
  const changed = await owner.request(`/api/admin/users/${nadia.id}/tier`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tier: 'pro' }),
  });
  expect(changed.status).toBe(200);
  await eventually(
    async () => (await page.request.get('/api/credits')).status(),
    (status) => status === 429,
  );
  await page.getByRole('button', { name: 'Failed', exact: true }).click();
  const said = page.getByText(`The tier "pro" may send ${PRO_REQUESTS} requests a minute`);
  await said.first().waitFor();
  const left = page.getByText(/goes on by itself in \d+/);
  const first = await left.textContent();
  await page.waitForFunction((before) => !document.body.textContent?.includes(before ?? ''), first);
  expect(await left.textContent()).toMatch(/in \d+/);
  expect(await shoot(page, 'studio-requests-used-up')).toEqual([]);
  await page.context().close();
});
