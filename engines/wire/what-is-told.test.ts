import { expect, test } from 'bun:test';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import sharp from 'sharp';
import { faceSwapPrompt, movePrompt, poseEditPrompt } from './edit-words.ts';
import { skeletonPicture } from './skeleton-picture.ts';

const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const solved = solvePose(
  PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: {},
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms: { left: hanging, right: hanging },
    support: 'none',
  }),
  RIGS.female,
);

const pose = { id: 'stand', solved, yaw: 0, pitch: 0, framing: 'full' } as const;

test('a skeleton is a picture of the wanted size: coloured limbs on black', async () => {
  const drawn = await skeletonPicture(pose, { widthPx: 192, heightPx: 256 });
  const picture = sharp(drawn.bytes);
  const [{ width, height, format }, stats] = await Promise.all([
    picture.metadata(),
    picture.stats(),
  ]);
  expect([width, height, format]).toEqual([192, 256, 'png']);
  expect(stats.channels.map((channel) => channel.min)).toEqual([0, 0, 0]);
  expect(stats.channels.every((channel) => channel.max === 255)).toBe(true);
});

test('a skeleton has hands only where an engine wants them', async () => {
  const size = { widthPx: 384, heightPx: 512 };
  const [bare, full] = await Promise.all(
    [{}, { hasHands: true }].map(async (wish) => {
      const drawn = await skeletonPicture(pose, { ...size, ...wish });
      const { data } = await sharp(drawn.bytes).raw().toBuffer({ resolveWithObject: true });
      return Array.from({ length: data.length / 3 }, (_, at) =>
        data.subarray(3 * at, 3 * at + 3),
      ).filter(([r, g, b]) => r === 0 && g === 0 && b === 255).length;
    }),
  );
  expect(full).toBeGreaterThan((bare ?? 0) + 100);
});

test('an edit model is told which picture is which, to keep the person and not to draw the skeleton', () => {
  const told = poseEditPrompt('In a park.', { person: 'Picture 1', other: 'Picture 2' });
  expect(told).toStartWith('Show the person of Picture 1 in exactly the pose of Picture 2.');
  expect(told).toContain('Do not draw the keypoint map');
  expect(told).toEndWith('In a park.');
  expect(faceSwapPrompt()).toContain('in image 1 with the face of the person in image 2');
});

test('a video model is told the move first, then the person’s own words', () => {
  expect(movePrompt('wave', ' At night. ')).toBe(
    'The person raises a hand and waves at the camera with a friendly look. At night. Static camera, the same person throughout.',
  );
});
