import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { readFile } from 'node:fs/promises';
import { PoseDetection, PoseTemplate } from '@lumiku/contract';
import { samplePhotos } from '@lumiku/vision/testing';
import sharp, { type Sharp } from 'sharp';
import { z } from 'zod';
import { type PosesBench, startPosesBench } from './testing/poses-bench.ts';

// The first photo waits for the networks, beside whatever else the machine does.
setDefaultTimeout(90_000);

const Answer = z.object({ data: PoseDetection });
const photos = samplePhotos();
let bench: PosesBench;
let ayu: string;
beforeAll(async () => {
  bench = await startPosesBench();
  ayu = await bench.addPerson();
}, 90_000);
afterAll(() => bench.stop());

const send = async (bytes: Uint8Array, userId: string | null = ayu): Promise<Response> => {
  const body = new FormData();
  body.append('image', new File([new Uint8Array(bytes)], 'photo.jpg'));
  return await bench.ask('/api/poses/detect', userId, { method: 'POST', body });
};
const detect = async (bytes: Uint8Array): Promise<PoseDetection> =>
  Answer.parse(await (await send(bytes)).json()).data;
const codes = ({ problems }: PoseDetection): string[] => problems.map(({ code }) => code);
const jpeg = (picture: Sharp) => picture.jpeg().toBuffer();

describe('poses in photos', () => {
  test('a footballer in full stride is found from head to toe, where he is', async () => {
    const seen = await detect(await readFile(photos.footballer));
    expect(seen.people).toHaveLength(1);
    expect(codes(seen)).toEqual([]);
    const [person] = seen.people;
    expect(person?.keypoints.filter((point) => point !== null)).toHaveLength(18);
    // Right wrist far left and high, right ankle low and near the middle, left ankle right of it.
    const [wrist, ankle, leftAnkle] = [4, 10, 13].map((at) => person?.keypoints[at] ?? [0, 0, 0]);
    expect(wrist?.[0]).toBeLessThan(0.25);
    expect(wrist?.[1]).toBeLessThan(0.4);
    expect(ankle?.[1]).toBeGreaterThan(0.85);
    expect(leftAnkle?.[0]).toBeGreaterThan(0.7);
    expect(person?.score).toBeGreaterThan(0.7);
  });

  test('his pose in space can be kept as one’s own', async () => {
    const [person] = (await detect(await readFile(photos.footballer))).people;
    const response = await bench.send('POST', '/api/poses', ayu, {
      name: 'From a photo',
      joints: person?.joints,
    });
    expect(response.status).toBe(201);
    const { data } = z.object({ data: PoseTemplate }).parse(await response.json());
    // Arms out and low on one leg, as in the photo: the right wrist is higher than the right hip.
    expect(data.keypoints[4]?.[1]).toBeLessThan(data.keypoints[8]?.[1] ?? 0);
  });

  test('four people are told apart, the largest first', async () => {
    const one = await sharp(photos.footballer).extract({
      left: 60,
      top: 40,
      width: 420,
      height: 300,
    });
    const cell = await one.toBuffer();
    const four = sharp({
      create: { width: 840, height: 600, channels: 3, background: '#777777' },
    }).composite([
      { input: cell, left: 0, top: 0 },
      { input: cell, left: 420, top: 0 },
      { input: cell, left: 0, top: 300 },
      { input: cell, left: 420, top: 300 },
    ]);
    const seen = await detect(await jpeg(four));
    expect(seen.people).toHaveLength(4);
    expect(codes(seen)).toContain('several_people');
  });

  test('in a long photo everybody is found, each with what is odd about them alone', async () => {
    const pair = sharp({
      create: { width: 1500, height: 700, channels: 3, background: '#888888' },
    }).composite([
      { input: await sharp(photos.footballer).resize(900).toBuffer(), left: 0, top: 50 },
      { input: await sharp(photos.astronaut).resize(500).toBuffer(), left: 950, top: 120 },
    ]);
    const { people } = await detect(await jpeg(pair));
    const byPlace = people.toSorted((a, b) => a.box.x - b.box.x);
    expect(byPlace.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['half_body'],
    ]);
  });

  test('half a body is read and its legs are guessed standing', async () => {
    const seen = await detect(await readFile(photos.astronaut));
    expect(codes(seen)).toContain('half_body');
    const [person] = seen.people;
    expect(person?.keypoints[10]).toBeNull();
    expect(person?.joints.joints.leftAnkle[1]).toBeLessThan(0.1);
    expect(person?.joints.joints.head[1]).toBeGreaterThan(0.8);
  });

  test('nobody is said to be nobody, in a cat, in noise and on a wall', async () => {
    const wall = sharp({ create: { width: 600, height: 800, channels: 3, background: '#c0a080' } });
    for (const bytes of [await readFile(photos.cat), await jpeg(wall)]) {
      const seen = await detect(bytes);
      expect(seen.people).toEqual([]);
      expect(codes(seen)).toEqual(['nobody']);
    }
  });

  test('a photo upside down is told to be so', async () => {
    const seen = await detect(await jpeg(sharp(photos.footballer).rotate(180)));
    expect(codes(seen)).toContain('upside_down');
  });

  test('what is no picture, none at all, and nobody signed in are refused clearly', async () => {
    expect((await send(new TextEncoder().encode('not a picture'))).status).toBe(415);
    expect((await send(new Uint8Array())).status).toBe(400);
    expect((await send(await readFile(photos.cat), null)).status).toBe(401);
    const bare = await bench.ask('/api/poses/detect', ayu, {
      method: 'POST',
      body: new FormData(),
    });
    expect(bare.status).toBe(400);
  });
});
