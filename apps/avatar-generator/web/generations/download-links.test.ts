import { expect, test } from 'bun:test';
import type { Generation } from '../../contract.ts';
import { downloadHref } from './download-links.ts';

const generation: Generation = {
  id: '0199a0f2-7c11-7aaa-8bbb-123456789abc',
  userId: 'u',
  poseTemplateId: 'arms-crossed',
  poseNames: null,
  inputImageUrl: '/uploads/in.png',
  outputImageUrl: '/uploads/out.png',
  thumbnailUrl: null,
  quality: 'hd',
  priority: false,
  stylePreset: 'realistic',
  status: 'completed',
  progress: 100,
  errorMessage: null,
  creditUsed: 7,
  engine: 'local',
  createdAt: '2026-11-21T09:00:00.000Z',
  startedAt: null,
  completedAt: null,
  stage: null,
  queuePosition: null,
  queueAhead: null,
  errorCode: null,
  seed: 1,
  look: null,
};

test('a file is named after its pose, quality and generation, whatever its kind', () => {
  expect(downloadHref(generation, 'webp')).toBe(
    '/uploads/out.png?download=arms-crossed-hd-0199a0f2&format=webp',
  );
});

test('a picture that is not there has no download', () => {
  expect(downloadHref({ ...generation, outputImageUrl: null }, 'png')).toBeNull();
});
