// Finding poses on their own page: by kind, by sketch, by photo; keeping them as favourites and in collections.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { PoseSearch, PoseTemplate } from '@lumiku/contract';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { DRAWN_GL, listenForErrors, openBrowser, openDevice, shoot } from '../support/browser.ts';
import { picked, portrait, twoPeople } from '../support/sample-photo.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(90_000);

const NOSE = 0;
const WRISTS = [4, 7] as const;
const ANKLES = [10, 13] as const;

const data = temporaryDataDir();
let studio: StudioProcess;
let browser: Browser;
let page: Page;
let errors: string[];
const faults: string[] = [];

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path });
  browser = await openBrowser(DRAWN_GL);
  const device = await openDevice(browser, studio.url, 'desk');
  device.setDefaultTimeout(45_000);
  await device.request.post('/api/auth/sign-up/email', {
    headers: { origin: studio.url },
    data: { name: 'Sari', email: 'sari@example.com', password: 'sari likes long words' },
  });
  page = await device.newPage();
  errors = listenForErrors(page);
});

afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  data.remove();
});

async function look(name: string): Promise<void> {
  faults.push(...(await shoot(page, `poses-${name}`)));
}

/** What the next search by shape answers. */
async function nextSearch(act: () => Promise<void>) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/api/poses/search')),
    act(),
  ]);
  return PoseSearch.parse(await answer.json()).data;
}

test('kinds narrow the library down and say how much is left', async () => {
  await page.goto('/poses');
  await page.locator('[data-place="0"] img').first().waitFor();
  await look('library');
  await page.getByRole('button', { name: /^Seated ?\d/ }).click();
  // No seated pose is seen from the side: only what leaves something is offered.
  const threeQuarter = page.getByRole('button', { name: /^Three-quarter ?\d/ });
  await page.getByRole('button', { name: /^Side ?\d/ }).waitFor({ state: 'detached' });
  const left = /\d+$/.exec((await threeQuarter.textContent()) ?? '')?.[0];
  await threeQuarter.click();
  await page.getByRole('button', { name: new RegExp(`^Seated ?${left}$`) }).waitFor();
  await page.locator('[data-place="0"] img').first().waitFor();
});

test('a liked pose stands among the favourites, and in a collection under its name', async () => {
  await page.goto('/poses');
  await page.locator('[data-place="1"] button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Favourite', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New', exact: true }).click();
  await page.getByLabel('Name').fill('Lookbook');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lookbook' }).first().waitFor();
  await look('detail');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Favourites', exact: true }).click();
  await page.locator('[data-place="0"] img').first().waitFor();
  expect(await page.locator('[data-place]').count()).toBe(1);
  await page.getByRole('button', { name: /^Lookbook/ }).click();
  await page.locator('[data-place="0"] img').first().waitFor();
});

test('a sketch with both hands up finds poses with hands up', async () => {
  await page.goto('/poses');
  await page.getByRole('button', { name: 'Search by shape' }).click();
  await nextSearch(() => page.getByRole('menuitem', { name: 'Search by sketch' }).click());
  for (const [side, x] of [
    ['Left', 1],
    ['Right', -1],
  ] as const) {
    for (const [joint, lift] of [
      ['elbow', 0.16],
      ['wrist', 0.44],
    ] as const) {
      const sheet = await page.getByRole('group', { name: 'Sketched figure' }).boundingBox();
      const handle = await page.getByRole('button', { name: `${side} ${joint}` }).boundingBox();
      if (!sheet || !handle) throw new Error('The sketch is not there.');
      await nextSearch(async () => {
        await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
        await page.mouse.down();
        await page.mouse.move(
          handle.x + handle.width / 2 + x * sheet.height * 0.03,
          handle.y - sheet.height * lift,
          { steps: 3 },
        );
        await page.mouse.up();
      });
    }
  }
  const again = await nextSearch(() =>
    page.getByRole('button', { name: 'Left wrist' }).press('Shift+ArrowUp'),
  );
  const raised = again.slice(0, 6).filter(({ pose }) => {
    const nose = pose.keypoints[NOSE];
    return nose && WRISTS.some((wrist) => (pose.keypoints[wrist]?.[1] ?? 1) < nose[1]);
  });
  expect(raised.length).toBeGreaterThanOrEqual(4);
  await look('sketch');
});

/** Where a point of the skeleton over the photo is, as a share of the photo's width. */
async function placeOf(point: string): Promise<number> {
  const photo = await page.getByRole('group', { name: 'Skeleton over the photo' }).boundingBox();
  const handle = await page.getByRole('button', { name: point, exact: true }).boundingBox();
  if (!photo || !handle) throw new Error(`${point} is not over the photo.`);
  return (handle.x + handle.width / 2 - photo.x) / photo.width;
}

async function choosePhoto(photo: File): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles(await picked(photo));
}

test('of two people in a photo the second is picked, by name or in the photo, and the skeleton is theirs', async () => {
  await page.goto('/poses');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'From a photo' }).click();
  await choosePhoto(await twoPeople());
  await page.getByText('Several people are in this photo').waitFor();
  expect(await placeOf('Nose')).toBeGreaterThan(0.65);
  await page.getByText('The legs are not in this photo').waitFor();
  await page.getByRole('radio', { name: 'Person 2' }).click();
  expect(await placeOf('Nose')).toBeLessThan(0.4);
  // What is odd about the first is no longer said.
  await page.getByText('The legs are not in this photo').waitFor({ state: 'detached' });
  await look('two-people');
  const photo = await page.getByRole('group', { name: 'Skeleton over the photo' }).boundingBox();
  if (!photo) throw new Error('The photo is not there.');
  await page.mouse.click(photo.x + photo.width * 0.78, photo.y + photo.height * 0.45);
  await page.getByRole('radio', { name: 'Person 1', checked: true }).waitFor();
  expect(await placeOf('Nose')).toBeGreaterThan(0.65);
  await page.getByRole('radio', { name: 'Person 2' }).click();
  await page.getByLabel('Keep as a pose of your own').fill('The kick');
  await nextKept(() => page.getByRole('button', { name: 'Keep', exact: true }).click());
});

/** Waits until the pose that is kept has a foot far from the other, as in a kick. */
async function nextKept(act: () => Promise<void>): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/api/poses'),
    ),
    act(),
  ]);
  const { data } = z.object({ data: PoseTemplate }).parse(await answer.json());
  const [right, left] = ANKLES.map((ankle) => data.keypoints[ankle]?.[0] ?? 0);
  expect(Math.abs((right ?? 0) - (left ?? 0))).toBeGreaterThan(0.1);
}

test('a photo shows its skeleton, finds poses like it, and is kept as one’s own', async () => {
  await page.goto('/poses');
  await page.getByRole('button', { name: 'Search by shape' }).click();
  await page.getByRole('menuitem', { name: 'Search by photo' }).click();
  await choosePhoto(await portrait());
  await page.getByRole('group', { name: 'Skeleton over the photo' }).waitFor();
  await page.getByRole('region', { name: 'Poses like it' }).getByRole('button').first().waitFor();
  await look('photo');
  await page.getByLabel('Keep as a pose of your own').fill('As in my photo');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.waitForURL(/\/poses\/.+\/edit$/);
  await page.getByRole('heading', { name: 'As in my photo' }).waitFor();
  await page.locator('[data-drawn-by]').waitFor();
  await look('from-photo');
});

test('axe finds nothing, and the page never complained', () => {
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
});
