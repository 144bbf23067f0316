import { describe, expect, test } from 'bun:test';
import type { Project } from '../../contract.ts';
import { withoutDeleted } from './without-deleted.ts';

const album: Project = {
  id: 'album',
  userId: 'sari',
  name: 'Lebaran',
  description: null,
  avatarCount: 3,
  coverUrls: ['/c.webp', '/b.webp', '/a.webp'],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const leaving = (name: string, projectId = 'album') => ({
  ...{ id: name, projectId },
  thumbnailUrl: `/${name}.webp`,
});

describe('an album whose avatars are on their way out', () => {
  test('neither counts nor shows what was deleted and can still be taken back', () => {
    const shown = withoutDeleted(album, [leaving('c'), leaving('a')]);
    expect(shown).toEqual({ ...album, avatarCount: 1, coverUrls: ['/b.webp'] });
  });

  test('is untouched by what leaves other albums, and whole again once everything is taken back', () => {
    expect(withoutDeleted(album, [leaving('c', 'other')])).toBe(album);
    expect(withoutDeleted(album, [])).toBe(album);
  });

  test('never counts below nothing when the server has counted the deletion already', () => {
    const counted = { ...album, avatarCount: 0, coverUrls: [] };
    expect(withoutDeleted(counted, [leaving('c')]).avatarCount).toBe(0);
  });
});
