// The renderer in a real browser, built by the web app's bundler, under the studio's page policy.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FigureJob, renderFigure } from '@lumiku/figure';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { listenForErrors, openBrowser } from '../support/browser.ts';

setDefaultTimeout(120_000);

const outDir = mkdtempSync(join(tmpdir(), 'figure-preview-'));
let server: Bun.Server<undefined>;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  await build({
    root: join(import.meta.dir, 'page'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const file = Bun.file(join(outDir, pathname === '/' ? 'index.html' : pathname));
      if (!(await file.exists())) return new Response(null, { status: 404 });
      return new Response(file, { headers: { 'content-security-policy': "default-src 'self'" } });
    },
  });
  browser = await openBrowser();
  page = await browser.newPage();
  errors = listenForErrors(page);
  await page.goto(server.url.href);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop(true);
  rmSync(outDir, { recursive: true, force: true });
});

const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const job: FigureJob = {
  pose: solvePose(
    PoseSpec.parse({
      pelvis: {},
      chest: {},
      head: { yaw: 10 },
      weight: 0.5,
      kneeBend: 4,
      legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
      arms: { left: hanging, right: { touch: 'hip' } },
      support: 'none',
    }),
    RIGS.female,
  ),
  look: {
    gender: 'female',
    ageRange: 'adult',
    skinColour: '#c58b62',
    hairStyle: 'bob',
    hairColour: '#2b1a12',
    headCover: 'none',
    glasses: 'round',
    beard: 'none',
    build: 1,
    outfit: 'casual',
    topColour: '#2f6f8f',
    bottomColour: '#3a3f4d',
    accentColour: '#f0e6d2',
  },
  camera: { yaw: -12, pitch: 4, framing: 'half' },
  widthPx: 240,
  heightPx: 320,
  backdrop: 'arch',
  smoothEdges: true,
  seed: 7,
};

const show = (jobs: readonly FigureJob[]): Promise<void> =>
  page.evaluate((wanted) => {
    const output = document.querySelector('output');
    if (output) output.textContent = '';
    for (const detail of wanted) dispatchEvent(new CustomEvent('figure', { detail }));
  }, jobs);
const states = (): Promise<string | null> => page.locator('output').textContent();

async function drawn(): Promise<{ widthPx: number; heightPx: number; pixels: Buffer }> {
  await page.waitForFunction(() =>
    document.querySelector('output')?.textContent?.endsWith('ready'),
  );
  const { width, height, rgba } = await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const surface = canvas?.getContext('2d');
    if (!canvas || !surface) throw new Error('no canvas');
    const { data, width, height } = surface.getImageData(0, 0, canvas.width, canvas.height);
    return { width, height, rgba: [...data] };
  });
  return {
    widthPx: width,
    heightPx: height,
    pixels: Buffer.from(rgba.filter((_, i) => i % 4 !== 3)),
  };
}

/** Share of bytes that are not the same. */
function difference(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  let different = 0;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) different++;
  return different / one.length;
}

test('the browser draws the picture the server draws', async () => {
  await show([job]);
  const picture = await drawn();
  expect([picture.widthPx, picture.heightPx]).toEqual([240, 320]);
  const kept = renderFigure(job);
  // Sines and powers come from the engine and may differ in their last bit: a byte in ten thousand, not more.
  expect(difference(picture.pixels, kept.pixels)).toBeLessThan(1e-4);
  expect(await states()).toBe('drawing ready');
});

test('of many changes in a row the last one is what stays on the canvas', async () => {
  const changes = ['#aa3333', '#33aa33', '#3333aa', '#aaaa33'].map((topColour) => ({
    ...job,
    look: { ...(job.look === 'clay' ? {} : job.look), topColour },
  })) as FigureJob[];
  await show(changes);
  const picture = await drawn();
  const last = changes.at(-1) ?? job;
  expect(difference(picture.pixels, renderFigure(last).pixels)).toBeLessThan(1e-4);
});

test('another size and another pose are drawn on the same canvas', async () => {
  const wide: FigureJob = {
    ...job,
    widthPx: 320,
    heightPx: 180,
    camera: { ...job.camera, yaw: 30 },
  };
  await show([wide]);
  const picture = await drawn();
  expect([picture.widthPx, picture.heightPx]).toEqual([320, 180]);
  expect(difference(picture.pixels, renderFigure(wide).pixels)).toBeLessThan(1e-4);
});

test('a job that cannot be drawn is told, and the next one is drawn', async () => {
  await show([{ ...job, backdrop: 'beach' }]);
  await page.waitForFunction(() =>
    document.querySelector('output')?.textContent?.includes('failed'),
  );
  expect(await states()).toContain('A backdrop is');
  await show([job]);
  expect((await drawn()).widthPx).toBe(240);
  expect(errors).toEqual([]);
});
