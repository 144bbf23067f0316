import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { readFile } from 'node:fs/promises';
import { PageMeta, PoseCollection, PoseSearch, PoseTemplate } from '@lumiku/contract';
import { poseLibrary } from '@lumiku/poses';
import { samplePhotos } from '@lumiku/vision/testing';
import { z } from 'zod';
import { type PosesBench, startPosesBench } from './testing/poses-bench.ts';

// The first photo waits for the networks, beside whatever else the machine does.
setDefaultTimeout(90_000);

const Page = z.object({ data: z.array(PoseTemplate), meta: PageMeta });
const Collections = z.object({ data: z.array(PoseCollection) });
const OneCollection = z.object({ data: PoseCollection });
const OpenposeFile = z.object({
  people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })),
});

let bench: PosesBench;
let ayu: string;
let budi: string;
beforeAll(async () => {
  bench = await startPosesBench();
  [ayu, budi] = [await bench.addPerson(), await bench.addPerson()];
}, 90_000);
afterAll(() => bench.stop());

const [first = '', second = '', third = ''] = poseLibrary.map(({ id }) => id);
const listed = async (query: string, userId = ayu): Promise<string[]> => {
  const answer = await (await bench.ask(`/api/poses?${query}`, userId)).json();
  return Page.parse(answer).data.map(({ id }) => id);
};

describe('favourites', () => {
  test('are listed newest first, once each, for their person only', async () => {
    for (const id of [first, second, first]) {
      expect((await bench.send('PUT', `/api/poses/${id}/favourite`, ayu)).status).toBe(200);
    }
    expect(await listed('favourites=true')).toEqual([second, first]);
    expect(await listed('favourites=true', budi)).toEqual([]);
    const ids = await (await bench.ask('/api/poses/favourites', ayu)).json();
    expect(ids).toEqual({ data: [second, first] });
    await bench.send('DELETE', `/api/poses/${second}/favourite`, ayu);
    await bench.send('DELETE', `/api/poses/${second}/favourite`, ayu);
    expect(await listed('favourites=true')).toEqual([first]);
  });

  test('can be filtered and searched like the library', async () => {
    await bench.send('PUT', `/api/poses/${third}/favourite`, ayu);
    const view = poseLibrary.find(({ id }) => id === third)?.view;
    expect(await listed(`favourites=true&view=${view}`)).toContain(third);
    expect(await listed('favourites=true&q=nosuchpose')).toEqual([]);
  });

  test('of unknown poses, others’ poses and nobody are refused', async () => {
    expect((await bench.send('PUT', '/api/poses/no-such/favourite', ayu)).status).toBe(404);
    expect((await bench.send('PUT', `/api/poses/${first}/favourite`, null)).status).toBe(401);
    expect((await bench.ask('/api/poses?favourites=perhaps', ayu)).status).toBe(400);
  });
});

test('poses used last come first among the recent ones', async () => {
  for (const id of [first, second, first]) await bench.send('POST', `/api/poses/${id}/use`, ayu);
  expect(await listed('recent=true')).toEqual([first, second]);
  expect(await listed('recent=true', budi)).toEqual([]);
});

describe('collections', () => {
  const made = async (name: string, userId = ayu): Promise<PoseCollection> => {
    const response = await bench.send('POST', '/api/poses/collections', userId, { name });
    expect(response.status).toBe(201);
    return OneCollection.parse(await response.json()).data;
  };
  const all = async (userId = ayu) =>
    Collections.parse(await (await bench.ask('/api/poses/collections', userId)).json()).data;

  test('hold poses, are renamed, listed by and deleted without their poses', async () => {
    const { id } = await made('Spring lookbook');
    for (const pose of [first, second, second]) {
      const put = await bench.send('PUT', `/api/poses/collections/${id}/poses/${pose}`, ayu);
      expect(put.status).toBe(200);
    }
    expect((await all()).find((one) => one.id === id)?.poseIds).toEqual([second, first]);
    expect(await listed(`collection=${id}`)).toEqual([second, first]);
    await bench.send('DELETE', `/api/poses/collections/${id}/poses/${second}`, ayu);
    expect(await listed(`collection=${id}`)).toEqual([first]);
    const renamed = await bench.send('PUT', `/api/poses/collections/${id}`, ayu, { name: 'Rain' });
    expect(OneCollection.parse(await renamed.json()).data).toMatchObject({
      name: 'Rain',
      poseIds: [first],
    });
    expect((await bench.send('DELETE', `/api/poses/collections/${id}`, ayu)).status).toBe(200);
    expect((await bench.ask(`/api/poses/${first}`, ayu)).status).toBe(200);
    expect((await bench.send('DELETE', `/api/poses/collections/${id}`, ayu)).status).toBe(404);
  });

  test('do not exist for others', async () => {
    const { id } = await made('Mine');
    await bench.send('PUT', `/api/poses/collections/${id}/poses/${first}`, ayu);
    const at = `/api/poses/collections/${id}`;
    expect((await bench.send('PUT', at, budi, { name: 'Stolen' })).status).toBe(404);
    expect((await bench.send('PUT', `${at}/poses/${first}`, budi)).status).toBe(404);
    expect((await bench.send('DELETE', `${at}/poses/${first}`, budi)).status).toBe(404);
    expect((await bench.send('DELETE', at, budi)).status).toBe(404);
    expect(await listed(`collection=${id}`, budi)).toEqual([]);
    expect(await all(budi)).toEqual([]);
  });

  test('refuse empty names, unknown poses, odd ids and nobody', async () => {
    const { id } = await made('Kept');
    const at = '/api/poses/collections';
    expect((await bench.send('POST', at, ayu, { name: ' ' })).status).toBe(400);
    expect((await bench.send('POST', at, null, { name: 'x' })).status).toBe(401);
    expect((await bench.ask(at, null)).status).toBe(401);
    expect((await bench.send('PUT', `${at}/${id}/poses/no-such`, ayu)).status).toBe(404);
    expect((await bench.send('DELETE', `${at}/not-an-id`, ayu)).status).toBe(400);
    expect((await bench.ask('/api/poses?collection=not-an-id', ayu)).status).toBe(400);
  });
});

describe('searching by shape', () => {
  const search = async (body: unknown, userId: string | null = ayu) =>
    await bench.send('POST', '/api/poses/search', userId, body);
  const found = async (body: unknown): Promise<PoseSearch['data']> =>
    PoseSearch.parse(await (await search(body)).json()).data;
  const skeleton = async (id: string, query = ''): Promise<([number, number] | null)[]> => {
    const file = await (await bench.ask(`/api/poses/${id}/openpose.json${query}`, ayu)).json();
    const [person] = OpenposeFile.parse(file).people;
    const numbers = person?.pose_keypoints_2d ?? [];
    return Array.from({ length: 18 }, (_, at) => {
      const [x = 0, y = 0, seen = 0] = numbers.slice(3 * at, 3 * at + 3);
      return seen > 0 ? [x, y] : null;
    });
  };

  test('a skeleton finds its pose, also mirrored and from another side', async () => {
    let right = 0;
    const ids = poseLibrary.filter((_, at) => at % 60 === 0).map(({ id }) => id);
    for (const [at, id] of ids.entries()) {
      const query = ['', '?mirror=true', '?yaw=40', '?yaw=-25&mirror=true'][at % 4] ?? '';
      const [best] = await found({ keypoints: await skeleton(id, query), limit: 1 });
      if (best?.pose.id === id) right += 1;
    }
    expect(right / ids.length).toBeGreaterThanOrEqual(0.85);
  });

  test('a match says whether it is another side than the pose shows by itself', async () => {
    const id = 'twist-wide-arms-out';
    const turned = async (query: string) =>
      (await found({ keypoints: await skeleton(id, query), limit: 1 }))[0];
    expect(await turned('')).toMatchObject({ pose: { id }, mirror: false, isTurned: false });
    expect(await turned('?mirror=true')).toMatchObject({ mirror: true, isTurned: false });
    expect(await turned('?yaw=45')).toMatchObject({ pose: { id }, yaw: 45, isTurned: true });
  });

  test('a sketch of two raised arms finds raised arms', async () => {
    const sketch: ([number, number] | null)[] = Array(18).fill(null);
    for (const [point, place] of [
      [1, [50, 50]],
      [2, [40, 50]],
      [3, [32, 34]],
      [4, [28, 18]],
      [5, [60, 50]],
      [6, [68, 34]],
      [7, [72, 18]],
    ] as const) {
      sketch[point] = [place[0], place[1]];
    }
    const names = (await found({ keypoints: sketch, limit: 5 })).map(({ pose }) => pose);
    for (const { keypoints } of names) {
      const [wrist, shoulder] = [keypoints[4], keypoints[2]];
      expect(wrist?.[1] ?? 1).toBeLessThan(shoulder?.[1] ?? 0);
    }
  });

  test('a photo finds poses like the one in it, and shows who was seen', async () => {
    const body = new FormData();
    const bytes = await readFile(samplePhotos().footballer);
    body.append('image', new File([new Uint8Array(bytes)], 'kick.jpg'));
    body.append('limit', '3');
    const response = await bench.ask('/api/poses/search', ayu, { method: 'POST', body });
    const answer = PoseSearch.parse(await response.json());
    expect(answer.data).toHaveLength(3);
    expect(answer.detection?.people).toHaveLength(1);
    const distances = answer.data.map(({ distance }) => distance);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  test('too little, nothing, nobody in the photo and nobody signed in are refused', async () => {
    expect((await search({ keypoints: Array(18).fill(null) })).status).toBe(422);
    expect((await search({})).status).toBe(400);
    expect((await search({ keypoints: [[1, 2]] })).status).toBe(400);
    expect((await search({ openpose: { people: [] } })).status).toBe(422);
    expect((await search({ keypoints: await skeleton(first) }, null)).status).toBe(401);
    const body = new FormData();
    body.append('image', new File([new Uint8Array(await readFile(samplePhotos().cat))], 'cat.png'));
    const cat = await bench.ask('/api/poses/search', ayu, { method: 'POST', body });
    expect(cat.status).toBe(422);
    expect(await cat.json()).toMatchObject({ error: { code: 'POSE_NOBODY_SEEN' } });
  });
});
