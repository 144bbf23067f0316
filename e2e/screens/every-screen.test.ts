// Every screen of the web app, opened on a phone and a desk, light and dark, in both languages: axe finds nothing and
// nothing hangs over the edge. What must be filled in first is looked at by the stories.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import * as apps from '@lumiku/apps/web';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { SHELL_SCREENS } from '../../web/src/shell-screens.ts';
import { listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(240_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;
let webhookId = '';

/** Screens of one thing need one that is there; the stories open those of pictures, albums and poses. */
const paths = [...SHELL_SCREENS, ...Object.values(apps).flatMap(({ screens }) => screens)]
  .map(({ path }) => path)
  .filter((path) => !path.includes('$') || path.startsWith('/account/webhooks/'));

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

describe.each([
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'id' },
] as const)('on a $size, in "$language"', ({ size, language }) => {
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    const device = await openDevice(browser, studio.url, size);
    page = await device.newPage();
    errors = listenForErrors(page);
    const headers = { origin: studio.url };
    const email = 'owner@example.com';
    const password = 'sari likes long words';
    const signIn = await page.request.post('/api/auth/sign-in/email', {
      ...{ data: { email, password }, headers },
    });
    if (!signIn.ok()) {
      const person = { name: 'Sari', email, password };
      expect(
        (await page.request.post('/api/auth/sign-up/email', { data: person, headers })).ok(),
      ).toBe(true);
      const made = await page.request.post('/api/webhooks', {
        data: { url: 'https://example.com/lumiku', events: ['generation.completed'] },
        headers,
      });
      webhookId = z.object({ data: z.object({ id: z.string() }) }).parse(await made.json()).data.id;
    }
    expect((await page.request.patch('/api/me', { data: { language }, headers })).ok()).toBe(true);
  });
  afterAll(async () => {
    await page?.context().close();
  });

  test.each(paths)('%s', async (path) => {
    await page.goto(path.replace('$id', webhookId));
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.locator('main').locator(':scope > *').first().waitFor();
    await page.waitForLoadState('networkidle');
    const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll('$', '');
    expect(await shoot(page, `every-${name}-${size}`)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });
});
