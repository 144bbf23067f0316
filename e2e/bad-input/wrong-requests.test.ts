// Everything a person can send that cannot be made, over real HTTP to one studio: a clear answer each, nothing taken,
// nothing kept. What each check looks at in detail is tested beside the checks.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { filesUnder } from '../support/files-under.ts';
import { portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(120_000);

const data = temporaryDataDir();
let studio: StudioProcess;
let ayu: StudioClient;
let photo: File;
let pose: string;

beforeAll(async () => {
  studio = await startStudio({ dataDir: data.path, env: { LUMIKU_VISION: 'off' } });
  ayu = await StudioClient.signUp(studio.url);
  photo = await portrait();
  pose = await ayu.anyPose();
});
afterAll(async () => {
  await studio?.stop();
  data.remove();
});

const named = (name: string, bytes: BlobPart) => new File([bytes], name, { type: 'image/jpeg' });
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#456' }, limitInputPixels: false });

const PICTURES: [what: string, file: () => Promise<File>, status: number, code: string][] = [
  ['nothing at all', async () => named('empty.jpg', ''), 400, 'UPLOAD_EMPTY'],
  [
    'random bytes',
    async () => named('noise.jpg', new Uint8Array(randomBytes(5_000))),
    415,
    'UPLOAD_NOT_AN_IMAGE',
  ],
  [
    'an SVG named .jpg',
    async () => named('drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    415,
    'UPLOAD_NOT_AN_IMAGE',
  ],
  [
    'a page named .jpg',
    async () => named('page.jpg', '<!doctype html><script>alert(1)</script>'),
    415,
    'UPLOAD_NOT_AN_IMAGE',
  ],
  [
    'a truncated JPEG',
    async () => named('cut.jpg', (await photo.arrayBuffer()).slice(0, 9_000)),
    400,
    'UPLOAD_UNREADABLE',
  ],
  [
    'a picture of sixty megapixels',
    async () =>
      named('huge.jpg', new Uint8Array(await flat(10_000, 6_000).jpeg({ quality: 1 }).toBuffer())),
    400,
    'UPLOAD_TOO_MANY_PIXELS',
  ],
  [
    'eleven megabytes',
    async () => named('heavy.jpg', new Uint8Array(10_900_000)),
    413,
    'UPLOAD_TOO_LARGE',
  ],
  [
    'far more than any photo',
    async () => named('a.jpg', new Uint8Array(15_000_000)),
    413,
    'BODY_TOO_LARGE',
  ],
];

test.each(PICTURES)('%s is refused with what is wrong', async (_what, file, status, code) => {
  const answer = await ayu.generate({ image: await file(), poseTemplateId: pose });
  expect(answer.status).toBe(status);
  const fault = await ayu.fault(answer);
  expect(fault).toMatchObject({ code });
  expect(fault.fix ?? '').not.toBe('');
});

test('a wrong field name, an unknown quality and an unknown pose are refused by name', async () => {
  const body = new FormData();
  body.set('photo', photo);
  body.set('poseTemplateId', pose);
  const path = '/api/apps/avatar-generator/generate';
  const misnamed = await ayu.request(path, { method: 'POST', body });
  expect(misnamed.status).toBe(400);
  expect(await issuePaths(misnamed)).toEqual(['image']);
  const ultra = await ayu.generate({
    ...{ image: photo, poseTemplateId: pose },
    options: { quality: 'ultra', priority: 'maybe' },
  });
  expect(ultra.status).toBe(400);
  expect(await issuePaths(ultra)).toEqual(['priority', 'quality']);
  const unknown = await ayu.generate({ image: photo, poseTemplateId: 'no-such-pose' });
  expect(unknown.status).toBe(404);
});

test('without a token, or with a wrong one, nothing is seen or made', async () => {
  for (const headers of [{}, { authorization: 'Bearer nonsense' }]) {
    const body = new FormData();
    body.set('image', photo);
    body.set('poseTemplateId', pose);
    const made = await fetch(`${studio.url}/api/apps/avatar-generator/generate`, {
      ...{ method: 'POST', headers, body },
    });
    expect(made.status).toBe(401);
    const seen = await fetch(`${studio.url}/api/credits`, { headers });
    expect(seen.status).toBe(401);
  }
});

test('after all of that no credit is held, no file is kept and the studio works', async () => {
  expect(await ayu.credits()).toEqual({ balance: 100, held: 0, available: 100 });
  expect(await ayu.generations()).toEqual([]);
  expect(filesUnder(`${data.path}/uploads`)).toEqual([]);
  const name = '../../../../etc/passwd\u0000 of ayu.jpg';
  const image = new File([await photo.arrayBuffer()], name, { type: 'image/jpeg' });
  const answer = await ayu.generate({ image, poseTemplateId: pose });
  expect(answer.status).toBe(201);
  const made = await ayu.ended(1);
  expect(made[0]).toMatchObject({ status: 'completed' });
  expect(made[0]?.inputImageUrl).toMatch(/^\/uploads\/avatar-generator\/[\w-]+\/[\w.-]+\.jpg$/);
});

/** Fields a refusal names, in alphabetical order. */
async function issuePaths(answer: Response): Promise<string[]> {
  const { issues = [] } = await ayu.fault(answer);
  return issues.map((issue) => issue.path).sort();
}
