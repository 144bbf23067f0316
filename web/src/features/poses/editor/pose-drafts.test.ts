import { expect, test } from 'bun:test';
import { standingPose } from '@lumiku/pose-editor';
import { createPoseDrafts } from './pose-drafts.ts';

/** What a browser keeps, in memory; `roomFor` entries fit. */
function storageOf(roomFor = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (!kept.has(key) && kept.size >= roomFor) throw new DOMException('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const draft = (savedAt: number) => ({ savedAt, joints: standingPose() });

test('a draft comes back to the person and the pose it is of, and to nobody else', () => {
  const storage = storageOf();
  createPoseDrafts(storage, 'ayu').write('new', draft(1));
  expect(createPoseDrafts(storage, 'ayu').read('new')).toEqual(draft(1));
  expect(createPoseDrafts(storage, 'ayu').read('other')).toBeNull();
  expect(createPoseDrafts(storage, 'budi').read('new')).toBeNull();
});

test('the oldest drafts go, other things stay', () => {
  const storage = storageOf();
  storage.setItem('lumiku.theme', 'dark');
  const drafts = createPoseDrafts(storage, 'ayu');
  for (let at = 0; at < 25; at += 1) drafts.write(`pose-${at}`, draft(at));
  expect(drafts.read('pose-4')).toBeNull();
  expect(drafts.read('pose-5')).not.toBeNull();
  expect(storage.getItem('lumiku.theme')).toBe('dark');
});

test('what cannot be read counts as not there, and a full browser says so', () => {
  const storage = storageOf(1);
  storage.setItem('lumiku.pose-draft.ayu.new', '{"savedAt": 1');
  const drafts = createPoseDrafts(storage, 'ayu');
  expect(drafts.read('new')).toBeNull();
  expect(drafts.write('other', draft(2))).toBe(false);
  drafts.remove('new');
  expect(drafts.write('other', draft(2))).toBe(true);
});
