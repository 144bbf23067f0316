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

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openDevice>>['newPage']>>;

const POSES = 10_000;
const FRAMES = 240;
/** What passes in a frame: a flick shows grey tiles until it slows down, a thumb that looks around sees every pose. */
const PX_A_FRAME = { flick: 60, look: 8 };

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
const SCROLL = (selector: string, pxAFrame: number) => `new Promise((done) => {
  const box = document.querySelector(${JSON.stringify(selector)});
  const times = [];
  let last = performance.now();
  let top = box.scrollTop;
  const step = (now) => {
    times.push(now - last);
    last = now;
    box.scrollTop = top += ${pxAFrame};
    if (times.length > ${FRAMES}) done(times.slice(1));
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

interface Scrolled {
  /** Milliseconds between frames: what is seen, and what a busy machine spoils. */
  frames: number[];
  /** Milliseconds of processor the page's main thread took for a frame: what the page itself costs. */
  workMs: number;
}

async function scroll(page: Page, pxAFrame: number): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = Metrics.parse(await session.send('Performance.getMetrics'));
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await worked();
  const frames = z.array(z.number()).parse(await page.evaluate(SCROLL('#scroller', pxAFrame)));
  const workMs = (((await worked()) - before) * 1000) / frames.length;
  await session.detach();
  return { frames, workMs };
}

/** The poses page and then an empty one as tall, on one device. */
async function measure(browser: Browser, url: string, size: 'desk' | 'phone', slowdown: number) {
  const device = await openDevice(browser, url, size);
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
  await page.evaluate(
    `document.querySelector('fieldset[aria-label="Poses"]').parentElement.id = 'scroller'`,
  );
  const session = await device.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const look = await scroll(page, PX_A_FRAME.look);
  const flick = await scroll(page, PX_A_FRAME.flick);
  await page.setContent(
    '<div id="scroller" style="height:800px;overflow:auto"><div style="height:300000px"></div></div>',
  );
  const bare = await scroll(page, PX_A_FRAME.flick);
  await device.close();
  for (const [pace, poses] of Object.entries({ look, flick })) {
    printFigures(`Scrolling, ${POSES} poses, ${pace}, ${size}, ${slowdown}× slowed down`, [
      {
        ...{ what: 'between two frames of the poses page', unit: 'ms', target: 'under 16.7 ms' },
        measured: percentile(poses.frames, 0.5),
        tail: percentile(poses.frames, 0.99),
        baseline: { what: 'an empty page', value: percentile(bare.frames, 0.5) },
      },
      {
        ...{ what: 'the main thread at work for a frame', unit: 'ms', target: 'under 16.7 ms' },
        measured: poses.workMs,
        baseline: { what: 'an empty page', value: bare.workMs },
      },
    ]);
  }
}

try {
  await withStudio((url) => StudioClient.signUp(url));
  await fillPoses(database.pool, POSES);
  await withStudio(async (url) => {
    // Emulated graphics would be measured instead of the page: ten times slower than the page itself.
    const browser = await openBrowser();
    try {
      await measure(browser, url, 'desk', 1);
      await measure(browser, url, 'phone', 4);
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
