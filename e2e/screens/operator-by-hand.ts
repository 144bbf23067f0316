// What a developer does with webhooks and an operator with a studio, click by click: on a desk in English, on a phone in
// Indonesian. Every dialog is looked at and judged by axe. Minutes, so it is run when these screens change:
// bun test ./e2e/screens/operator-by-hand.ts
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(120_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;
let isReceiverWell = true;
const received: string[] = [];
const receiver = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: async (request) => {
    const body = await request.text();
    // What was made for the queue of the other device is told too.
    if (body.includes('webhook.test')) received.push(body);
    return isReceiverWell ? new Response('thank you') : new Response('not today', { status: 500 });
  },
});

beforeAll(async () => {
  const env = {
    ...{ LUMIKU_WEBHOOKS_PRIVATE: 'true', LUMIKU_VISION: 'off' },
    ...{ LUMIKU_WORKER_CONCURRENCY: '1', LUMIKU_WELCOME_CREDITS: '1000' },
  };
  studio = await startStudio({ dataDir: data.path, env });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  await receiver.stop(true);
  data.remove();
});

describe.each([
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'id' },
] as const)('on a $size, in "$language"', ({ size, language }) => {
  const address = `${receiver.url}${size}`;
  const t = (en: string, id: string) => (language === 'en' ? en : id);
  const faults: string[] = [];
  let page: Page;
  let errors: string[];

  const look = async (name: string) => {
    faults.push(...(await shoot(page, `operator-${name}-${size}`)));
  };
  const dialog = () => page.getByRole('dialog').or(page.getByRole('alertdialog'));
  const press = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name }).first().click();
  const choose = async (of: string, item: string, exact = true) => {
    await press(`${t('More for', 'Lainnya untuk')} ${of}`);
    await page
      .getByRole('menuitem', { name: item, exact })
      .or(page.getByRole('menuitemradio', { name: item, exact }))
      .or(page.getByRole('menuitemcheckbox', { name: item, exact }))
      .click();
  };
  const seen = (text: string | RegExp) =>
    page.getByText(text).filter({ visible: true }).first().waitFor();
  const gone = () => dialog().waitFor({ state: 'detached' });

  beforeAll(async () => {
    const device = await openDevice(browser, studio.url, size);
    device.setDefaultTimeout(30_000);
    page = await device.newPage();
    errors = listenForErrors(page);
    const headers = { origin: studio.url };
    const person = { email: 'owner@example.com', password: 'sari likes long words' };
    const signIn = await page.request.post('/api/auth/sign-in/email', { data: person, headers });
    if (!signIn.ok()) {
      await page.request.post('/api/auth/sign-up/email', {
        data: { ...person, name: 'Sari' },
        headers,
      });
      await StudioClient.signUp(studio.url, 'budi');
    }
    await page.request.patch('/api/me', { data: { language }, headers });
  });
  afterAll(async () => {
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await page?.context().close();
  });

  test('a webhook is made, tried out, given a new secret and changed', async () => {
    isReceiverWell = true;
    await page.goto('/account/webhooks');
    await press(t('Add webhook', 'Tambah webhook'));
    const field = dialog().getByLabel(t('Address', 'Alamat'));
    await field.fill('not an address');
    await press(t('Add webhook', 'Tambah webhook'), dialog());
    await dialog().getByText(t('Give a whole address', 'Berikan alamat lengkap')).waitFor();
    await look('webhook-wrong');
    await field.fill(address);
    await dialog().getByText(t('An avatar was saved', 'Avatar disimpan')).click();
    await press(t('Add webhook', 'Tambah webhook'), dialog());
    await dialog().getByLabel(t('Signing secret', 'Rahasia penanda')).waitFor();
    await look('webhook-secret');
    await press(t('I have it', 'Sudah saya simpan'));
    await press(new RegExp(`^${t('Test', 'Uji')}: `));
    await dialog().getByText('HTTP 200').waitFor();
    await look('webhook-tested');
    isReceiverWell = false;
    await press(t('Send another', 'Kirim lagi'));
    await dialog().getByText('HTTP 500').waitFor();
    await look('webhook-test-failed');
    await press(t('Done', 'Selesai'));
    await choose(address, t('New signing secret', 'Rahasia penanda baru'));
    await press(t('New secret', 'Rahasia baru'), dialog());
    await press(t('I have it', 'Sudah saya simpan'));
    await seen(t('Old secret signs until', 'Rahasia lama berlaku sampai'));
    await choose(address, t('Edit', 'Ubah'));
    await dialog().getByLabel(t('What is it for?', 'Untuk apa?')).fill('Toko');
    await press(t('Save', 'Simpan'), dialog());
    await gone();
    await page.getByText('Toko').waitFor();
  });

  test('its log tells what was sent and sends it again', async () => {
    await page.getByRole('link', { name: address }).click();
    const lines = page
      .getByRole('button')
      .filter({ visible: true })
      .filter({ hasText: t('A test', 'Sebuah uji coba') });
    await lines.first().waitFor();
    await look('webhook-log');
    await lines.first().click();
    await dialog().getByText('HTTP 500').first().waitFor();
    await look('webhook-delivery');
    isReceiverWell = true;
    const before = received.length;
    await press(new RegExp(`^${t('Send (now|again)', 'Kirim (sekarang|lagi)')}`), dialog());
    await dialog().getByText('HTTP 200').first().waitFor();
    expect(received.length).toBeGreaterThan(before);
    expect(received.at(-1)).toBe(received.at(before - 1));
    await page.keyboard.press('Escape');
    await gone();
  });

  test('it is switched off and on, and deleted', async () => {
    await choose(address, t('Switch off', 'Matikan'));
    await page.getByText(t('Switched off', 'Dimatikan')).waitFor();
    await choose(address, t('Switch on', 'Nyalakan'));
    await page.getByText(t('Switched off', 'Dimatikan')).waitFor({ state: 'detached' });
    await choose(address, t('Delete', 'Hapus'));
    await look('webhook-delete');
    await press(t('Delete', 'Hapus'), dialog());
    await page.getByText(t('No webhooks yet', 'Belum ada webhook')).waitFor();
  });

  test('a person is given credits, another tier, a role, and is closed and opened', async () => {
    await page.goto('/admin');
    const budi = page
      .getByRole('listitem')
      .or(page.getByRole('row'))
      .filter({ hasText: 'budi@example.com' });
    await press(t('Give credits', 'Beri kredit'), budi);
    await dialog().getByLabel(t('Credits', 'Kredit')).fill('25');
    await dialog().getByLabel(t('Note', 'Catatan')).fill('Untuk katalog');
    await look('admin-grant');
    await press(new RegExp(`^${t('Give', 'Beri')} 25`), dialog());
    await gone();
    await choose('budi', language === 'en' ? 'pro' : 'enterprise');
    await budi.getByText(language === 'en' ? 'pro' : 'enterprise').waitFor();
    await choose('budi', t('Make an admin', 'Jadikan admin'));
    await budi.getByText('Admin', { exact: true }).waitFor();
    await choose('budi', t('No longer an admin', 'Bukan admin lagi'));
    await budi.getByText('Admin', { exact: true }).waitFor({ state: 'detached' });
    await choose('budi', t('Close the account', 'Tutup akunnya'));
    await budi.getByText(t('Closed', 'Ditutup')).waitFor();
    await choose('budi', t('Open the account again', 'Buka lagi akunnya'));
    await budi.getByText(t('Closed', 'Ditutup')).waitFor({ state: 'detached' });
  });

  test('the queue says what runs, what waits and why; work is cancelled there', async () => {
    await fillQueue(page, studio.url);
    await page.goto('/admin/queue');
    const cancel = page.getByRole('button', { name: new RegExp(`^${t('Cancel', 'Batalkan')}: `) });
    await cancel.nth(2).waitFor();
    await look('admin-queue');
    await cancel.last().click();
    await dialog().waitFor();
    await dialog().getByRole('button').last().click();
    await gone();
  });

  test('an app is switched off and on', async () => {
    await page.goto('/admin/apps');
    const app = page.getByRole('switch', { name: t('Avatar Creator', 'Kreator Avatar') });
    await app.click();
    await look('admin-app-off');
    await press(t('Switch off', 'Matikan'), dialog());
    await gone();
    expect((await page.request.get('/api/avatar-creator/projects')).status()).toBe(404);
    await app.click();
    await page.locator('[role=switch][aria-checked=false]').waitFor({ state: 'detached' });
    expect((await page.request.get('/api/avatar-creator/projects')).status()).toBe(200);
  });

  test('the storage is told, and the audit log has it all', async () => {
    await page.goto('/admin/storage');
    await seen(t('Avatar Generator', 'Pembuat Avatar'));
    await page.goto('/admin/audit');
    await seen(t('App switched on', 'Aplikasi dinyalakan'));
    await look('admin-audit');
    const given = t('Credits given', 'Kredit diberikan');
    await page.getByLabel(t('Show', 'Tampilkan')).selectOption(given);
    await seen(/Untuk katalog/);
    const sheet = page.getByRole('link', { name: 'CSV' });
    const csv = await page.request.get((await sheet.getAttribute('href')) ?? '');
    expect((await csv.text()).split('\n')[1]).toContain('25');
  });
});

/** More work than one worker does at once. */
async function fillQueue(page: Page, origin: string): Promise<void> {
  const photo = await portrait();
  const buffer = Buffer.from(await photo.arrayBuffer());
  const answer = await page.request.get('/api/poses?limit=20');
  const Poses = z.object({ data: z.array(z.object({ id: z.string() })) });
  const { data: poses } = Poses.parse(await answer.json());
  const made = await page.request.post('/api/apps/avatar-generator/batches', {
    headers: { origin },
    multipart: {
      image: { name: photo.name, mimeType: photo.type, buffer },
      poseTemplateIds: JSON.stringify(poses.map(({ id }) => id)),
      quality: 'hd',
      consent: '1',
    },
  });
  expect(made.status()).toBe(201);
}
