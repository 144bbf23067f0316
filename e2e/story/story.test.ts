// The whole story as a newcomer lives it, in real Chromium: own the studio, drop a photo, pick a pose, hold the picture.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { Me } from '@lumiku/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { type PickedFile, picked, portrait } from '../support/sample-photo.ts';
import { eventually } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(120_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;
let photo: PickedFile;

beforeAll(async () => {
  photo = await picked(await portrait());
  studio = await startStudio({ dataDir: data.path });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

/** Everything of one device's life, in order; each test goes on where the one before stopped. */
describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  const email = `${size}@example.com`;
  let page: Page;
  let errors: string[];
  let userId: string;
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await shoot(page, name)));
  };

  beforeAll(async () => {
    const device = await openDevice(browser, studio.url, size);
    device.setDefaultTimeout(45_000);
    page = await device.newPage();
    errors = listenForErrors(page);
  });

  afterAll(async () => {
    await page?.context().close();
  });

  test('a newcomer makes an account and stands in the studio', async () => {
    await page.goto('/');
    if (size === 'phone') await page.getByText('Create an account').click();
    await page.getByLabel('Name').waitFor();
    await look(`welcome-${size}`);
    await page.getByLabel('Name').fill('Sari Wulandari');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('sari likes long words');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Apps' }).waitFor();
    await page.getByText('Avatar Generator').first().waitFor();
    const me = await page.request.get('/api/me');
    userId = z.object({ data: Me }).parse(await me.json()).data.id;
    await look(`dashboard-new-${size}`);
  });

  test('a dropped photo is judged before anything is paid', async () => {
    await page.goto('/generate');
    await choosePhoto(page, photo);
    // Asked once, before the photo leaves the device.
    await page.getByRole('button', { name: 'I agree' }).waitFor();
    await look(`generator-consent-${size}`);
    await page.getByRole('button', { name: 'I agree' }).click();
    await page.getByText('One face, well lit').waitFor();
    await look(`generator-photo-${size}`);
  });

  test('a picked pose and one press make the picture, at the price on the button', async () => {
    if (size === 'phone') await page.getByRole('button', { name: 'Next: choose a pose' }).click();
    await page.getByPlaceholder(/^Search/).fill('hand on hip');
    await page.getByRole('button', { name: 'Contrapposto, hand on hip', exact: true }).click();
    await look(`generator-ready-${size}`);
    await page.getByRole('button', { name: 'Generate 5 credits' }).click();
    await page.getByRole('button', { name: /Cancel/ }).waitFor();
    await look(`generator-generating-${size}`);
    await page.getByRole('button', { name: 'Download' }).waitFor();
    await page.getByText('Ready in').waitFor();
    await look(`generator-done-${size}`);
    expect(await page.getByText('95', { exact: true }).count()).toBeGreaterThan(0);
  });

  test('the picture survives a reload', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Download' }).waitFor();
  });

  test('it is downloaded as what was asked for', async () => {
    await page.getByRole('button', { name: 'Download' }).click();
    await look(`generator-download-${size}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /PNG/ }).click(),
    ]);
    const file = await sharp(await download.path()).metadata();
    expect([file.format, file.width, file.height]).toEqual(['png', 768, 1024]);
    expect(new TextDecoder().decode(file.xmp)).toContain('algorithmicMedia');
  });

  test('it is found in the history with everything it was made with', async () => {
    await page.goto('/history');
    const tile = picture(page);
    await tile.waitFor();
    await look(`history-${size}`);
    await tile.click();
    await page.waitForURL(/\/generations\//);
    await page
      .getByRole('button', { name: /Download/ })
      .first()
      .waitFor();
    await look(`detail-${size}`);
  });

  test('the ledger says what it cost', async () => {
    await page.goto('/credits');
    await page.getByText('−5').filter({ visible: true }).first().waitFor();
    await look(`credits-${size}`);
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Account' }).first().waitFor();
    await look(`account-${size}`);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Recent work' }).waitFor();
    await look(`dashboard-used-${size}`);
  });

  test('deleted, it leaves nothing behind', async () => {
    await page.goto('/history');
    await picture(page).click();
    await page.waitForURL(/\/generations\//);
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/generations/'));
    await page.goto('/history');
    await page.getByText('No pictures yet').waitFor();
    await look(`history-empty-${size}`);
    // The deletion waits a few seconds for an undo.
    await eventually(
      async () => picturesOf(userId),
      (files) => files.length === 0,
    );
  });

  test('a connection that drops while a picture is made loses nothing', async () => {
    await page.goto('/generate');
    await page.getByText('One face, well lit').waitFor();
    if (size === 'phone') await page.getByRole('button', { name: 'Next: choose a pose' }).click();
    await page.getByRole('button', { name: 'Generate 5 credits' }).click();
    await page.getByRole('button', { name: /Cancel/ }).waitFor();
    await page.context().setOffline(true);
    // Photo, picture and thumbnail: it was finished while nobody listened.
    await eventually(
      async () => picturesOf(userId),
      (files) => files.length === 3,
    );
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Download' }).waitFor();
  });

  test('axe finds nothing on any screen', () => {
    expect(faults).toEqual([]);
  });

  test('the page itself never complained', () => {
    expect(errors).toEqual([]);
  });
});

/** The one picture of the history; its words are the pose's. */
function picture(page: Page): Locator {
  return page.getByRole('link', { name: /Contrapposto, hand on hip/ }).first();
}

async function choosePhoto(page: Page, file: typeof photo): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles(file);
}

/** Every file of this person, whatever it is. */
function picturesOf(userId: string): string[] {
  return studio.storedFiles('avatar-generator', userId);
}
