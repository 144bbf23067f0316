// A batch of fifty from the first tap to the last picture, on a phone and on a desk at once, beside people who want
// something too. As long as fifty pictures take, so it is run when batches or turns change:
// bun test ./e2e/screens/fifty-by-hand.ts
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import { BatchWithItems, Generation } from '@lumiku/apps/avatar-generator/contract';
import { CONSENT_VERSION } from '@lumiku/contract';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { FAILS_ONCE } from '../support/moods.ts';
import { type PickedFile, picked, portrait } from '../support/sample-photo.ts';
import { eventually } from '../support/studio-client.ts';
import { walkedStudio } from '../support/walked-studio.ts';
import type { Walker } from '../support/walker.ts';

const ALL_OF_IT_MS = 1_500_000;
setDefaultTimeout(ALL_OF_IT_MS);

const POSES = 50;
const GENERATOR = '/api/apps/avatar-generator';
const One = z.object({ data: Generation });
const Many = z.object({ data: BatchWithItems });
const studio = walkedStudio(
  {
    entry: join(import.meta.dir, '../support/moody-studio.ts'),
    env: { LUMIKU_WELCOME_CREDITS: '1000', LUMIKU_WORKER_CONCURRENCY: '1' },
  },
  null,
);
let photo: PickedFile;
let owner: Walker;
/** Sari with her phone, and the same Sari at her desk. */
let phone: Walker;
let desk: Walker;
let batchId: string;
let beside: Generation[];

const batchOf = async (walker: Walker, id: string) =>
  (await walker.ask(Many, 'GET', `${GENERATOR}/batches/${id}`)).data;
const ask = async (walker: Walker, priority: boolean) => {
  const multipart = {
    ...{ image: photo, poseTemplateId: 'contrapposto-hand-on-hip' },
    ...{ priority: String(priority), consent: String(CONSENT_VERSION) },
  };
  return (await walker.ask(One, 'POST', `${GENERATOR}/generate`, { multipart })).data;
};

beforeAll(async () => {
  photo = await picked(await portrait());
  owner = await studio.enter('owner', { size: 'desk', language: 'en' });
  phone = await studio.enter('sari', { size: 'phone', language: 'id' });
  desk = await studio.enter('sari', { size: 'desk', language: 'id' });
});
afterAll(async () => {
  await phone?.leave();
  await desk?.leave();
  await owner?.leave();
});

test('fifty poses are tapped on a phone, and there is no fifty-first', async () => {
  const { page } = phone;
  await phone.open('/generate');
  await phone.give(phone.button('Pilih berkas'), photo);
  await phone.press('Saya setuju');
  await phone.seen('Satu wajah, cahaya baik');
  await phone.press('Berikutnya: pilih pose');
  await page.getByText('Batch', { exact: true }).filter({ visible: true }).first().click();
  const search = page.getByPlaceholder('Cari');
  await search.fill('Catwalk, tangan di pinggang');
  await phone.button('Catwalk, tangan di pinggang', page, true).click();
  await search.fill('');
  for (let place = 0; place < POSES - 1; place += 1) {
    await page.locator(`[data-place="${place}"]`).getByRole('button').first().click();
  }
  await phone.button('Berikutnya: 50 pose').waitFor();
  await page.locator(`[data-place="${POSES}"]`).getByRole('button').first().click();
  await phone.seen('Satu batch maksimal 50 pose');
  await phone.look('fifty-tapped');
  await phone.press('Berikutnya: 50 pose');
  await phone.look('fifty-compose', 'whole');
  await phone.press('Buat 50 gambar 250 kredit');
  await page.waitForURL(/\/batches\//);
  batchId = page.url().split('/').at(-1) ?? '';
  await desk.open(`/batches/${batchId}`);
});

test('someone of tier pro who pays for priority is next, someone else waits two turns at most', async () => {
  const nadia = await studio.enter('nadia', { size: 'phone', language: 'en' });
  const rani = await studio.enter('rani', { size: 'desk', language: 'en' });
  const pro = { data: { tier: 'pro' } };
  await owner.ask(z.unknown(), 'PUT', `/api/admin/users/${rani.userId}/tier`, pro);
  await eventually(
    () => batchOf(phone, batchId),
    ({ counts }) => counts.completed >= 1 && counts.processing === 1,
    ALL_OF_IT_MS,
  );
  const [waits, first] = [await ask(nadia, false), await ask(rani, true)];
  await nadia.open(`/generations/${waits.id}`);
  await nadia.look('fifty-beside-waits');
  await rani.open(`/generations/${first.id}`);
  await rani.look('fifty-beside-first');
  expect(first.queuePosition).toBe(1);
  expect(waits.queuePosition).toBeLessThanOrEqual(2);
  beside = await Promise.all(
    [waits, first].map(({ id }) =>
      eventually(
        async () =>
          (await (id === first.id ? rani : nadia).ask(One, 'GET', `${GENERATOR}/generations/${id}`))
            .data,
        ({ status }) => status === 'completed',
        ALL_OF_IT_MS,
      ),
    ),
  );
  await nadia.leave();
  await rani.leave();
});

test('pictures come one by one on both screens, up to the end', async () => {
  await phone.seen(/^[1-9]\d* dari 50/);
  await phone.look('fifty-running');
  await desk.look('fifty-running');
  await eventually(
    () => batchOf(phone, batchId),
    ({ counts }) => counts.completed > POSES / 2,
    ALL_OF_IT_MS,
  );
  await phone.look('fifty-half', 'whole');
  await desk.look('fifty-half', 'whole');
  const over = await eventually(
    () => batchOf(phone, batchId),
    ({ counts }) => counts.pending + counts.processing === 0,
    ALL_OF_IT_MS,
  );
  expect(over).toMatchObject({ status: 'partial', counts: { completed: POSES - 1, failed: 1 } });
  await desk.seen('Selesai sebagian');
  await phone.seen('Selesai sebagian');
  await phone.look('fifty-part');
  await desk.look('fifty-part', 'whole');
  for (const { startedAt, createdAt, priority } of beside) {
    const between = over.items.filter(
      (item) => (item.startedAt ?? '') > createdAt && (item.startedAt ?? '') < (startedAt ?? ''),
    );
    expect(between.length).toBeLessThanOrEqual(priority ? 0 : 1);
  }
});

test('what failed is tried again in its place, and all come home as ZIP and CSV', async () => {
  await phone.press(/^Ulangi/);
  await phone.seen('50 dari 50 jadi');
  await desk.seen('50 dari 50 jadi');
  await phone.look('fifty-whole', 'whole');
  await desk.look('fifty-whole', 'whole');
  const read = async (walker: Walker, name: string) => {
    const [download] = await Promise.all([
      walker.page.waitForEvent('download'),
      walker.link(name).click(),
    ]);
    return new Uint8Array(await Bun.file(await download.path()).arrayBuffer());
  };
  for (const walker of [phone, desk]) {
    const names = Object.keys(unzipSync(await read(walker, 'Unduh ZIP')));
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(POSES);
    const csv = new TextDecoder().decode(await read(walker, 'Pengaturan CSV'));
    expect(csv.trim().split('\n')).toHaveLength(POSES + 1);
    expect(csv).toContain(FAILS_ONCE);
  }
  const whole = await batchOf(phone, batchId);
  expect(whole.credits).toMatchObject({ captured: POSES * 5, held: 0 });
});

test('of another fifty the rest is cancelled, and paid is what was delivered', async () => {
  const { items } = await batchOf(phone, batchId);
  const poseTemplateIds = JSON.stringify(items.map(({ poseTemplateId }) => poseTemplateId));
  const multipart = { image: photo, poseTemplateIds };
  const { id } = (await phone.ask(Many, 'POST', `${GENERATOR}/batches`, { multipart })).data;
  await phone.open(`/batches/${id}`);
  await desk.open(`/batches/${id}`);
  await phone.seen(/^[1-9]\d* dari 50/);
  await phone.press('Batalkan sisanya');
  await desk.page.getByText('Batalkan sisanya').waitFor({ state: 'detached' });
  const left = await batchOf(phone, id);
  expect(left.credits).toMatchObject({ captured: left.counts.completed * 5, held: 0 });
  await phone.look('fifty-cancelled');
  await desk.look('fifty-cancelled', 'whole');
});
