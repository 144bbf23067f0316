// Scrolling the poses page at 10,000 poses in real Chromium, beside an empty page as tall: what each frame took.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, openDevice } from '@lumiku/e2e/support/browser.ts';
import { StudioClient } from '@lumiku/e2e/support/studio-client.ts';
import { thumbnailFile } from '@lumiku/poses';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';
import { createTestDatabase } from '@lumiku/server/testing';
import { z } from 'zod';
import { fillPoses } from './support/fill-tables.ts';
import { percentile, printFigures } from './support/report.ts';

const POSES = 10_000;
const FRAMES = 240;
const PX_A_FRAME = 60;

const dataDir = mkdtempSync(join(tmpdir(), 'lumiku-bench-'));
const database = await createTestDatabase([]);
const config = readConfig({
  ...{ LUMIKU_DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '0' },
  ...{ LUMIKU_LOG_LEVEL: 'silent', LUMIKU_VISION: 'off' },
});

async function withStudio<T>(use: (url: string) => Promise<T>): Promise<T> {
  const studio = await createStudio(config);
  try {
    await studio.start();
    return await use(studio.url);
  } finally {
    await studio.stop();
  }
}

/** Scrolls what `selector` finds a step a frame. @returns milliseconds between frames */
const SCROLL = (selector: string) => `new Promise((done) => {
  const box = document.querySelector(${JSON.stringify(selector)});
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    box.scrollTop += ${PX_A_FRAME};
    if (times.length > ${FRAMES}) done(times.slice(1));
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

try {
  await withStudio((url) => StudioClient.signUp(url));
  await fillPoses(database.pool, POSES);
  await withStudio(async (url) => {
    const browser = await openBrowser();
    try {
      const device = await openDevice(browser, url, 'desk');
      await device.request.post('/api/auth/sign-in/email', {
        headers: { origin: url },
        data: { email: 'ayu@example.com', password: 'ayu likes long words' },
      });
      const page = await device.newPage();
      // Copies of poses have no picture of their own; drawing them would be measured instead of scrolling.
      const picture = readFileSync(thumbnailFile('catalogue-front'));
      await page.route('**/thumbnail.webp*', (route) =>
        route.fulfill({ body: picture, contentType: 'image/webp' }),
      );
      await page.goto('/poses');
      await page.locator('[data-place="0"] img').waitFor();
      await page.getByText('10,000').first().waitFor();
      const scroller = 'fieldset[aria-label="Poses"]';
      await page.evaluate(
        `document.querySelector(${JSON.stringify(scroller)}).parentElement.id = 'scroller'`,
      );
      const times = z.array(z.number()).parse(await page.evaluate(SCROLL('#scroller')));
      await page.setContent(
        '<div id="scroller" style="height:800px;overflow:auto"><div style="height:300000px"></div></div>',
      );
      const bare = z.array(z.number()).parse(await page.evaluate(SCROLL('#scroller')));
      printFigures(`Scrolling, ${POSES} poses, ${PX_A_FRAME} px a frame`, [
        {
          ...{ what: 'a frame of the poses page', unit: 'ms', target: 'under 16.7 ms' },
          measured: percentile(times, 0.5),
          tail: percentile(times, 0.99),
          baseline: { what: 'an empty page', value: percentile(bare, 0.5) },
        },
      ]);
    } finally {
      await browser.close();
    }
  });
} finally {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
}
// The test database's guard waits for the end of this process.
process.exit(0);
