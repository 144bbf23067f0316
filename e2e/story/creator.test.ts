// Words to an avatar in real Chromium: look for free, compare, save one, and use it instead of a photo.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { LedgerEntry } from '@lumiku/contract';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  let page: Page;
  let errors: string[];
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await shoot(page, `${name}-${size}`)));
  };

  beforeAll(async () => {
    const device = await openDevice(browser, studio.url, size);
    device.setDefaultTimeout(60_000);
    page = await device.newPage();
    errors = listenForErrors(page);
    const signUp = await page.request.post('/api/auth/sign-up/email', {
      data: { name: 'Sari', email: `${size}@example.com`, password: 'sari likes long words' },
      headers: { origin: studio.url },
    });
    expect(signUp.status()).toBe(200);
  });

  afterAll(async () => {
    await page?.context().close();
  });

  test('an album is begun', async () => {
    await page.goto('/create');
    await page.getByRole('button', { name: 'New album' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Spring catalogue');
    await look('creator-album-new');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.waitForURL(/\/create\//);
    await page.getByText('Nobody is here yet').waitFor();
    await look('creator-album-empty');
  });

  test('words become previews, free, and earlier ones stay to be compared', async () => {
    await page.getByRole('button', { name: 'Describe an avatar' }).click();
    await look('creator-words');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(/Who do you have in mind/)
      .fill('Wanita muda berhijab hijau tua, kemeja putih, tersenyum, naik gajah');
    await dialog.getByText('Female', { exact: true }).click();
    await page.getByRole('button', { name: /Generate preview/ }).click();
    await page.getByRole('button', { name: 'Save 15 credits' }).waitFor();
    // What the local engine could not read from the words is said.
    await dialog.getByText(/gajah/).filter({ visible: true }).nth(1).waitFor();
    await page.getByRole('button', { name: /Regenerate|Again/ }).click();
    await dialog.getByRole('button', { name: 'Preview 2', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save 15 credits' }).waitFor();
    await look('creator-preview');
    expect(await balance(page)).toEqual([100]);
  });

  test('closing with an unsaved preview asks first', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    await look('creator-guard');
    await page.getByRole('alertdialog').getByRole('button').first().click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save 15 credits' }).waitFor();
  });

  test('saving takes the credits once and puts the avatar into the album', async () => {
    await page.getByRole('dialog').getByLabel('Name').fill('Putri');
    await page.getByRole('button', { name: 'Save 15 credits' }).dblclick();
    await page.getByRole('link', { name: /Putri/ }).first().waitFor();
    await look('creator-album');
    expect(await balance(page)).toEqual([100, -15]);
  });

  test('a saved avatar stands in for a photo', async () => {
    await page.getByRole('link', { name: /Putri/ }).first().click();
    await page.waitForURL(/\/avatars\//);
    await look('creator-avatar');
    await page
      .getByRole('link', { name: /Generate|pose/i })
      .or(page.getByRole('button', { name: /in a pose|in Generate|Use/i }))
      .filter({ visible: true })
      .first()
      .click();
    await page.waitForURL(/\/generate/);
    await look('creator-to-generator');
  });

  test('a deleted avatar is neither counted nor on the cover, and back with Undo', async () => {
    const cover = page.getByRole('link', { name: /Spring catalogue/ }).locator('img');
    const toAlbums = () => page.evaluate(() => history.go(-3));
    await page.goto('/create');
    await page.getByRole('link', { name: /Spring catalogue\s*1 avatar/ }).click();
    await page.getByRole('link', { name: /Putri/ }).first().click();
    await page.waitForURL(/\/avatars\//);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    // A message that holds the keyboard does not go away.
    await undo.focus();
    await page.getByText('No avatars yet.').waitFor();
    await toAlbums();
    await page.getByRole('link', { name: /Spring catalogue\s*No avatars yet/ }).waitFor();
    expect(await cover.count()).toBe(0);
    await look('creator-album-deleted');
    await undo.click();
    await page.getByRole('link', { name: /Spring catalogue\s*1 avatar/ }).waitFor();
    expect(await cover.count()).toBe(1);
  });

  test('axe finds nothing on any screen', () => {
    expect(faults).toEqual([]);
  });

  test('the page itself never complained', () => {
    expect(errors).toEqual([]);
  });
});

/** Amounts of the ledger, oldest first. */
async function balance(page: Page): Promise<number[]> {
  const answer = await page.request.get('/api/credits/ledger');
  const { data: entries } = z.object({ data: z.array(LedgerEntry) }).parse(await answer.json());
  return entries.map(({ amount }) => amount).reverse();
}
