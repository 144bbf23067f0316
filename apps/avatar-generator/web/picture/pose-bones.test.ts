import { expect, test } from 'bun:test';
import type { PoseTemplate } from '@lumiku/contract';
import { bonesOf, bonesView } from './pose-bones.ts';

const everywhere: PoseTemplate['keypoints'] = Array.from({ length: 18 }, (_, index) => [
  index / 18,
  index / 36,
]);

const portrait = bonesView(3 / 4);

test('keypoints become positions over a picture of any shape', () => {
  const { points } = bonesOf(everywhere, portrait);
  expect(points).toHaveLength(14);
  expect(points[9]).toEqual({ x: 150, y: 100 });
  expect(bonesView(1)).toEqual({ width: 300, height: 300 });
  expect(bonesOf(everywhere, bonesView(16 / 9)).points[9]).toEqual({ x: 266.7, y: 75 });
});

test('a limb with a hidden end is not drawn, the others stay', () => {
  const hidden = everywhere.map((keypoint, index) => (index === 4 ? null : keypoint));
  expect(bonesOf(everywhere, portrait).lines).toHaveLength(13);
  expect(bonesOf(hidden, portrait).lines).toHaveLength(12);
  expect(bonesOf(hidden, portrait).points).toHaveLength(13);
});

test('eyes and ears are never drawn over the face', () => {
  const faceOnly = everywhere.map((keypoint, index) => (index >= 14 ? keypoint : null));
  expect(bonesOf(faceOnly, portrait)).toEqual({ lines: [], points: [] });
});
