import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { PageMeta, PoseJoints, PoseTemplate } from '@lumiku/contract';
import { poseLibrary } from '@lumiku/poses';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import { users } from '../accounts/tables.ts';
import { poseTemplates } from './tables.ts';
import { type PosesBench, startPosesBench } from './testing/poses-bench.ts';

// A thumbnail is drawn, beside whatever else the machine does.
setDefaultTimeout(60_000);

const One = z.object({ data: PoseTemplate });
const Page = z.object({ data: z.array(PoseTemplate), meta: PageMeta });
const Joints = z.object({ data: PoseJoints });
const Refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fix: z.string().optional(),
    issues: z.array(z.object({ path: z.string() })).optional(),
  }),
});
const OpenposeFile = z.object({
  people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })),
});

let bench: PosesBench;
let ayu: string;
let budi: string;
beforeAll(async () => {
  bench = await startPosesBench();
  [ayu, budi] = [await bench.addPerson(), await bench.addPerson()];
}, 60_000);
afterAll(() => bench.stop());

const libraryId = (category: string): string =>
  poseLibrary.find((pose) => pose.category === category)?.id ?? '';
const jointsOf = async (id: string): Promise<PoseJoints> =>
  Joints.parse(await (await bench.ask(`/api/poses/${id}/joints`, ayu)).json()).data;
const openposeOf = async (id: string) =>
  OpenposeFile.parse(await (await bench.ask(`/api/poses/${id}/openpose.json`, ayu)).json());
const create = async (body: unknown, userId: string | null = ayu) =>
  await bench.send('POST', '/api/poses', userId, body);
const created = async (body: unknown): Promise<PoseTemplate> =>
  One.parse(await (await create(body)).json()).data;
const refusal = async (response: Response) => ({
  status: response.status,
  ...Refusal.parse(await response.json()).error,
});

describe('a pose of one’s own', () => {
  test('made of joints is kept as it is and opens again in the editor', async () => {
    const joints = await jointsOf(libraryId('seated'));
    const response = await create({ name: 'Kursi merah', joints });
    expect(response.status).toBe(201);
    const { data } = One.parse(await response.json());
    expect(data).toMatchObject({ name: 'Kursi merah', isMine: true, category: 'seated' });
    expect(await jointsOf(data.id)).toEqual(joints);
  });

  test('made of OpenPose JSON gives nearly the same skeleton back', async () => {
    for (const category of ['walking', 'contrapposto', 'leaning']) {
      const given = await openposeOf(libraryId(category));
      const { id } = await created({ name: 'From a skeleton', openpose: given });
      const back = await openposeOf(id);
      const [a = [], b = []] = [given, back].map(
        ({ people }) => people[0]?.pose_keypoints_2d ?? [],
      );
      const off = a.map((value, at) => (at % 3 === 2 ? 0 : Math.abs(value - (b[at] ?? 0))));
      expect(Math.max(...off)).toBeLessThan(60);
    }
  });

  test('is listed as mine, newest first, for its owner and nobody else', async () => {
    const joints = await jointsOf(libraryId('walking'));
    const { id } = await created({ name: 'Walk to me', joints, tags: ['street'] });
    const mine = Page.parse(await (await bench.ask('/api/poses?mine=true', ayu)).json());
    expect(mine.data[0]?.id).toBe(id);
    const found = Page.parse(
      await (await bench.ask('/api/poses?mine=true&q=walk+to&tag=street', ayu)).json(),
    );
    expect(found.data.map((pose) => pose.id)).toContain(id);
    const theirs = Page.parse(await (await bench.ask('/api/poses?mine=true', budi)).json());
    expect(theirs.data).toEqual([]);
    const all = Page.parse(await (await bench.ask('/api/poses?limit=1', ayu)).json());
    expect(all.meta.total).toBe(poseLibrary.length);
  });

  test('does not exist for others: not to read, draw, change or delete', async () => {
    const joints = await jointsOf(libraryId('standing'));
    const { id } = await created({ name: 'Private', joints });
    for (const part of [
      '',
      '/joints',
      '/similar',
      '/control.png',
      '/openpose.json',
      '/thumbnail.webp',
    ])
      expect((await bench.ask(`/api/poses/${id}${part}`, budi)).status).toBe(404);
    expect((await bench.ask(`/api/poses/${id}/thumbnail.webp`, null)).status).toBe(404);
    expect((await bench.send('PUT', `/api/poses/${id}`, budi, { name: 'Mine' })).status).toBe(404);
    expect((await bench.send('DELETE', `/api/poses/${id}`, budi)).status).toBe(404);
    expect((await bench.ask(`/api/poses/${id}`, ayu)).status).toBe(200);
    expect((await create({ name: 'Nobody', joints }, null)).status).toBe(401);
    expect((await bench.send('DELETE', `/api/poses/${id}`, null)).status).toBe(401);
  });

  test('has its own thumbnail, drawn once and drawn again when it changes', async () => {
    const joints = await jointsOf(libraryId('crouching'));
    const pose = await created({ name: 'Down', joints });
    const first = await bench.ask(pose.thumbnailUrl, ayu);
    expect(first.headers.get('cache-control')).toContain('private');
    const bytes = new Uint8Array(await first.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 384 });
    const again = await bench.ask(pose.thumbnailUrl, ayu);
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    const other = await jointsOf(libraryId('jumping'));
    const change = await bench.send('PUT', `/api/poses/${pose.id}`, ayu, { joints: other });
    const changed = One.parse(await change.json()).data;
    expect(changed.thumbnailUrl).not.toBe(pose.thumbnailUrl);
    expect(changed.name).toBe('Down');
    const redrawn = await bench.ask(changed.thumbnailUrl, ayu);
    expect(Buffer.from(await redrawn.arrayBuffer()).equals(bytes)).toBe(false);
  });

  test('is renamed without touching its shape', async () => {
    const joints = await jointsOf(libraryId('floor'));
    const { id } = await created({ name: 'Old name', joints });
    const response = await bench.send('PUT', `/api/poses/${id}`, ayu, { name: 'New name' });
    expect(One.parse(await response.json()).data.name).toBe('New name');
    expect(await jointsOf(id)).toEqual(joints);
  });

  test('once deleted is gone, but a picture made with it still finds its skeleton', async () => {
    const joints = await jointsOf(libraryId('turned'));
    const { id } = await created({ name: 'Gone soon', joints });
    expect((await bench.send('DELETE', `/api/poses/${id}`, ayu)).status).toBe(200);
    expect((await bench.ask(`/api/poses/${id}`, ayu)).status).toBe(404);
    expect((await bench.send('DELETE', `/api/poses/${id}`, ayu)).status).toBe(404);
    await expect(bench.poses.get(id, ayu)).rejects.toMatchObject({ code: 'POSE_NOT_FOUND' });
    expect((await bench.poses.get(id, ayu, { evenDeleted: true })).id).toBe(id);
    expect((await bench.ask(`/api/poses/${id}/control.png`, ayu)).status).toBe(200);
    expect((await bench.ask(`/api/poses/${id}/control.png`, budi)).status).toBe(404);
    const mine = Page.parse(await (await bench.ask('/api/poses?mine=true', ayu)).json());
    expect(mine.data.map((pose) => pose.id)).not.toContain(id);
  });

  test('goes with the account', async () => {
    const leaving = await bench.addPerson();
    const joints = await jointsOf(libraryId('standing'));
    await create({ name: 'Mine', joints }, leaving);
    await bench.db.delete(users).where(eq(users.id, leaving));
    const left = await bench.db
      .select()
      .from(poseTemplates)
      .where(eq(poseTemplates.ownerId, leaving));
    expect(left).toEqual([]);
  });

  test('stays when the library is seeded anew', async () => {
    const joints = await jointsOf(libraryId('standing'));
    const { id } = await created({ name: 'Stays', joints });
    await bench.db.execute('delete from pose_library_seeds');
    await bench.poses.start();
    expect((await bench.ask(`/api/poses/${id}`, ayu)).status).toBe(200);
  });
});

describe('a pose that cannot be kept', () => {
  const points = Array.from({ length: 18 }, (_, at) => [100 + 7 * at, 200 + 20 * at, 1]);
  const skeleton = (change: Record<string, unknown> = {}) => ({
    people: [{ pose_keypoints_2d: points.flat(), ...change }],
  });

  test('says what is missing or given twice', async () => {
    const joints = await jointsOf(libraryId('standing'));
    expect(await refusal(await create({ name: 'Neither' }))).toMatchObject({
      status: 400,
      code: 'POSE_SOURCE_UNCLEAR',
    });
    expect(
      await refusal(await create({ name: 'Both', joints, openpose: skeleton() })),
    ).toMatchObject({ status: 400, code: 'POSE_SOURCE_UNCLEAR' });
    expect((await create({ name: '  ', joints })).status).toBe(400);
    expect((await create({ name: 'x'.repeat(101), joints })).status).toBe(400);
  });

  test('says what is wrong with the skeleton', async () => {
    const wrong: [unknown, string][] = [
      ['{"people": [NaN]}', 'JSON'],
      [{ people: [skeleton().people[0], skeleton().people[0]] }, '2 people'],
      [skeleton({ pose_keypoints_2d: [], hand_left_keypoints_2d: Array(63).fill(9) }), 'hands'],
      [
        skeleton({ pose_keypoints_2d: points.flat().map((v, i) => (i < 5 ? v / 1000 : v)) }),
        'shares',
      ],
      [skeleton({ pose_keypoints_2d: points.flat().map((v, i) => (i === 4 ? null : v)) }), '.4'],
      [skeleton({ pose_keypoints_2d: points.flat().map((v, i) => (i > 11 ? 0 : v)) }), 'Too few'],
    ];
    for (const [openpose, words] of wrong) {
      const answer = await refusal(await create({ name: 'Wrong', openpose }));
      expect([answer.status, answer.code]).toEqual([422, 'POSE_OPENPOSE_INVALID']);
      expect(answer.message).toContain(words);
      expect(answer.fix).toBeTruthy();
    }
  });

  test('is read from every dialect: a frame in a list, shares, 25 points, unsure points, hands beside it, an arm missing', async () => {
    const numbers = points.flat();
    const body25 = [...numbers.slice(0, 24), 0, 0, 0, ...numbers.slice(24), ...Array(18).fill(0)];
    const shares = numbers.map((v, i) => (i % 3 === 0 ? v / 768 : i % 3 === 1 ? v / 1024 : v));
    const dialects: [string, unknown][] = [
      ['list', [skeleton()]],
      ['text', JSON.stringify(skeleton())],
      ['shares', skeleton({ pose_keypoints_2d: shares })],
      ['25 points', skeleton({ pose_keypoints_2d: body25 })],
      ['unsure', skeleton({ pose_keypoints_2d: numbers.map((v, i) => (i % 3 === 2 ? 0.4 : v)) })],
      ['hands', skeleton({ hand_left_keypoints_2d: Array(63).fill(9) })],
      ['no arm', skeleton({ pose_keypoints_2d: numbers.map((v, i) => (i > 8 && i < 15 ? 0 : v)) })],
    ];
    const answers = await Promise.all(
      dialects.map(async ([name, openpose]) => [name, (await create({ name, openpose })).status]),
    );
    expect(answers).toEqual(dialects.map(([name]) => [name, 201]));
  });

  test('with a face and no body is refused', async () => {
    const onlyFace = points.flatMap((point, at) =>
      at === 0 || at > 13 || at < 3 ? point : [0, 0, 0],
    );
    const answer = await refusal(
      await create({ name: 'Face', openpose: skeleton({ pose_keypoints_2d: onlyFace }) }),
    );
    expect([answer.status, answer.code]).toEqual([422, 'POSE_OPENPOSE_INVALID']);
  });

  test('names the limb that is too long, the axes that are none and the joint that is missing', async () => {
    const joints = await jointsOf(libraryId('standing'));
    const [x, y, z] = joints.joints.leftWrist;
    const long = {
      ...joints,
      joints: { ...joints.joints, leftWrist: [x + 0.5, y, z] },
    };
    expect((await refusal(await create({ name: 'Long', joints: long }))).message).toContain(
      'left forearm',
    );
    const bent = { ...joints, frames: { ...joints.frames, head: [1, 1, 0, 0, 1, 0, 0, 0, 1] } };
    expect((await refusal(await create({ name: 'Bent', joints: bent }))).message).toContain('head');
    const { nose: _nose, ...others } = joints.joints;
    const without = await refusal(
      await create({ name: 'No', joints: { ...joints, joints: others } }),
    );
    expect([without.status, without.issues?.[0]?.path]).toEqual([400, 'joints.joints.nose']);
    const huge = { ...joints, joints: { ...joints.joints, nose: [0, 1e9, 0] } };
    expect((await create({ name: 'Far', joints: huge })).status).toBe(400);
  });

  test('half a body is filled up, and its control image shows only what was given', async () => {
    const given = await openposeOf(libraryId('walking'));
    const numbers = given.people[0]?.pose_keypoints_2d.map((v, i) => (i >= 24 && i < 42 ? 0 : v));
    const pose = await created({
      name: 'Half',
      openpose: { people: [{ pose_keypoints_2d: numbers }] },
    });
    expect(pose.framing).not.toBe('full');
    expect(pose.keypoints.slice(8, 14)).toEqual([null, null, null, null, null, null]);
    expect(pose.keypoints[4]).not.toBeNull();
  });
});

describe('switches of a pose', () => {
  test('mirroring exchanges left and right, turning changes the view', async () => {
    const id = libraryId('walking');
    const plain = await bench.poses.get(id, ayu);
    const mirrored = await bench.poses.get(id, ayu, { mirror: true });
    expect(mirrored.solved.joints.leftWrist[0]).toBeCloseTo(-plain.solved.joints.rightWrist[0], 9);
    expect(mirrored.yaw).toBeCloseTo(-plain.yaw, 9);
    expect((await bench.poses.get(id, ayu, { yaw: 180 })).view).toBe('back');
    const control = async (query: string) =>
      Buffer.from(
        await (await bench.ask(`/api/poses/${id}/control.png${query}`, ayu)).arrayBuffer(),
      ).toString('base64');
    expect(await control('?mirror=true')).not.toBe(await control(''));
    expect(await control('?yaw=90')).not.toBe(await control('?yaw=0'));
    expect((await bench.ask(`/api/poses/${id}/control.png?yaw=999`, ayu)).status).toBe(400);
  });

  test('a turned thumbnail is drawn for people of the studio only, a mirrored one for all', async () => {
    const id = libraryId('walking');
    const at = (query: string, userId: string | null) =>
      bench.ask(`/api/poses/${id}/thumbnail.webp${query}`, userId);
    expect((await at('?mirror=true', null)).status).toBe(200);
    expect((await at('?yaw=90', null)).status).toBe(404);
    const turned = await at('?yaw=90', ayu);
    expect(turned.status).toBe(200);
    const picture = await sharp(new Uint8Array(await turned.arrayBuffer())).metadata();
    expect(picture).toMatchObject({ format: 'webp', width: 384, height: 512 });
  });
});
