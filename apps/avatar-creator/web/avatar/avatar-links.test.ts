import { expect, test } from 'bun:test';
import type { Avatar } from '../../contract.ts';
import { downloadHref, sourceRefOf } from './avatar-links.ts';

const avatar: Avatar = {
  id: '0199a0f2-7c11-4aaa-8bbb-123456789abc',
  userId: 'u',
  projectId: '0199a0f2-7c11-4aaa-8bbb-123456789abd',
  name: 'Sari, merah & "muda"/..',
  imageUrl: '/uploads/avatar-creator/u/a.png',
  thumbnailUrl: '/uploads/avatar-creator/u/a.webp',
  widthPx: 768,
  heightPx: 1024,
  sourceType: 'generated',
  generationPrompt: null,
  enhancedPrompt: null,
  gender: null,
  ageRange: null,
  style: null,
  ethnicity: null,
  bodyType: 'half_body',
  seed: null,
  engine: null,
  creditUsed: 15,
  usageCount: 0,
  lastUsedAt: null,
  createdAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-21T09:00:00.000Z',
};

test('a download is named after the avatar, with nothing a file system could trip over', () => {
  expect(downloadHref(avatar, 'jpeg')).toBe(
    '/uploads/avatar-creator/u/a.png?download=sari-merah-muda-0199a0f2&format=jpeg',
  );
});

test('a name without a letter still makes a file name', () => {
  expect(downloadHref({ ...avatar, name: '🙂' }, 'png')).toContain('download=avatar-0199a0f2');
});

test('another app names the avatar by app, source and id', () => {
  expect(sourceRefOf(avatar)).toBe(`avatar-creator:avatars:${avatar.id}`);
});
