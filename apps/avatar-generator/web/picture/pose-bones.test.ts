import { expect, test } from 'bun:test';
import type { PoseTemplate } from '@lumiku/contract';
import { bonesOf } from './pose-bones.ts';

const everywhere: PoseTemplate['keypoints'] = Array.from({ length: 18 }, (_, index) => [
  index / 18,
  index / 36,
]);

test('keypoints become positions on the 3:4 canvas', () => {
  const { points } = bonesOf(everywhere);
  expect(points).toHaveLength(14);
  expect(points[9]).toEqual({ x: 150, y: 100 });
});

test('a limb with a hidden end is not drawn, the others stay', () => {
  const hidden = everywhere.map((keypoint, index) => (index === 4 ? null : keypoint));
  expect(bonesOf(everywhere).lines).toHaveLength(13);
  expect(bonesOf(hidden).lines).toHaveLength(12);
  expect(bonesOf(hidden).points).toHaveLength(13);
});

test('eyes and ears are never drawn over the face', () => {
  const faceOnly = everywhere.map((keypoint, index) => (index >= 14 ? keypoint : null));
  expect(bonesOf(faceOnly)).toEqual({ lines: [], points: [] });
});
