// What a developer does with webhooks and an operator with a studio, in every size, theme and language; every dialog by
// keyboard and judged by axe. Minutes, so it is run when these screens change: bun test ./e2e/screens/operator-by-hand.ts
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { CONSENT_VERSION } from '@lumiku/contract';
import { z } from 'zod';
import { picked, portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { walkedStudio } from '../support/walked-studio.ts';
import { EVERY_WAY, type Walker } from '../support/walker.ts';

setDefaultTimeout(300_000);

const studio = walkedStudio(
  {
    env: {
      ...{ LUMIKU_WEBHOOKS_PRIVATE: 'true', LUMIKU_VISION: 'off' },
      ...{ LUMIKU_WORKER_CONCURRENCY: '1', LUMIKU_WELCOME_CREDITS: '1000' },
    },
  },
  null,
);
let isReceiverWell = true;
const received: string[] = [];
const receiver = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: async (request) => {
    const body = await request.text();
    // What was made for the queue is told too.
    if (body.includes('webhook.test')) received.push(body);
    return isReceiverWell ? new Response('thank you') : new Response('not today', { status: 500 });
  },
});

afterAll(() => receiver.stop(true));

describe.each(EVERY_WAY)('on a $size, in "$language"', (way) => {
  const { size, language } = way;
  const address = `${receiver.url}${size}-${language}`;
  const budi = `budi-${size}-${language}`;
  let walker: Walker;

  beforeAll(async () => {
    walker = await studio.enter('owner', way);
    await StudioClient.signUp(studio.url, budi);
  });
  afterAll(() => walker?.leave());

  const seen = (text: string) => walker.seen(text);
  /** The log of one delivery is one request more when the receiver hears it again. */
  const toggle = (to: string) =>
    walker.choose(new RegExp(`^${walker.t('More for', 'Lainnya untuk')} ${address}`), to);

  test('a webhook is made, tried out, given a new secret and changed', async () => {
    const { t, page } = walker;
    isReceiverWell = true;
    await walker.open('/account/webhooks');
    const add = walker.button(t('Add webhook', 'Tambah webhook'));
    await walker.byKeyboard(add, 'op-webhook-new', async () => {
      const field = walker.sheet().getByLabel(t('Address', 'Alamat'));
      await field.fill('not an address');
      await page.keyboard.press('Enter');
      await walker.sheet().getByText(t('Give a whole address', 'Berikan alamat lengkap')).waitFor();
      await walker.look('op-webhook-wrong');
    });
    await add.click();
    await walker.sheet().getByLabel(t('Address', 'Alamat')).fill(address);
    await walker.sheet().getByText(t('An avatar was saved', 'Avatar disimpan')).click();
    await walker.press(t('Add webhook', 'Tambah webhook'), walker.sheet());
    await walker.sheet().getByLabel(t('Signing secret', 'Rahasia penanda')).waitFor();
    await walker.look('op-webhook-secret');
    await walker.press(t('I have it', 'Sudah saya simpan'));
    await walker.gone();
    await walker.byKeyboard(
      walker.button(new RegExp(`^${t('Test', 'Uji')}: `)),
      'op-webhook-test',
      async () => {
        await walker.sheet().getByText('HTTP 200').waitFor();
        await walker.look('op-webhook-tested');
        isReceiverWell = false;
        await walker.press(t('Send another', 'Kirim lagi'));
        await walker.sheet().getByText('HTTP 500').waitFor();
        await walker.look('op-webhook-test-failed');
      },
    );
    const more = walker.button(new RegExp(`^${t('More for', 'Lainnya untuk')} `));
    await walker.byKeyboard(more, 'op-webhook-menu');
    await toggle(t('New signing secret', 'Rahasia penanda baru'));
    await walker.sheet().waitFor();
    await walker.look('op-webhook-rotate');
    await walker.press(t('New secret', 'Rahasia baru'), walker.sheet());
    await walker.press(t('I have it', 'Sudah saya simpan'));
    await walker.gone();
    await seen(t('Old secret signs until', 'Rahasia lama berlaku sampai'));
    await toggle(t('Edit', 'Ubah'));
    await walker.sheet().getByLabel(t('What is it for?', 'Untuk apa?')).fill('Toko');
    await walker.look('op-webhook-edit');
    await walker.press(t('Save', 'Simpan'), walker.sheet());
    await walker.gone();
    await seen('Toko');
    await page.getByText(t('How to check', 'Cara memeriksa')).first().click();
    await walker.look('op-webhooks', 'whole');
  });

  test('its log tells what was sent and sends it again', async () => {
    const { t } = walker;
    await walker.link(address).click();
    const lines = walker.button(t('A test', 'Sebuah uji coba'));
    await lines.waitFor();
    await walker.look('op-webhook-log', 'whole');
    isReceiverWell = true;
    const before = received.length;
    await walker.byKeyboard(lines, 'op-webhook-delivery', async () => {
      await walker.sheet().getByText('HTTP 500').first().waitFor();
      await walker.press(
        new RegExp(`^${t('Send (now|again)', 'Kirim (sekarang|lagi)')}`),
        walker.sheet(),
      );
      await walker.sheet().getByText('HTTP 200').first().waitFor();
      await walker.look('op-webhook-replayed');
    });
    expect(received.length).toBeGreaterThan(before);
    expect(received.at(-1)).toBe(received.at(before - 1));
  });

  test('it is switched off and on, and deleted', async () => {
    const { t, page } = walker;
    await toggle(t('Switch off', 'Matikan'));
    await seen(t('Switched off', 'Dimatikan'));
    await toggle(t('Switch on', 'Nyalakan'));
    await page.getByText(t('Switched off', 'Dimatikan')).waitFor({ state: 'detached' });
    await toggle(t('Delete', 'Hapus'));
    await walker.sheet().waitFor();
    await walker.look('op-webhook-delete');
    await walker.press(t('Delete', 'Hapus'), walker.sheet());
    await seen(t('No webhooks yet', 'Belum ada webhook'));
  });

  test('a person is given credits, another tier, a role, and is closed and opened', async () => {
    const { t, page } = walker;
    await walker.open('/admin');
    const line = page
      .locator('li, tr')
      .filter({ hasText: `${budi}@example.com` })
      .filter({ visible: true })
      .first();
    const change = (to: string) => walker.choose(`${t('More for', 'Lainnya untuk')} ${budi}`, to);
    await walker.look('op-people', 'whole');
    await walker.byKeyboard(
      walker.button(t('Give credits', 'Beri kredit'), line),
      'op-grant',
      async () => {
        await walker.sheet().getByLabel(t('Credits', 'Kredit')).fill('many');
        await walker.look('op-grant-wrong');
        await walker.sheet().getByLabel(t('Credits', 'Kredit')).fill('25');
        await walker.sheet().getByLabel(t('Note', 'Catatan')).fill('Untuk katalog');
        await page.keyboard.press('Enter');
        await walker.gone();
        await walker.button(t('Give credits', 'Beri kredit'), line).focus();
        await page.keyboard.press('Enter');
        await walker.sheet().waitFor();
      },
    );
    await walker.byKeyboard(
      walker.button(`${t('More for', 'Lainnya untuk')} ${budi}`),
      'op-person-menu',
    );
    await change('pro');
    await line.getByText('pro', { exact: false }).first().waitFor();
    await change(t('Make an admin', 'Jadikan admin'));
    await line.getByText('Admin', { exact: true }).waitFor();
    await change(t('No longer an admin', 'Bukan admin lagi'));
    await line.getByText('Admin', { exact: true }).waitFor({ state: 'detached' });
    await change(t('Close the account', 'Tutup akunnya'));
    await line.getByText(t('Closed', 'Ditutup')).waitFor();
    await walker.look('op-people-closed');
    await change(t('Open the account again', 'Buka lagi akunnya'));
    await line.getByText(t('Closed', 'Ditutup')).waitFor({ state: 'detached' });
    await page.getByLabel(t('Search people', 'Cari orang')).fill('zzz');
    await seen(t('Nobody by that name', 'Tidak ada yang bernama itu'));
    await walker.look('op-people-none');
  });

  test('the queue says what runs, what waits and why; work is cancelled there', async () => {
    const { t } = walker;
    await walker.open('/admin/queue');
    await walker.look('op-queue-empty');
    const batchId = await fillQueue(walker);
    await walker.open('/admin/queue');
    const cancel = walker.page
      .getByRole('button', { name: new RegExp(`^${t('Cancel', 'Batalkan')}: `) })
      .filter({ visible: true });
    await cancel.nth(5).waitFor();
    await walker.look('op-queue');
    await walker.byKeyboard(cancel.last(), 'op-queue-cancel');
    await cancel.last().click();
    await walker.press(t('Cancel the work', 'Batalkan pekerjaan'), walker.sheet());
    await walker.gone();
    await walker.ask(z.unknown(), 'POST', `/api/apps/avatar-generator/batches/${batchId}/cancel`);
  });

  test('an app is switched off and on', async () => {
    const { t, page } = walker;
    await walker.open('/admin/apps');
    await walker.look('op-apps');
    const app = page.getByRole('switch', { name: t('Avatar Creator', 'Kreator Avatar') });
    await walker.byKeyboard(app, 'op-app-off');
    await app.click();
    await walker.press(t('Switch off', 'Matikan'), walker.sheet());
    await walker.gone();
    expect((await page.request.get('/api/avatar-creator/projects')).status()).toBe(404);
    await walker.look('op-apps-off');
    await app.click();
    await page.locator('[role=switch][aria-checked=false]').waitFor({ state: 'detached' });
    expect((await page.request.get('/api/avatar-creator/projects')).status()).toBe(200);
  });

  test('engines, storage, and the audit log that has it all', async () => {
    const { t, page } = walker;
    await walker.open('/admin/engines');
    await walker.look('op-engines', 'whole');
    await walker.byKeyboard(walker.button(t('Test', 'Uji')), 'op-engine-test');
    await walker.open('/admin/storage');
    await seen(t('Avatar Generator', 'Pembuat Avatar'));
    await walker.look('op-storage', 'whole');
    await walker.open('/admin/audit');
    await seen(t('App switched on', 'Aplikasi dinyalakan'));
    await walker.look('op-audit');
    const given = t('Credits given', 'Kredit diberikan');
    await page.getByLabel(t('Show', 'Tampilkan')).selectOption(given);
    await seen('Untuk katalog');
    const sheet = page.getByRole('link', { name: 'CSV' });
    const csv = await page.request.get((await sheet.getAttribute('href')) ?? '');
    expect((await csv.text()).split('\n')[1]).toContain('25');
  });
});

/** More work than one worker does at once; its batch. */
async function fillQueue(walker: Walker): Promise<string> {
  const Poses = z.object({ data: z.array(z.object({ id: z.string() })) });
  const { data: poses } = await walker.ask(Poses, 'GET', '/api/poses?limit=20');
  const Made = z.object({ data: z.object({ id: z.string() }) });
  const made = await walker.ask(Made, 'POST', '/api/apps/avatar-generator/batches', {
    multipart: {
      image: await picked(await portrait()),
      poseTemplateIds: JSON.stringify(poses.map(({ id }) => id)),
      quality: 'hd',
      consent: String(CONSENT_VERSION),
    },
  });
  return made.data.id;
}
