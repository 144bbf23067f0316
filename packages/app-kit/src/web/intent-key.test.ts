import { expect, test } from 'bun:test';
import { createIntentKeys } from './intent-key.ts';

function numbered() {
  let made = 0;
  return createIntentKeys(() => {
    made += 1;
    return `key-${made}`;
  });
}

test('the same wish sends the same key until it is settled', () => {
  const keys = numbered();
  expect(keys.keyFor('a')).toBe('key-1');
  expect(keys.keyFor('a')).toBe('key-1');
  keys.settle();
  expect(keys.keyFor('a')).toBe('key-2');
});

test('a changed wish is another intent', () => {
  const keys = numbered();
  expect(keys.keyFor('a')).toBe('key-1');
  expect(keys.keyFor('b')).toBe('key-2');
  expect(keys.keyFor('a')).toBe('key-3');
});
