import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { PageMeta, PoseFacets, PoseTemplate } from '@lumiku/contract';
import { poseLibrary } from '@lumiku/poses';
import sharp from 'sharp';
import { z } from 'zod';
import { quietLog } from '../jobs/testing/quiet-log.ts';
import { createPoses } from './create-poses.ts';
import { poseTemplates } from './tables.ts';
import { type PosesBench, startPosesBench } from './testing/poses-bench.ts';

const Page = z.object({ data: z.array(PoseTemplate), meta: PageMeta, facets: PoseFacets });
const One = z.object({ data: PoseTemplate });

let bench: PosesBench;
let poses: PosesBench['poses'];
let somebody: string;
beforeAll(async () => {
  bench = await startPosesBench();
  poses = bench.poses;
  somebody = await bench.addPerson();
}, 60_000);
afterAll(() => bench.stop());

const ask = async (path: string, userId: string | null = somebody) => bench.ask(path, userId);
const page = async (query: string) => Page.parse(await (await ask(`/api/poses${query}`)).json());

describe('the pose library', () => {
  test('is seeded once, and again only when it changed', async () => {
    expect(poses.index.size).toBe(poseLibrary.length);
    await bench.db.update(poseTemplates).set({ position: 0 });
    const again = createPoses({ db: bench.db, log: quietLog });
    await again.start();
    const [row] = await bench.db
      .select({ positions: poseTemplates.position })
      .from(poseTemplates)
      .orderBy(poseTemplates.position)
      .limit(1)
      .offset(5);
    expect(row?.positions).toBe(0);
  });

  test('walking through all pages by cursor shows every pose once, in order', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { data, meta } = await page(`?limit=40${cursor}`);
      seen.push(...data.map((pose) => pose.id));
      cursor = meta.nextCursor === undefined ? '' : `&cursor=${meta.nextCursor}`;
      expect(meta.hasMore).toBe(cursor !== '');
    } while (cursor !== '');
    expect(seen).toEqual(poseLibrary.map((pose) => pose.id));
  });

  test('a facet says what choosing it would leave', async () => {
    const { facets } = await page('?category=seated&limit=1');
    for (const [view, count] of Object.entries(facets.view ?? {})) {
      expect((await page(`?category=seated&view=${view}&limit=1`)).meta.total).toBe(count);
    }
    for (const [category, count] of Object.entries(facets.category ?? {})) {
      expect((await page(`?category=${category}&limit=1`)).meta.total).toBe(count);
    }
  });

  test('several values of a facet mean any of them', async () => {
    const [walking, jumping, both] = await Promise.all(
      ['walking', 'jumping', 'walking,jumping'].map((value) => page(`?category=${value}&limit=1`)),
    );
    expect(both?.meta.total).toBe((walking?.meta.total ?? 0) + (jumping?.meta.total ?? 0));
  });

  test('is found by words of both languages, whatever their case', async () => {
    const [pose] = poseLibrary;
    if (!pose) throw new Error('the library is empty');
    for (const name of [pose.names.en, pose.names.id.toUpperCase()]) {
      const { data } = await page(`?q=${encodeURIComponent(name)}`);
      expect(data.map((found) => found.id)).toContain(pose.id);
    }
    expect((await page('?q=nosuchpose')).meta.total).toBe(0);
  });

  test('refuses filters, limits and cursors that make no sense, naming the field', async () => {
    for (const query of ['?category=flying', '?limit=0', '?limit=1000', '?cursor=nowhere']) {
      expect((await ask(`/api/poses${query}`)).status).toBe(400);
    }
  });

  test('like poses come nearest first, without the pose itself', async () => {
    const id = poseLibrary[3]?.id ?? '';
    const response = await ask(`/api/poses/${id}/similar?limit=5`);
    const { data } = z.object({ data: z.array(PoseTemplate) }).parse(await response.json());
    expect(data).toHaveLength(5);
    expect(data.map((pose) => pose.id)).not.toContain(id);
    expect((await ask('/api/poses/no-such-pose/similar')).status).toBe(404);
  });

  test('a random pose obeys the filter', async () => {
    const { data } = One.parse(await (await ask('/api/poses/random?view=back')).json());
    expect(data.view).toBe('back');
    expect((await ask('/api/poses/random?q=nosuchpose')).status).toBe(404);
  });

  test('statistics add up to the whole library', async () => {
    const answer = await (await ask('/api/poses/stats')).json();
    const sums = z.object({ data: z.record(z.string(), z.unknown()) }).parse(answer).data;
    expect(sums.total).toBe(poseLibrary.length);
    const byView = z.record(z.string(), z.number()).parse(sums.byView);
    expect(Object.values(byView).reduce((sum, count) => sum + count, 0)).toBe(poseLibrary.length);
  });

  test('the control image has the size that was asked for and shows the skeleton of the JSON', async () => {
    const id = poseLibrary[0]?.id ?? '';
    const image = await ask(`/api/poses/${id}/control.png?width=384&height=512`);
    const { data, info } = await sharp(new Uint8Array(await image.arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([384, 512]);
    const json = await (await ask(`/api/poses/${id}/openpose.json?width=384&height=512`)).json();
    const file = z
      .object({ people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })) })
      .parse(json);
    const [noseX = 0, noseY = 0] = file.people[0]?.pose_keypoints_2d ?? [];
    const at = (Math.round(noseY) * 384 + Math.round(noseX)) * info.channels;
    expect((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)).toBeGreaterThan(100);
    const plain = await (await ask(`/api/poses/${id}/control.png`)).bytes();
    const thick = await (await ask(`/api/poses/${id}/control.png?family=xinsir`)).bytes();
    expect(Buffer.compare(plain, thick)).not.toBe(0);
    expect((await ask(`/api/poses/${id}/control.png?family=other`)).status).toBe(400);
    expect((await ask(`/api/poses/${id}/control.png?width=9000`)).status).toBe(400);
    expect((await ask('/api/poses/no-such-pose/control.png')).status).toBe(404);
  });

  test('control image and JSON have hands and face when they are asked for', async () => {
    const id = poseLibrary[0]?.id ?? '';
    const people = async (query: string) => {
      const Points = z.array(z.number()).nullable();
      const Person = z.object({
        face_keypoints_2d: Points,
        hand_left_keypoints_2d: Points,
        hand_right_keypoints_2d: Points,
      });
      const json = await (await ask(`/api/poses/${id}/openpose.json${query}`)).json();
      return z.object({ people: z.tuple([Person]) }).parse(json).people[0];
    };
    const lengths = (person: Record<string, number[] | null>) =>
      Object.values(person).map((points) => points?.length ?? null);
    expect(lengths(await people(''))).toEqual([null, null, null]);
    expect(lengths(await people('?hands=true'))).toEqual([null, 63, 63]);
    expect(lengths(await people('?hands=true&face=true'))).toEqual([210, 63, 63]);
    const picture = async (query: string) =>
      await (await ask(`/api/poses/${id}/control.png${query}`)).bytes();
    const pictures = ['', '?hands=true', '?face=true', '?hands=true&face=true'].map(picture);
    const different = new Set((await Promise.all(pictures)).map((bytes) => Bun.hash(bytes)));
    expect(different.size).toBe(4);
    expect((await ask(`/api/poses/${id}/control.png?hands=maybe`)).status).toBe(400);
  });

  test('a thumbnail needs no sign-in and is kept for ever under its own address only', async () => {
    const { data } = await page('?limit=1');
    const address = data[0]?.thumbnailUrl ?? '';
    const response = await bench.ask(address, null);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const picture = await sharp(new Uint8Array(await response.arrayBuffer())).metadata();
    expect(picture).toMatchObject({ format: 'webp', width: 384, height: 512 });
    const bare = await bench.ask(address.split('?')[0] ?? '', null);
    expect(bare.headers.get('cache-control')).not.toContain('immutable');
    expect((await bench.ask('/api/poses/..%2f..%2fsecret/thumbnail.webp', null)).status).toBe(404);
  });

  test('everything else needs sign-in', async () => {
    const id = poseLibrary[0]?.id ?? '';
    for (const path of [
      '',
      '/random',
      '/stats',
      `/${id}`,
      `/${id}/similar`,
      `/${id}/control.png`,
    ]) {
      expect((await ask(`/api/poses${path}`, null)).status).toBe(401);
    }
  });

  test('an unknown pose is 404 with its code', async () => {
    const response = await ask('/api/poses/no-such-pose');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'POSE_NOT_FOUND' } });
  });
});
