// Shoots docs/screens/ anew: a studio of figures alone, no photo of anybody. Look at them before they are committed.
// bun e2e/screens/readme-pictures.ts
import { join } from 'node:path';
import { BatchWithItems, Generation } from '@lumiku/apps/avatar-generator/contract';
import { CLOTHES, CONSENT_VERSION, type LookChoice, type Scene } from '@lumiku/contract';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { openBrowser } from '../support/browser.ts';
import { finishedGeneration } from '../support/finished-generation.ts';
import { startProcess, temporaryDataDir } from '../support/one-process.ts';
import { StudioClient } from '../support/studio-client.ts';
import { Walker } from '../support/walker.ts';

const SCREENS = join(import.meta.dir, '../../docs/screens');
const GENERATOR = '/api/apps/avatar-generator';
const One = z.object({ data: Generation });

/** Who stands in the history, newest last: pose, look, and what else was chosen. */
const CAST: readonly {
  pose: string;
  look: LookChoice & { clothes: keyof typeof CLOTHES };
  scene?: Scene;
  style?: string;
}[] = [
  {
    pose: 'chair-legs-crossed',
    look: {
      clothes: 'blazer',
      skinColour: '#8a5a3c',
      hairStyle: 'short',
      beard: 'full',
      gender: 'male',
    },
    scene: { backdrop: 'grey' },
  },
  {
    pose: 'catwalk-hand-on-hip',
    look: { clothes: 'suit', skinColour: '#c68e63', hairStyle: 'long_wavy', gender: 'female' },
    style: 'anime',
  },
  {
    pose: 'walking-to-camera',
    look: { clothes: 'gamis', skinColour: '#d9a57c', headCover: 'hijab', gender: 'female' },
    scene: { backdrop: 'sage', aspect: '4:5' },
  },
  {
    pose: 'jump-heels-back',
    look: { clothes: 'yoga', skinColour: '#6b432c', hairStyle: 'box_braids', gender: 'female' },
    scene: { backdrop: 'sunset', aspect: '1:1' },
  },
  {
    pose: 'wall-lean-arms-crossed',
    look: {
      clothes: 'shirt_trousers',
      skinColour: '#e6b894',
      hairStyle: 'quiff',
      glasses: 'round',
      gender: 'male',
    },
  },
  {
    pose: 'contrapposto-hand-on-hip',
    look: {
      clothes: 'kebaya',
      skinColour: '#b67b52',
      hairStyle: 'bun',
      glasses: 'cat_eye',
      gender: 'female',
    },
    scene: { backdrop: 'blush', framing: 'three_quarter' },
  },
  {
    pose: 'side-stance-hands-in-pockets',
    look: {
      clothes: 'batik_shirt',
      skinColour: '#9c6a45',
      headCover: 'peci',
      beard: 'goatee',
      gender: 'male',
    },
    style: 'cartoon',
  },
  {
    pose: 'floor-side-sit',
    look: { clothes: 'sundress', skinColour: '#f0cdb0', hairStyle: 'braid', gender: 'female' },
    scene: { backdrop: 'sky', aspect: '4:5' },
  },
  {
    pose: 'half-kneel',
    look: {
      clothes: 'hoodie_joggers',
      skinColour: '#7b4f33',
      hairStyle: 'undercut',
      gender: 'male',
    },
    style: 'line-art',
  },
];

/** Who of them walks in the clip. */
const WALKS = 2;

const data = temporaryDataDir();
const env = { LUMIKU_WELCOME_CREDITS: '1000', LUMIKU_WORKER_CONCURRENCY: '1' };
const studio = await startProcess({ dataDir: data.path, env });
// The first person of a studio is its admin; a guest's screens are what most people see.
await StudioClient.signUp(studio.url, 'owner');
const browser = await openBrowser();
const way = { size: 'desk', language: 'en' } as const;
const walker = await Walker.enter(browser, studio.url, 'Sari', way);
const { page } = walker;
const source = await avatar();

await page.goto(`/generate?source=${source}`);
await page
  .getByText(/person|face/i)
  .first()
  .waitFor();
await shot(page, null, 'generate');

const made: Generation[] = [];
for (const [index, { pose, look, scene = {}, style = 'realistic' }] of CAST.entries()) {
  const [{ top, bottom, accent }] = CLOTHES[look.clothes].colourways;
  const colours = { topColour: top, bottomColour: bottom, accentColour: accent };
  const answer = await walker.ask(One, 'POST', `${GENERATOR}/generate`, {
    multipart: {
      ...{ source, poseTemplateId: pose, stylePreset: style },
      look: JSON.stringify({ ...look, ...colours }),
      scene: JSON.stringify(scene),
      seed: String(41 + index),
    },
  });
  made.push(await finished(answer.data.id));
}
const clip = await walker.ask(One, 'POST', `${GENERATOR}/clips`, {
  data: { generationId: made[WALKS]?.id, move: 'catwalk', seconds: 2 },
});
await finished(clip.data.id);

await shot(page, '/history', 'history', 620);
await shot(page, `/generations/${clip.data.id}`, 'clip');
const Poses = z.object({ data: z.array(z.object({ id: z.string() })) });
const { data: poses } = await walker.ask(Poses, 'GET', '/api/poses?limit=14&category=walking');
const batch = await walker.ask(z.object({ data: BatchWithItems }), 'POST', `${GENERATOR}/batches`, {
  multipart: {
    ...{ source, name: 'Lebaran catalogue', quality: 'hd' },
    look: JSON.stringify({ clothes: 'kebaya', headCover: 'hijab_square' }),
    poseTemplateIds: JSON.stringify(poses.map(({ id }) => id)),
  },
});
await page.goto(`/batches/${batch.data.id}`);
await page.getByText(/^6 of 14/).waitFor({ timeout: 600_000 });
await shot(page, null, 'batch', 760);

await browser.close();
await studio.stop();
data.remove();

/** An avatar from words, which stands in for a photo; its name as a picture source. */
async function avatar(): Promise<string> {
  const Project = z.object({ project: z.object({ id: z.string() }) });
  const creator = '/api/apps/avatar-creator';
  const { project } = await walker.ask(Project, 'POST', `${creator}/projects`, {
    data: { name: 'Lebaran' },
  });
  const prompt = 'A young woman in a mustard striped shirt and blue jeans, bun, warm smile';
  const Made = z.object({ avatars: z.array(z.object({ id: z.string() })) });
  const { avatars } = await walker.ask(
    ...([Made, 'POST', `${creator}/projects/${project.id}/avatars/generate`] as const),
    { data: { prompt, name: 'Putri', bodyType: 'half_body', gender: 'female' } },
  );
  await walker.ask(z.unknown(), 'POST', '/api/consent', { data: { version: CONSENT_VERSION } });
  return `avatar-creator:avatars:${avatars[0]?.id}`;
}

async function finished(id: string): Promise<Generation> {
  const generation = await finishedGeneration(walker, id);
  if (generation.status === 'failed') throw new Error(generation.errorMessage ?? 'failed');
  return generation;
}

/** @param path null: as the page stands; @param heightPx of the picture, from the top */
async function shot(on: Page, path: string | null, name: string, heightPx = 900): Promise<void> {
  if (path !== null) await on.goto(path);
  await on.waitForLoadState('networkidle');
  await on.evaluate(() => document.fonts.ready);
  const clipped = { x: 0, y: 0, width: 1440, height: heightPx };
  const png = await on.screenshot({ animations: 'disabled', clip: clipped });
  await sharp(png)
    .webp({ quality: 82 })
    .toFile(join(SCREENS, `${name}.webp`));
  console.log(`docs/screens/${name}.webp`);
}
