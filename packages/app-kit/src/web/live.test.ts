import { describe, expect, test } from 'bun:test';
import { readLiveEvent } from './live.ts';

const event = {
  id: '41',
  type: 'generation.completed',
  userId: 'u1',
  subject: 'g1',
  at: '2026-11-20T10:42:00.000Z',
  data: { status: 'completed' },
};

describe('a message of the progress stream', () => {
  test('an event of the agreed shape is read', () => {
    expect(readLiveEvent(JSON.stringify(event))).toEqual(event);
  });

  test('anything else is passed over and never breaks the page', () => {
    expect(readLiveEvent('')).toBeNull();
    expect(readLiveEvent('{"type":"x"}')).toBeNull();
    expect(readLiveEvent('not json')).toBeNull();
  });
});
