import { expect, test } from 'bun:test';
import { readChange, watched } from './live-making.ts';

const event = (type: string, data: Record<string, unknown>) => ({
  type,
  data,
  userId: 'u',
  subject: 'g1',
  at: '2026-11-21T09:00:00.000Z',
});

test('progress of unknown size stays unknown', () => {
  expect(readChange(event('generation.progressed', { fraction: null, stage: 'drawing' }))).toEqual({
    kind: 'progress',
    id: 'g1',
    fraction: null,
    stage: 'drawing',
    frameUrl: null,
  });
});

test('a frame of the picture so far stays until the next one comes', () => {
  const data = { fraction: 0.2, stage: 'drawing', previewUrl: '/api/jobs/g1/preview?v=1' };
  expect(readChange(event('generation.progressed', data))).toMatchObject({
    frameUrl: '/api/jobs/g1/preview?v=1',
  });
  const drawing = { status: 'processing', stage: 'drawing', fraction: 0.2 };
  const first = watched(undefined, { ...drawing, frameUrl: '/frame/1' }, 1);
  expect(watched(first, drawing, 2).frameUrl).toBe('/frame/1');
  expect(watched(first, { ...drawing, frameUrl: '/frame/2' }, 2).frameUrl).toBe('/frame/2');
});

test('an event that is not as agreed changes nothing', () => {
  expect(readChange(event('generation.progressed', { fraction: 'half' }))).toBeNull();
  expect(readChange(event('generation.completed', {}))).toBeNull();
  expect(readChange(event('generation.deleted', {}))).toEqual({ kind: 'deleted', id: 'g1' });
});

test('each step is sighted once, when it was first seen', () => {
  const queued = watched(undefined, { status: 'pending', stage: null, fraction: null }, 100);
  const drawing = { status: 'processing', stage: 'drawing' };
  const first = watched(queued, { ...drawing, fraction: 0.1 }, 300);
  const later = watched(first, { ...drawing, fraction: 0.6 }, 900);
  expect(later.fraction).toBe(0.6);
  expect(later.sightings).toEqual([
    { key: 'queued', atMs: 100 },
    { key: 'drawing', atMs: 300 },
  ]);
});
