import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { accountsSchema } from '../accounts/index.ts';
import { users } from '../accounts/tables.ts';
import { type RedisServer, startRedis } from '../events/testing/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { createRequestLimit, type RequestLimit } from './create-request-limit.ts';
import { limitsSchema } from './schema-owner.ts';
import { requestCounts } from './tables.ts';

let database: TestDatabase;
let redis: RedisServer;
beforeAll(async () => {
  [database, redis] = await Promise.all([
    createTestDatabase([accountsSchema, limitsSchema]),
    startRedis(),
  ]);
});
afterAll(async () => {
  await database.drop();
  await redis.stop();
});

const TIERS = {
  free: { requestsPerMinute: 10 },
  pro: { requestsPerMinute: 20 },
  enterprise: { requestsPerMinute: 40 },
};

/** How many of `tries` at once are let through, spread over some processes. */
async function letThrough(
  processes: readonly RequestLimit[],
  who: { userId: string; tier: 'free' | 'pro' },
  tries: number,
): Promise<number> {
  const asked = Array.from({ length: tries }, (_, at) => processes[at % processes.length]);
  const answers = await Promise.allSettled(asked.map((limit) => limit?.count(who)));
  return answers.filter(({ status }) => status === 'fulfilled').length;
}

describe.each([
  ['PostgreSQL', (): string | undefined => undefined],
  ['Redis', (): string | undefined => redis.url],
] as const)('requests counted in %s', (_, redisUrl) => {
  const open = () =>
    createRequestLimit({ pool: database.pool, redisUrl: redisUrl(), tiers: TIERS });

  test('two processes together let through what the tier allows, and not one more', async () => {
    const processes = [open(), open()];
    const userId = randomUUID();
    // A connection that is still being made is no reason to count alone.
    await Promise.all(processes.map((limit) => limit.count({ userId: 'warm', tier: 'pro' })));
    if (redisUrl()) await connected(processes);
    expect(await letThrough(processes, { userId, tier: 'free' }, 30)).toBe(10);
    expect(await letThrough(processes, { userId: randomUUID(), tier: 'pro' }, 30)).toBe(20);
    for (const limit of processes) await limit.close();
  });

  test('who is over it is told which limit it is and when to come back', async () => {
    const limit = open();
    if (redisUrl()) await connected([limit]);
    const who = { userId: randomUUID(), tier: 'free' } as const;
    await letThrough([limit], who, 10);
    const refusal = limit.count(who);
    await expect(refusal).rejects.toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      status: 429,
      details: { limit: 10, tier: 'free', per: 'minute' },
    });
    const { retryAfterSeconds } = await refusal.catch((fault) => fault);
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    await limit.close();
  });
});

/** Until counting reaches the store: what one process counts, the next one knows. */
async function connected(processes: readonly RequestLimit[]): Promise<void> {
  const { Redis } = await import('ioredis');
  const client = new Redis(redis.url);
  for (const limit of processes) {
    const userId = randomUUID();
    const key = `lumiku-requests-free:${userId}`;
    while ((await client.get(key)) === null) await limit.count({ userId, tier: 'free' });
  }
  client.disconnect();
}

test('a counter that is away locks nobody out, and still keeps each process to the limit', async () => {
  const gone = await createTestDatabase([accountsSchema]);
  const limit = createRequestLimit({ pool: gone.pool, redisUrl: undefined, tiers: TIERS });
  expect(await letThrough([limit], { userId: randomUUID(), tier: 'free' }, 30)).toBe(10);
  await gone.drop();
});

test('nothing is counted for an account that is gone', async () => {
  const { db, pool } = database;
  const userId = randomUUID();
  await db.insert(users).values({ id: userId, name: 'Somebody', email: `${userId}@example.com` });
  const limit = createRequestLimit({ pool, redisUrl: undefined, tiers: TIERS });
  await limit.count({ userId, tier: 'pro' });
  const key = `lumiku-requests-pro:${userId}`;
  expect(await db.$count(requestCounts, eq(requestCounts.key, key))).toBe(1);
  await db.delete(users).where(eq(users.id, userId));
  expect(await db.$count(requestCounts, eq(requestCounts.key, key))).toBe(0);
});
