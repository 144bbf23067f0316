import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { SourcePicturesAnswer } from '@lumiku/contract';
import { z } from 'zod';
import { type AppBench, createAppBench, photoFile } from './testing/app-bench.ts';
import { creatorCalls } from './testing/creator-calls.ts';
import { faultOf, generatorCalls, One } from './testing/generator-calls.ts';
import { drawAtOnce } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
const SOURCE = 'avatar-creator:avatars';
let bench: AppBench;
let call: ReturnType<typeof creatorCalls>;
let generator: ReturnType<typeof generatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  call = creatorCalls(bench);
  generator = generatorCalls(bench);
});
afterAll(() => bench.close());
beforeEach(() => bench.engine.play(drawAtOnce));

const History = z.object({
  usageHistory: z.array(z.object({ appId: z.string(), subjectId: z.string() })),
});
async function personWithAvatar() {
  const user = await bench.makeUser();
  const project = await call.project(user);
  const { previewId } = await call.preview(user, project);
  return { user, project, avatar: await call.saved(user, project, { previewId }) };
}
const uses = async (user: string, id: string) =>
  History.parse(await (await call.send(user, 'GET', `/avatars/${id}/usage-history`)).json())
    .usageHistory;
async function generateFrom(user: string, source: string, image?: File): Promise<Response> {
  const form = new FormData();
  form.set('poseTemplateId', bench.pose);
  if (source !== '') form.set('source', source);
  if (image) form.set('image', image);
  return bench.fetch('/api/apps/avatar-generator/generate', user, { method: 'POST', body: form });
}

describe('avatars as the picture of a generation', () => {
  test('are listed with a reference, page by page, to their owner alone', async () => {
    const { user, project, avatar } = await personWithAvatar();
    const second = await call.preview(user, project);
    const newer = await call.saved(user, project, { previewId: second.previewId });
    const sources = await (await bench.fetch('/api/picture-sources', user)).json();
    expect(sources.data).toContainEqual(
      expect.objectContaining({ id: SOURCE, appId: 'avatar-creator' }),
    );
    const page = async (query: string, who = user) =>
      SourcePicturesAnswer.parse(
        await (await bench.fetch(`/api/picture-sources/${SOURCE}?limit=1${query}`, who)).json(),
      );
    const first = await page('');
    expect(first.data.map(({ ref }) => ref)).toEqual([`${SOURCE}:${newer.id}`]);
    const next = await page(`&cursor=${first.meta.nextCursor}`);
    expect(next.data.map(({ ref }) => ref)).toEqual([`${SOURCE}:${avatar.id}`]);
    expect(next.meta.hasMore).toBe(false);
    expect((await page('', await bench.makeUser())).data).toEqual([]);
    expect((await bench.fetch('/api/picture-sources', null)).status).toBe(401);
    expect((await bench.fetch('/api/picture-sources/no:such', user)).status).toBe(404);
  });

  test('make a generation, and the avatar’s history shows it until the generation is deleted', async () => {
    const { user, avatar } = await personWithAvatar();
    const response = await generateFrom(user, `${SOURCE}:${avatar.id}`);
    expect(response.status).toBe(201);
    const { data } = One.parse(await response.json());
    expect(data.inputImageUrl).toStartWith('/uploads/avatar-generator/');
    expect(await uses(user, avatar.id)).toEqual([
      { appId: 'avatar-generator', subjectId: data.id },
    ]);
    expect(await call.avatar(user, avatar.id)).toMatchObject({ usageCount: 1 });
    await generator.reached(user, data.id, 'completed');
    await generator.send(user, 'DELETE', `/generations/${data.id}`);
    expect(await uses(user, avatar.id)).toEqual([]);
  });

  test('may be deleted without the generation losing its picture', async () => {
    const { user, avatar } = await personWithAvatar();
    const { data } = One.parse(await (await generateFrom(user, `${SOURCE}:${avatar.id}`)).json());
    expect((await call.send(user, 'DELETE', `/avatars/${avatar.id}`)).status).toBe(200);
    await generator.reached(user, data.id, 'completed');
    expect((await bench.fetch(data.inputImageUrl, user)).status).toBe(200);
    expect(await bench.filesOf(user, 'avatar-creator')).toEqual([]);
  });

  test('are refused when they are somebody else’s, not there, or beside a photo', async () => {
    const { avatar } = await personWithAvatar();
    const other = await bench.makeUser();
    for (const ref of [`${SOURCE}:${avatar.id}`, `${SOURCE}:x`, 'x', 'no:such:thing']) {
      expect((await generateFrom(other, ref)).status).toBe(404);
    }
    for (const response of [
      await generateFrom(other, `${SOURCE}:x`, await photoFile()),
      await generateFrom(other, ''),
    ]) {
      expect([response.status, (await faultOf(response)).code]).toEqual([400, 'REQUEST_INVALID']);
    }
    expect(await bench.filesOf(other)).toEqual([]);
    expect((await bench.credits.summary(other)).held).toBe(0);
  });
});
