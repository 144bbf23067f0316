// The pose editor as people use it: with one thumb on a phone, with keys alone on a desk, and without WebGL.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import type { Browser, Page } from 'playwright-core';
import { DRAWN_GL, listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { OneFinger, type Place } from '../support/one-finger.ts';
import { picked, portrait } from '../support/sample-photo.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(90_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path });
  browser = await openBrowser(DRAWN_GL);
});

afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

async function signedInPage(size: 'phone' | 'desk', name: string): Promise<Page> {
  const device = await openDevice(browser, studio.url, size);
  device.setDefaultTimeout(45_000);
  const answer = await device.request.post('/api/auth/sign-up/email', {
    headers: { origin: studio.url },
    data: { name, email: `${name}@example.com`, password: `${name} likes long words` },
  });
  expect(answer.ok()).toBe(true);
  return device.newPage();
}

/** The figure is there, drawn one way or the other. */
async function figureDrawn(page: Page): Promise<string> {
  const host = page.locator('[data-drawn-by]');
  await host.waitFor();
  return (await host.getAttribute('data-drawn-by')) ?? '';
}

async function placeOf(page: Page, handle: string): Promise<Place> {
  const box = await page.locator(`[data-handle="${handle}"]`).boundingBox();
  if (!box) throw new Error(`${handle} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function apart(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Waits until a joint is where it should be, which is a frame after the finger. */
async function arrives(page: Page, handle: string, at: Place, withinPx: number): Promise<void> {
  for (;;) {
    if (apart(await placeOf(page, handle), at) <= withinPx) return;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Taps until it shows: Chromium drops a tap that a busy page is slow to take, and a person taps again. */
async function tapFor(page: Page, name: string, sign: string): Promise<void> {
  const shown = page.getByRole('button', { name: sign });
  while (!(await shown.isVisible())) {
    await page.getByRole('button', { name }).last().tap();
    await shown.waitFor({ timeout: 10_000 }).catch(() => undefined);
  }
}

describe('with one finger on a phone', () => {
  let page: Page;
  let finger: OneFinger;
  let errors: string[];
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await shoot(page, `pose-editor-${name}`)));
  };

  beforeAll(async () => {
    page = await signedInPage('phone', 'thumb');
    errors = listenForErrors(page);
    finger = await OneFinger.on(page);
  });
  afterAll(async () => {
    await page?.context().close();
  });

  test('a pose of the library opens whole, above the sheet', async () => {
    await page.goto('/poses');
    await page.locator('[data-place="0"] button').first().tap();
    await page.getByRole('button', { name: 'Edit', exact: true }).tap();
    await page.waitForURL(/\/edit$/);
    await figureDrawn(page);
    const top = await placeOf(page, 'headTop');
    const toes = await placeOf(page, 'leftToe');
    const sheet = await page.getByRole('heading', { name: 'Whole figure' }).last().boundingBox();
    expect(top.y).toBeGreaterThan(56);
    expect(toes.y).toBeLessThan((sheet?.y ?? 0) - 20);
    await look('opened');
  });

  test('a dragged wrist follows the finger, and the page does not scroll', async () => {
    const from = await placeOf(page, 'leftWrist');
    await finger.drag(from, { x: 24, y: -110 });
    await arrives(page, 'leftWrist', { x: from.x + 24, y: from.y - 110 }, 6);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.getByRole('button', { name: 'Undo: move left wrist' }).waitFor();
    await look('dragged');
    await page.getByRole('button', { name: 'Undo: move left wrist' }).tap();
    await arrives(page, 'leftWrist', from, 2);
  });

  test('mirror and presets work from the sheet', async () => {
    const right = await placeOf(page, 'rightWrist');
    await finger.drag(right, { x: -30, y: -90 });
    await page.getByRole('button', { name: 'Undo: move right wrist' }).waitFor();
    await tapFor(page, 'Mirror', 'Undo: mirror');
    await page.getByRole('button', { name: 'Presets' }).tap();
    await look('presets');
    await tapFor(page, 'In the hair', 'Undo: in the hair');
    await look('preset');
  });

  test('what was changed outlives a reload and is offered back', async () => {
    await page.reload();
    await figureDrawn(page);
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    await look('draft');
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.getByRole('button', { name: 'Undo: go on with what was not saved' }).waitFor();
  });

  test('whoever would leave with changes is asked first', async () => {
    await page.getByRole('button', { name: 'Back' }).tap();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).tap();
    await figureDrawn(page);
  });

  test('saved, it stands under own poses and a picture is made with it', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).tap();
    await page.getByLabel('Name').fill('My thumb pose');
    await look('save');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).tap();
    await page.getByText('Saved under your own poses').first().waitFor();
    await page.goto('/poses?shelf=mine');
    await page.getByRole('button', { name: 'My thumb pose', exact: true }).tap();
    await page.getByRole('heading', { name: 'My thumb pose' }).waitFor();
    await look('own');
    await page.getByRole('button', { name: 'Use in generator' }).tap();
    await page.waitForURL(/\/generate/);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).tap(),
    ]);
    await chooser.setFiles(await picked(await portrait()));
    // Asked once, before a face is looked at.
    await page.getByRole('button', { name: 'I agree' }).tap();
    await page.getByText('One face, well lit').waitFor();
    // The pose stands already; a phone goes by it.
    await page.getByRole('button', { name: 'Next: choose a pose' }).tap();
    await page
      .getByRole('button', { name: /^Generate/ })
      .last()
      .tap();
    await page.getByRole('button', { name: 'Download' }).waitFor();
    await look('generated');
  });

  test('a pose of one’s own is saved over, and as a new one beside it', async () => {
    await page.goto('/poses?shelf=mine');
    await page.getByRole('button', { name: 'My thumb pose', exact: true }).tap();
    await page.getByRole('button', { name: 'Edit', exact: true }).tap();
    await page.waitForURL(/\/edit$/);
    await figureDrawn(page);
    const from = await placeOf(page, 'rightWrist');
    await finger.drag(from, { x: -20, y: -80 });
    await arrives(page, 'rightWrist', { x: from.x - 20, y: from.y - 80 }, 6);
    await page.getByRole('button', { name: 'Save', exact: true }).tap();
    const saved = page.getByText('Saved', { exact: true });
    await saved.waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Save as new' }).tap();
    const field = page.getByLabel('Name');
    await field.waitFor();
    // What was said of the first saving may still stand there; it does not stand before the question.
    const top = (await page.getByRole('dialog').boundingBox())?.y ?? 0;
    for (const message of await saved.all()) {
      const box = await message.boundingBox();
      if (box) expect(box.y + box.height).toBeLessThan(top);
    }
    await look('save-as-new');
    await field.fill('My second thumb pose');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).tap();
    await page.getByRole('heading', { name: 'My second thumb pose' }).waitFor();
    await page.goto('/poses?shelf=mine');
    await page.getByRole('button', { name: 'My second thumb pose', exact: true }).waitFor();
    await page.getByRole('button', { name: 'My thumb pose', exact: true }).tap();
    await page.getByRole('button', { name: 'Edit', exact: true }).tap();
    await figureDrawn(page);
    // The figure may stand a little larger or smaller than before: it is framed whole.
    expect(apart(await placeOf(page, 'rightWrist'), from)).toBeGreaterThan(40);
  });

  test('a pose of one’s own is renamed, and a deletion taken back', async () => {
    await page.goto('/poses?shelf=mine');
    await page.getByRole('button', { name: 'More: My thumb pose' }).tap();
    await page.getByRole('menuitem', { name: 'Rename' }).tap();
    await page.getByRole('textbox', { name: 'Name' }).fill('Thumbs up');
    await page.keyboard.press('Enter');
    const tile = page.getByRole('button', { name: 'Thumbs up', exact: true });
    await tile.waitFor();
    await page.getByRole('button', { name: 'More: Thumbs up' }).tap();
    await page.getByRole('menuitem', { name: 'Delete' }).tap();
    await tile.waitFor({ state: 'detached' });
    await look('deleted');
    await page.getByRole('button', { name: 'Undo', exact: true }).tap();
    await tile.waitFor();
  });

  test('axe finds nothing, and the page never complained', () => {
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('with keys alone', () => {
  test('a joint is reached by Tab, moved by arrows, turned, taken back, mirrored and saved', async () => {
    const page = await signedInPage('desk', 'keys');
    const errors = listenForErrors(page);
    await page.goto('/poses/new');
    await figureDrawn(page);
    const focused = () =>
      page.evaluate(() =>
        document.activeElement instanceof HTMLElement
          ? (document.activeElement.dataset.handle ?? '')
          : '',
      );
    for (let presses = 0; presses < 80 && (await focused()) !== 'leftWrist'; presses += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe('leftWrist');
    await page.getByRole('heading', { name: 'Left wrist' }).first().waitFor();
    const from = await placeOf(page, 'leftWrist');
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('Shift+ArrowUp');
    await page.getByRole('button', { name: 'Undo: move left wrist' }).waitFor();
    expect(apart(await placeOf(page, 'leftWrist'), from)).toBeGreaterThan(60);
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Undo: turn left wrist' }).waitFor();
    const faults = await shoot(page, 'pose-editor-keys');
    // Keys that follow each other slowly, as on a busy machine, are steps of their own.
    const undo = page.getByRole('button', { name: /^Undo/ });
    while (await undo.isEnabled()) await page.keyboard.press('Control+z');
    await arrives(page, 'leftWrist', from, 1);
    await page.keyboard.press('Control+y');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Undo: mirror' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByLabel('Name').waitFor();
    await page.keyboard.type('By keys alone');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/poses\/.+\/edit$/);
    await page.getByRole('heading', { name: 'By keys alone' }).waitFor();
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('without WebGL', () => {
  test('the same figure is drawn on a plain canvas, and a mouse drags it', async () => {
    const page = await signedInPage('desk', 'flat');
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = new Proxy(real, {
        apply: (target, canvas, [kind, ...rest]) =>
          String(kind).startsWith('webgl') ? null : Reflect.apply(target, canvas, [kind, ...rest]),
      });
    });
    await page.goto('/poses/new');
    expect(await figureDrawn(page)).toBe('canvas');
    const from = await placeOf(page, 'rightWrist');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y - 90, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo: move right wrist' }).waitFor();
    expect(await shoot(page, 'pose-editor-flat')).toEqual([]);
    await page.context().close();
  });
});
