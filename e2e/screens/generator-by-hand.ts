// Every screen of the generator in every size, theme and language: batches however they end, clips, face swaps, links,
// the history and what is said when something is missing. Every dialog is opened, used and closed by keyboard and judged
// by axe. Minutes, so it is run when these screens change: bun test ./e2e/screens/generator-by-hand.ts
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import { BatchWithItems, Generation } from '@lumiku/apps/avatar-generator/contract';
import { CONSENT_VERSION } from '@lumiku/contract';
import { samplePhotos } from '@lumiku/vision/testing';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { z } from 'zod';
import { shoot } from '../support/browser.ts';
import { finishedGeneration } from '../support/finished-generation.ts';
import { FAILS_ONCE, PAINTED_WRONG, REFUSED } from '../support/moods.ts';
import { emptyRoom, type PickedFile, picked, portrait } from '../support/sample-photo.ts';
import { walkedStudio } from '../support/walked-studio.ts';
import { EVERY_WAY, type Walker } from '../support/walker.ts';

setDefaultTimeout(300_000);

const GENERATOR = '/api/apps/avatar-generator';
const One = z.object({ data: Generation });
const Many = z.object({ data: BatchWithItems });
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const studio = walkedStudio(
  {
    entry: join(import.meta.dir, '../support/moody-studio.ts'),
    env: { LUMIKU_WELCOME_CREDITS: '1000', LUMIKU_WORKER_CONCURRENCY: '1' },
  },
  'owner',
);
let photo: PickedFile;

beforeAll(async () => {
  photo = await picked(await portrait());
});

describe.each(EVERY_WAY)('on a $size, in "$language"', (way) => {
  const isPhone = way.size === 'phone';
  let walker: Walker;
  let picture: string;

  /** Opens or starts something of the generator over the API, and waits for its end where it has one. */
  const finished = async (path: string, body: Parameters<Walker['ask']>[3]) => {
    const { id } = (await walker.ask(One, 'POST', `${GENERATOR}${path}`, body ?? {})).data;
    await finishedGeneration(walker, id);
    return id;
  };
  const generate = (poseTemplateId: string) =>
    finished('/generate', {
      multipart: { image: photo, poseTemplateId, consent: String(CONSENT_VERSION) },
    });
  const batch = async (poses: readonly string[], quality = 'sd') => {
    const poseTemplateIds = JSON.stringify(poses);
    const multipart = { image: photo, poseTemplateIds, quality, consent: String(CONSENT_VERSION) };
    return (await walker.ask(Many, 'POST', `${GENERATOR}/batches`, { multipart })).data.id;
  };

  /** On a phone the three columns are three steps. */
  const step = (number: 1 | 2 | 3) =>
    walker.page
      .getByRole('navigation', { name: walker.t('Steps', 'Langkah') })
      .getByRole('button')
      .nth(number - 1);

  beforeAll(async () => {
    walker = await studio.enter(`sari-${way.size}-${way.language}`, way);
  });
  afterAll(() => walker?.leave());

  test('nothing made yet', async () => {
    const { t } = walker;
    await walker.open('/');
    await walker.seen(t('Apps', 'Aplikasi'));
    await walker.look('gen-home-new', 'whole');
    await walker.open('/history');
    await walker.seen(t('No pictures yet', 'Belum ada gambar'));
    await walker.look('gen-history-empty');
    await walker.press(t('Batches', 'Batch'));
    await walker.seen(t('No batches yet', 'Belum ada batch'));
    await walker.look('gen-batches-empty');
    await walker.open('/generate');
    await walker.look('gen-empty');
  });

  test('a photo: consent, crop, look, and where photos are', async () => {
    const { t, page } = walker;
    await walker.give(walker.button(t('Choose a file', 'Pilih berkas')), photo);
    await walker.button(t('I agree', 'Saya setuju')).waitFor();
    await walker.look('gen-consent');
    await page.keyboard.press('Shift+Tab');
    await walker.button(t('I agree', 'Saya setuju')).focus();
    await page.keyboard.press('Enter');
    await walker.gone();
    await walker.seen(t('One face, well lit', 'Satu wajah, cahaya baik'));
    await walker.look('gen-photo');
    await walker.byKeyboard(walker.button(t('Crop', 'Potong')), 'gen-crop', async () => {
      const closer = walker.sheet().getByRole('slider', { name: t('Closer', 'Dekatkan') });
      await closer.focus();
      for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowRight');
    });
    const look = walker.button(t('What we saw', 'Yang kami lihat'));
    await walker.byKeyboard(look, 'gen-look-person', async () => {
      await walker.sheet().getByRole('tab').first().focus();
      for (const tab of ['hair', 'face', 'clothes']) {
        await page.keyboard.press('ArrowRight');
        await walker.look(`gen-look-${tab}`);
      }
    });
    await walker.byKeyboard(walker.button(t('Your photos', 'Fotomu')), 'gen-photos');
    await walker.byKeyboard(walker.button(t('My avatars', 'Avatar saya')), 'gen-source-empty');
  });

  test('a pose found by photo and by sketch, and what is said where none can be', async () => {
    const { t, page } = walker;
    if (isPhone) await walker.press(t('Next: choose a pose', 'Berikutnya: pilih pose'));
    const ways = t('More ways to find', 'Cara lain mencari');
    const give = async (label: string, file: PickedFile) =>
      walker.give(walker.button(label, walker.sheet()), file);
    await walker.choose(ways, t('Search by photo', 'Cari dengan foto'));
    await walker.look('gen-pose-photo');
    const text = { name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('shoes') };
    await give(t('Choose a file', 'Pilih berkas'), text);
    await walker.sheet().getByRole('alert').waitFor();
    await walker.look('gen-pose-no-photo');
    await give(t('Choose a file', 'Pilih berkas'), await picked(await emptyRoom()));
    await walker.seen(t('Nobody was found in this photo', 'Tidak ada orang di foto ini'));
    await walker.look('gen-pose-nobody');
    await give(t('Another photo', 'Foto lain'), photo);
    await walker.seen(t('The legs are not in this photo', 'Kakinya tidak ada di foto ini'));
    const likes = walker
      .sheet()
      .getByRole('region', { name: t('Poses like it', 'Pose yang mirip') });
    await likes.getByRole('button').first().waitFor();
    await page.waitForLoadState('networkidle');
    await walker.look('gen-pose-seen');
    await page.keyboard.press('Escape');
    await walker.gone();
    await walker.choose(ways, t('Search by sketch', 'Cari dengan sketsa'));
    await likes.getByRole('button').first().waitFor();
    await page.waitForLoadState('networkidle');
    await walker.look('gen-pose-sketch');
    const first = likes.getByRole('button').first();
    const name = (await first.getAttribute('aria-label')) ?? '';
    await first.click();
    await walker.gone();
    await walker.seen(name);
    // The button that opened it has the focus back, and is not explained for that.
    expect(await page.getByRole('tooltip').count()).toBe(0);
    await walker.look('gen-pose-taken');
  });

  test('a pose, the options, a picture, and one that fails', async () => {
    const { t, page } = walker;
    await page.getByPlaceholder(t('Search', 'Cari')).fill(t('hand on hip', 'tangan di pinggang'));
    const pose = t('Contrapposto, hand on hip', 'Contrapposto, satu tangan di pinggang');
    await page.getByRole('button', { name: pose, exact: true }).click();
    await walker.look('gen-ready');
    if (isPhone) await walker.press(t('Quality, priority', 'Kualitas, prioritas'));
    await page.getByText(t('Scene', 'Adegan'), { exact: true }).first().click();
    await page.getByText(t('Backdrop', 'Latar')).first().scrollIntoViewIfNeeded();
    await walker.look('gen-scene', isPhone ? 'whole' : undefined);
    await walker.press(new RegExp(`^${t('Generate', 'Buat')} `));
    await walker.button(t('Cancel', 'Batalkan')).waitFor();
    await walker.look('gen-making');
    const download = walker.button(t('Download', 'Unduh'));
    await download.waitFor();
    await walker.look('gen-done');
    await walker.byKeyboard(download, 'gen-download');
    await walker.byKeyboard(walker.button(t('More', 'Lainnya'), page, true), 'gen-more');
    const { data: made } = await walker.ask(
      z.object({ data: z.array(Generation) }),
      'GET',
      `${GENERATOR}/generations?limit=1`,
    );
    picture = made[0]?.id ?? '';
    const failed = await generate(REFUSED[0] ?? '');
    await walker.open(`/generations/${failed}`);
    await walker.seen(t('The picture could not be made', 'Gambar tidak bisa dibuat'));
    await walker.look('gen-failed', 'whole');
  });

  test('a picture in detail, shared with a stranger and taken back', async () => {
    const { t, page } = walker;
    await walker.open(`/generations/${picture}`);
    await walker.look('gen-detail', 'whole');
    await walker.press(t('Show the pose over it', 'Tampilkan pose di atasnya'));
    await page.locator('main svg circle').filter({ visible: true }).first().waitFor();
    await walker.look('gen-detail-pose');
    await walker.press(t('Compare with the photo', 'Bandingkan dengan foto'));
    await walker.look('gen-detail-before');
    await walker.byKeyboard(walker.button(t('Download', 'Unduh')), 'gen-detail-download');
    let link = '';
    await walker.byKeyboard(walker.button(t('Share', 'Bagikan')), 'gen-share', async () => {
      await walker.button(t('Make the link', 'Buat tautan')).focus();
      await page.keyboard.press('Enter');
      link = await page.getByLabel(t('Link', 'Tautan'), { exact: true }).inputValue();
      await walker.look('gen-share-made');
    });
    await stranger(link, 'gen-shared');
    await walker.open('/account/links');
    await walker.look('gen-links', 'whole');
    const takeBack = walker.button(new RegExp(`^${t('Take back', 'Tarik')}`));
    await walker.byKeyboard(takeBack, 'gen-links-take-back');
    await takeBack.click();
    await walker.press(t('Take back', 'Tarik'), walker.sheet());
    await walker.seen(t('No shared links', 'Tidak ada tautan bersama'));
    await stranger(link, 'gen-shared-over');
  });

  const stranger = async (link: string, name: string) => {
    const context = await studio.browser.newContext({
      locale: way.language === 'id' ? 'id-ID' : 'en-US',
      viewport: walker.page.viewportSize(),
      isMobile: isPhone,
    });
    const shown = await context.newPage();
    await shown.goto(link);
    await shown.waitForLoadState('networkidle');
    walker.faults.push(...(await shoot(shown, `${name}-${way.size}-${way.language}`)));
    await context.close();
  };

  test('a clip that plays, and a link to it', async () => {
    const { t, page } = walker;
    await walker.open(`/generations/${picture}`);
    await walker.byKeyboard(walker.button(new RegExp(`^${t('Clip', 'Klip')}`)), 'gen-clip-dialog');
    const clip = await finished('/clips', {
      data: { generationId: picture, move: 'wave', seconds: 2 },
    });
    await walker.open(`/generations/${clip}`);
    await page.locator('video, img[src*=clip]').first().waitFor();
    await walker.look('gen-clip', 'whole');
    await walker.byKeyboard(walker.button(t('Download', 'Unduh')), 'gen-clip-download');
    const Link = z.object({ data: z.object({ path: z.string() }) });
    const { data: made } = await walker.ask(
      Link,
      'POST',
      `${GENERATOR}/generations/${clip}/share`,
      { data: {} },
    );
    await stranger(`${studio.url}${made.path}`, 'gen-clip-shared');
    await walker.open('/history');
    await walker.look('gen-history-clip');
  });

  test('a face swap: asked for, refused in words, and made', async () => {
    const { t } = walker;
    await walker.open(`/generations/${picture}`);
    const swap = walker.button(new RegExp(`^${t('Face swap', 'Tukar wajah')}`));
    await walker.byKeyboard(swap, 'gen-swap-empty', async () => {
      await walker.give(walker.button(t('Choose a file', 'Pilih berkas'), walker.sheet()), photo);
      await walker.button(t('Another face', 'Wajah lain')).waitFor();
      await walker.look('gen-swap-chosen');
    });
    const image = photo;
    const refused = await finished('/face-swaps', { multipart: { image, generationId: picture } });
    await walker.open(`/generations/${refused}`);
    await walker.look('gen-swap-refused', 'whole');
    const darker = await sharp(samplePhotos().astronaut).modulate({ brightness: 0.8 }).toBuffer();
    const face = { ...photo, buffer: darker };
    const made = await finished('/face-swaps', { multipart: { image: face, target: photo } });
    await walker.open(`/generations/${made}`);
    await walker.seen(t('Composed from two photos', 'Disusun dari dua foto'));
    await walker.look('gen-swapped', 'whole');
  });

  test('a picture below the bar, given back', async () => {
    const { t } = walker;
    const wrong = await generate(PAINTED_WRONG);
    await walker.open(`/generations/${wrong}`);
    await walker.look('gen-below-the-bar', 'whole');
    await walker.press(t('Not right?', 'Kurang pas?'));
    await walker.seen(t('You gave this picture back', 'Gambar ini kamu kembalikan'));
    await walker.look('gen-given-back', 'whole');
  });

  test('batches: composed, running, cancelled, in part, whole, and with nothing delivered', async () => {
    const { t, page } = walker;
    await walker.open('/generate');
    if (isPhone) await step(2).click();
    await page.getByText('Batch', { exact: true }).filter({ visible: true }).first().click();
    await walker.look('gen-batch-poses');
    // The pose of the last picture is in it already.
    const pose = t('Catwalk, hand on hip', 'Catwalk, tangan di pinggang');
    await page.getByPlaceholder(t('Search', 'Cari')).fill(pose);
    await page.getByRole('button', { name: pose, exact: true }).click();
    if (isPhone) await walker.press(t('Next: 2 poses', 'Berikutnya: 2 pose'));
    await walker.look('gen-batch-compose', isPhone ? 'whole' : undefined);

    const Poses = z.object({ data: z.array(z.object({ id: z.string() })) });
    const { data: poses } = await walker.ask(Poses, 'GET', '/api/poses?limit=24&category=seated');
    const long = await batch(
      poses.map(({ id }) => id),
      'hd',
    );
    await walker.open(`/batches/${long}`);
    await walker.seen(/^[1-9]\d* (of|dari) 24/);
    await walker.look('gen-batch-running');
    await walker.byKeyboard(walker.button(t('More', 'Lainnya'), page, true), 'gen-batch-more');
    await walker.open('/history');
    await walker.look('gen-history-making');
    await walker.press(t('Batches', 'Batch'));
    await walker.look('gen-batches-running');
    await walker.open(`/batches/${long}`);
    await walker.press(t('Cancel the rest', 'Batalkan sisanya'));
    await walker.button(t('Again', 'Ulangi')).waitFor();
    await page.getByText(t('Cancel the rest', 'Batalkan sisanya')).waitFor({ state: 'detached' });
    await walker.look('gen-batch-cancelled', 'whole');

    const part = await batch([FAILS_ONCE, ...poses.slice(0, 3).map(({ id }) => id)]);
    await walker.open(`/batches/${part}`);
    await walker.seen(t('Finished in part', 'Selesai sebagian'));
    await walker.look('gen-batch-part', 'whole');
    await walker.press(t('Again', 'Ulangi'));
    await walker.seen(t('4 of 4 ready', '4 dari 4 jadi'));
    await walker.look('gen-batch-whole', 'whole');

    const none = await batch(REFUSED);
    await walker.open(`/batches/${none}`);
    await walker.button(t('Again', 'Ulangi')).waitFor();
    await walker.seen(t('0 of 2 ready', '0 dari 2 jadi'));
    await walker.look('gen-batch-none', 'whole');
  });

  test('the history: chosen by keyboard, downloaded at once, deleted and taken back', async () => {
    const { t, page } = walker;
    await walker.open('/history');
    await walker.look('gen-history', 'whole');
    await page.locator('[data-tile] a').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await walker.seen('3');
    await walker.look('gen-history-chosen');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      walker.press(t('Download', 'Unduh')),
    ]);
    const zip = unzipSync(new Uint8Array(await Bun.file(await download.path()).arrayBuffer()));
    expect(Object.keys(zip).length).toBeGreaterThan(1);
    await page.locator('[data-tile] a').nth(2).focus();
    await page.keyboard.press('Delete');
    await walker.button(t('Undo', 'Urungkan')).waitFor();
    await walker.look('gen-history-deleted');
    await walker.press(t('Undo', 'Urungkan'));
    await walker.press(t('Failed', 'Gagal'));
    await walker.button(t('Try again', 'Coba lagi')).waitFor();
    await walker.look('gen-history-failed', 'whole');
    await walker.press(t('Batches', 'Batch'));
    await walker.seen(t('Finished in part', 'Selesai sebagian'));
    await walker.look('gen-batches', 'whole');
    await walker.open('/');
    await walker.look('gen-home', 'whole');
    await walker.open('/credits');
    await walker.look('gen-credits', 'whole');
  });

  test('what is not there, what is away, and what is too dear', async () => {
    const { t, page } = walker;
    for (const [path, name] of [
      ['/nowhere', 'page'],
      [`/generations/${NOWHERE}`, 'picture'],
      [`/batches/${NOWHERE}`, 'batch'],
      [`/create/${NOWHERE}`, 'album'],
      [`/create/avatars/${NOWHERE}`, 'avatar'],
    ] as const) {
      await walker.open(path);
      await page
        .locator('main')
        .getByRole('link')
        .or(page.locator('main button'))
        .first()
        .waitFor();
      await walker.look(`gen-missing-${name}`);
    }
    const away = { code: 'STORAGE_UNAVAILABLE', message: 'Away.', requestId: 'seen-by-hand' };
    await page.route('**/avatar-generator/generations?*', (route) =>
      route.fulfill({ status: 503, json: { error: away } }),
    );
    await walker.open('/history');
    await walker.button(t('Try again', 'Coba lagi')).waitFor();
    await walker.look('gen-history-away');
    await page.unroute('**/avatar-generator/generations?*');
    await page.route('**/api/credits', (route) =>
      route.fulfill({ json: { data: { balance: 2, held: 0, available: 2 } } }),
    );
    await walker.open('/generate');
    if (isPhone) await step(3).click();
    await walker.seen(t('See your credits', 'Lihat kreditmu'));
    await walker.look('gen-too-dear');
  });
});
