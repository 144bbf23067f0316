import { afterAll, beforeAll, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { Fault } from '@lumiku/contract';
import { accountsSchema } from '../accounts/schema-owner.ts';
import { addPerson } from '../accounts/testing.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { createIdempotency } from './create-idempotency.ts';
import { hashRequest } from './hash-request.ts';
import { idempotencySchema } from './schema-owner.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

const DAY_MS = 86_400_000;
let store: TestDatabase;
let userId: string;
let now = new Date('2026-01-01T00:00:00Z');
const clock = { now: () => now };
const keys = () => createIdempotency({ db: store.db, clock });
beforeAll(async () => {
  store = await createTestDatabase([accountsSchema, idempotencySchema]);
  userId = await addPerson(store.db);
}, STARTS_MS);
afterAll(() => store.drop());

const claim = (key: string, subjectId: string, request: unknown = { pose: 'a' }, of = userId) =>
  store.db.transaction((tx) =>
    keys().claim(tx, { userId: of, key, operation: 'test.make', request, subjectId }),
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (reason: unknown) => (reason instanceof Fault ? reason.code : String(reason)),
  );

test('the first gets null, a repeat gets what the first made', async () => {
  expect(await claim('repeat', 'one')).toBeNull();
  expect(await claim('repeat', 'two')).toBe('one');
});

test('the same key of another person, or for another operation, is another key', async () => {
  await claim('mine', 'one');
  const other = await addPerson(store.db);
  expect(await claim('mine', 'two', { pose: 'a' }, other)).toBeNull();
  const elsewhere = store.db.transaction((tx) =>
    keys().claim(tx, { userId, key: 'mine', operation: 'else', request: 1, subjectId: 'three' }),
  );
  expect(await elsewhere).toBeNull();
});

test('a twin waits for the first and gets its subject; if the first fails, the twin is the first', async () => {
  for (const firstFails of [false, true]) {
    const key = randomUUID();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasClaimed, resolve: claimed } = Promise.withResolvers<void>();
    const first = store.db.transaction(async (tx) => {
      await keys().claim(tx, {
        userId,
        key,
        operation: 'test.make',
        request: {},
        subjectId: 'first',
      });
      claimed();
      await mayEnd;
      if (firstFails) throw new Error('rolled back');
    });
    await hasClaimed;
    const twin = claim(key, 'twin', {});
    end();
    await first.catch(() => undefined);
    expect(await twin).toBe(firstFails ? null : 'first');
  }
});

test('another request under the same key is refused, the same with its fields turned is not', async () => {
  await claim('request', 'one', { pose: 'a', options: { hd: true, seed: 4 } });
  expect(await claim('request', 'two', { options: { seed: 4, hd: true }, pose: 'a' })).toBe('one');
  expect(await codeOf(claim('request', 'two', { pose: 'b' }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('only printable ASCII up to 255 characters is a key', async () => {
  const wrong = ['', ' ', 'a'.repeat(256), 'schlüssel', 'a\nb', 'a\u0000', ' padded '];
  for (const key of wrong) expect(await codeOf(claim(key, 'x'))).toBe('IDEMPOTENCY_KEY_INVALID');
  for (const key of ['x', 'a b', '~'.repeat(255)]) expect(await claim(key, 'x')).toBeNull();
});

test('a key is forgotten after seven days, swept or not', async () => {
  await claim('old', 'one');
  await claim('older', 'one');
  now = new Date(now.getTime() + 6.9 * DAY_MS);
  expect(await claim('old', 'two')).toBe('one');
  expect(await keys().sweep()).toBe(0);
  now = new Date(now.getTime() + 0.2 * DAY_MS);
  expect(await claim('old', 'three')).toBeNull();
  expect(await keys().sweep()).toBeGreaterThan(0);
  expect(await claim('older', 'four')).toBeNull();
  expect(await claim('old', 'five')).toBe('three');
});

test('the hash of a request tells values apart that look alike', () => {
  const alike = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, {}, [], null, undefined, 'a'];
  expect(new Set(alike.map(hashRequest)).size).toBe(alike.length);
});
