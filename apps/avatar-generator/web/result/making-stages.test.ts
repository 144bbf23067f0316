import { expect, test } from 'bun:test';
import { makingStages, stageKey, watchedSeconds } from './making-stages.ts';

const states = (status: string, stage: string | null) =>
  makingStages('picture', status, stage).map((step) => step.state);

test('steps before the present one are done, those after it are to come', () => {
  expect(states('pending', null)).toEqual(['now', 'next', 'next', 'next', 'next']);
  expect(states('processing', 'checking_photo')).toEqual(['done', 'now', 'next', 'next', 'next']);
  expect(states('processing', 'drawing')).toEqual(['done', 'done', 'now', 'next', 'next']);
  expect(states('processing', 'measuring')).toEqual(['done', 'done', 'done', 'now', 'next']);
  expect(states('processing', 'saving')).toEqual(['done', 'done', 'done', 'done', 'now']);
  expect(states('completed', null)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('the steps a picture goes through, in HD too, never go back', () => {
  const passed = ['reading_photo', 'drawing', 'encoding', 'measuring', 'enlarging', 'saving'];
  const order = makingStages('picture', 'pending', null).map(({ key }) => key);
  const places = passed.map((stage) => order.indexOf(stageKey('processing', stage) ?? ''));
  expect(places).toEqual([1, 2, 2, 3, 4, 4]);
});

test('a clip and a face swap are not held against a pose, and say what is done to them', () => {
  for (const kind of ['clip', 'face-swap'] as const) {
    const steps = makingStages(kind, 'processing', 'drawing');
    expect(steps.map(({ key }) => key)).toEqual(['queued', 'photo', 'drawing', 'saving']);
    expect(steps.map(({ label }) => label.en).join(' ')).not.toContain('pose');
  }
});

test('a step only the engine knows counts as drawing', () => {
  expect(stageKey('processing', 'upscaling_tiles')).toBe('drawing');
  expect(stageKey('processing', null)).toBe('photo');
  expect(stageKey('completed', 'drawing')).toBeNull();
});

test('a time is shown for the steps that were watched and no other', () => {
  const sightings = [
    { key: 'queued', atMs: 1000 },
    { key: 'drawing', atMs: 1500 },
  ];
  expect(watchedSeconds(sightings, 3500)).toEqual({ queued: 0.5, drawing: 2 });
  expect(watchedSeconds([], 3500)).toEqual({});
});
