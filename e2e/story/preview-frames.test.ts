// A ComfyUI that takes its time, in real Chromium: its preview frames on the way to the person who waits, in both apps,
// and a connection that is away for long.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { CONSENT_VERSION } from '@lumiku/contract';
import { createComfyuiServer } from '@lumiku/engines/testing/comfyui-server';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { picked, portrait } from '../support/sample-photo.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const data = temporaryDataDir();
const comfyui = createComfyuiServer();
let studio: StudioProcess;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path, env: { COMFYUI_URL: comfyui.url } });
  browser = await openBrowser();
  const device = await openDevice(browser, studio.url, 'desk');
  device.setDefaultTimeout(60_000);
  page = await device.newPage();
  errors = listenForErrors(page);
  const person = { name: 'Sari', email: 'sari@example.com', password: 'sari likes long words' };
  const headers = { origin: studio.url };
  await page.request.post('/api/auth/sign-up/email', { data: person, headers });
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  await comfyui.close();
  data.remove();
});

/** The next work rests in the middle, so that what is seen then can be looked at. */
function holdNext(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  comfyui.next({ holdAt: 3, release: promise });
  return resolve;
}

/** @returns its id */
async function startGeneration(): Promise<string> {
  const poses = await page.request.get('/api/poses?limit=1');
  const Poses = z.object({ data: z.tuple([z.object({ id: z.string() })]) });
  const [{ id: poseTemplateId }] = Poses.parse(await poses.json()).data;
  const accepted = await page.request.post('/api/apps/avatar-generator/generate', {
    multipart: {
      image: await picked(await portrait()),
      poseTemplateId,
      consent: String(CONSENT_VERSION),
    },
    headers: { origin: studio.url },
  });
  const Started = z.object({ data: z.object({ id: z.string() }) });
  return Started.parse(await accepted.json()).data.id;
}

/** The frame in sight, once it is there as a whole. */
async function frameInSight(): Promise<void> {
  const frame = page.locator('img[src*="/preview?v="]').first();
  await frame.waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('img')].some(
      (img) => img.src.includes('/preview?v=') && img.complete && img.naturalWidth > 0,
    ),
  );
}

test('the generator shows the picture so far while it is drawn', async () => {
  const release = holdNext();
  const id = await startGeneration();
  await page.goto(`/generations/${id}`);
  await page.getByText('The picture so far').waitFor();
  await frameInSight();
  expect(await shoot(page, 'preview-frame-generator-desk')).toEqual([]);
  release();
  await page.getByText('The picture so far').waitFor({ state: 'hidden' });
  expect(errors).toEqual([]);
});

test('a connection that is away longer than the page waits between two questions leaves it at its picture', async () => {
  const release = holdNext();
  const id = await startGeneration();
  await page.goto(`/generate?generation=${id}`);
  const cancel = page.getByRole('button', { name: /Cancel/ });
  await cancel.waitFor();
  const unanswered = () =>
    page.waitForEvent('requestfailed', (request) => request.url().endsWith(`/generations/${id}`));
  await page.context().setOffline(true);
  await unanswered();
  // It asks twice before it gives up for the moment.
  await unanswered();
  await page.getByText('The studio cannot be reached').first().waitFor();
  await page.context().setOffline(false);
  await cancel.waitFor();
  release();
  await page.getByRole('button', { name: 'Download' }).waitFor();
  expect(errors).toEqual([]);
});

test('the creator shows the picture so far in the place of the preview', async () => {
  const release = holdNext();
  await page.goto('/create');
  await page.getByRole('button', { name: 'New album' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Spring catalogue');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.waitForURL(/\/create\//);
  await page.getByRole('button', { name: 'Describe an avatar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/Who do you have in mind/)
    .fill('A woman in her thirties with short black hair');
  await dialog.getByText('Female', { exact: true }).click();
  await page.getByRole('button', { name: /Generate preview/ }).click();
  await dialog.getByAltText('The picture so far').waitFor();
  await frameInSight();
  expect(await shoot(page, 'preview-frame-creator-desk')).toEqual([]);
  release();
  await dialog.getByText('Preview, not saved yet').waitFor();
  expect(errors).toEqual([]);
});
