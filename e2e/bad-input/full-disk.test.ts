// A really full disk under the pictures. Where this process may not mount one, the same promise is held by the files
// room with a disk that only says it is full.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../support/files-under.ts';
import { portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';
import { mountTinyDisk } from '../support/tiny-disk.ts';

setDefaultTimeout(120_000);

const DISK_BYTES = 8_000_000;
const disk = mountTinyDisk(DISK_BYTES);
const PAID_ONCE = { balance: 95, held: 0, available: 95 };

describe.if(disk !== null)('with no room for pictures', () => {
  const data = temporaryDataDir();
  let studio: StudioProcess;
  let ayu: StudioClient;
  let photo: File;
  let pose: string;
  const uploads = disk?.path ?? '';

  beforeAll(async () => {
    photo = await portrait();
    const env = { UPLOAD_PATH: uploads, LUMIKU_VISION: 'off' };
    studio = await startStudio({ dataDir: data.path, env });
    ayu = await StudioClient.signUp(studio.url);
    pose = await ayu.anyPose();
  });
  afterAll(async () => {
    await studio?.stop();
    disk?.remove();
    data.remove();
  });

  const sizeOf = (url: string | null | undefined) =>
    statSync(join(uploads, (url ?? '').replace('/uploads/', ''))).size;
  let photoBytes = 0;
  let pictureBytes = 0;

  test('there is room at first', async () => {
    const answer = await ayu.generate({ image: photo, poseTemplateId: pose });
    expect(answer.status).toBe(201);
    const [made] = await ayu.ended(1);
    expect(made).toMatchObject({ status: 'completed' });
    photoBytes = sizeOf(made?.inputImageUrl);
    pictureBytes = sizeOf(made?.outputImageUrl);
  });

  test('a photo that does not fit is refused in plain words: nothing held, nothing half-written', async () => {
    const before = filesUnder(uploads);
    disk?.fillUpTo(photoBytes / 2);
    const answer = await ayu.generate({ image: photo, poseTemplateId: pose });
    expect(answer.status).toBe(503);
    expect(await ayu.fault(answer)).toMatchObject({ code: 'STORAGE_FULL' });
    expect(await ayu.credits()).toEqual(PAID_ONCE);
    expect(await ayu.generations()).toHaveLength(1);
    expect(filesUnder(uploads)).toEqual(before);
  });

  test('a picture that does not fit fails after a few tries, costs nothing and leaves only the photo', async () => {
    const before = filesUnder(uploads);
    disk?.fillUpTo(photoBytes + pictureBytes / 2);
    const answer = await ayu.generate({ image: photo, poseTemplateId: pose });
    expect(answer.status).toBe(201);
    const [made] = await ayu.ended(2);
    expect(made).toMatchObject({ status: 'failed', creditUsed: 0, outputImageUrl: null });
    expect(made?.errorMessage).toMatch(/room|full/i);
    expect(await ayu.credits()).toEqual(PAID_ONCE);
    const left = filesUnder(uploads).filter((name) => !before.includes(name));
    expect(left).toEqual([made?.inputImageUrl?.split('/').at(-1) ?? '']);
  });

  test('with room again the same studio goes on', async () => {
    disk?.makeRoom();
    const answer = await ayu.generate({ image: photo, poseTemplateId: pose });
    expect(answer.status).toBe(201);
    const [newest] = await ayu.ended(3);
    expect(newest).toMatchObject({ status: 'completed' });
    expect(await ayu.credits()).toMatchObject({ balance: 90, held: 0 });
  });
});
