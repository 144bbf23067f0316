import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { startRedis } from '../events/testing/redis-server.ts';
import { createTestDatabase } from '../testing/index.ts';
import { until } from '../testing/until.ts';
import { createPostgresQueue } from './postgres-queue.ts';
import { createRedisQueue } from './redis-queue.ts';
import { createJobBench, type JobBench } from './testing/job-bench.ts';
import { quietLog } from './testing/quiet-log.ts';
import type { WakeQueue } from './wake-queue.ts';

interface Driver {
  name: string;
  start(): Promise<{
    makeQueue: () => WakeQueue;
    wipe: () => Promise<unknown>;
    stop: () => Promise<unknown>;
  }>;
}

const accounts = {
  name: 'accounts',
  migrationsFolder: fileURLToPath(new URL('../accounts/migrations', import.meta.url)),
};

const drivers: Driver[] = [
  {
    name: 'PostgreSQL',
    async start() {
      const database = await createTestDatabase([accounts]);
      return {
        makeQueue: () => createPostgresQueue({ databaseUrl: database.url, log: quietLog }),
        wipe: () => database.pool.query('TRUNCATE bullmq.job CASCADE'),
        stop: () => database.drop(),
      };
    },
  },
  {
    name: 'Redis',
    async start() {
      const redis = await startRedis();
      const client = new Redis(redis.url);
      return {
        makeQueue: () => createRedisQueue({ redisUrl: redis.url, log: quietLog }),
        wipe: () => client.flushall(),
        async stop() {
          client.disconnect();
          await redis.stop();
        },
      };
    },
  },
];

for (const driver of drivers) {
  describe(`wake queue on ${driver.name}`, () => {
    let backend: Awaited<ReturnType<Driver['start']>>;
    beforeAll(async () => {
      backend = await driver.start();
    });
    afterAll(() => backend.stop());

    async function withQueue(run: (queue: WakeQueue) => Promise<void>): Promise<void> {
      const queue = backend.makeQueue();
      await queue.start();
      try {
        await run(queue);
      } finally {
        await queue.stopAnswering();
        await queue.close();
        await backend.wipe();
      }
    }

    test('answers each bell once, from whichever process rang', async () => {
      const other = backend.makeQueue();
      await other.start();
      await withQueue(async (queue) => {
        let answers = 0;
        await queue.answer(async () => {
          answers += 1;
        }, 2);
        await queue.ring([{ id: 'a-1' }, { id: 'b-1' }]);
        await other.ring([{ id: 'c-1' }]);
        await until(() => answers === 3);
        await until(async () => (await queue.waiting()) === 0);
        expect(answers).toBe(3);
      });
      await other.close();
    });

    test('takes a bell that is still there for the same bell', async () => {
      await withQueue(async (queue) => {
        await queue.ring([{ id: 'a-1' }, { id: 'a-1' }]);
        await queue.ring([{ id: 'a-1' }]);
        expect(await queue.waiting()).toBe(1);
      });
    });

    test('rings again under a name that was answered', async () => {
      await withQueue(async (queue) => {
        let answers = 0;
        await queue.answer(async () => {
          answers += 1;
        }, 1);
        await queue.ring([{ id: 'a-1' }]);
        await until(() => answers === 1);
        await until(async () => {
          await queue.ring([{ id: 'a-1' }]);
          return answers >= 2;
        });
        expect(answers).toBeGreaterThanOrEqual(2);
      });
    });

    test('holds a delayed bell back and then rings it', async () => {
      await withQueue(async (queue) => {
        const order: string[] = [];
        await queue.ring([{ id: 'late-1', delayMs: 400 }]);
        expect(await queue.waiting()).toBe(1);
        await queue.answer(async () => {
          order.push('answer');
        }, 1);
        await queue.ring([{ id: 'soon-1' }]);
        await until(() => order.length === 1);
        expect(await queue.waiting()).toBe(1);
        await until(() => order.length === 2);
      });
    });

    test('answers no more than it was told to at once', async () => {
      await withQueue(async (queue) => {
        let inHand = 0;
        let most = 0;
        const open: (() => void)[] = [];
        await queue.answer(async () => {
          inHand += 1;
          most = Math.max(most, inHand);
          await new Promise<void>((resolve) => open.push(resolve));
          inHand -= 1;
        }, 2);
        await queue.ring(['a', 'b', 'c', 'd'].map((id) => ({ id: `${id}-1` })));
        await until(() => inHand === 2);
        for (let answered = 0; answered < 4; answered++) {
          await until(() => open.length > 0);
          open.shift()?.();
        }
        await until(async () => (await queue.waiting()) === 0 && inHand === 0);
        expect(most).toBe(2);
      });
    });

    test('waits for the bells in hand when it stops, and takes no new ones', async () => {
      await withQueue(async (queue) => {
        let release = () => {};
        let answers = 0;
        await queue.answer(async () => {
          answers += 1;
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }, 1);
        await queue.ring([{ id: 'a-1' }, { id: 'b-1' }]);
        await until(() => answers === 1);
        const stopped = queue.stopAnswering();
        release();
        await stopped;
        expect(answers).toBe(1);
        expect(await queue.waiting()).toBe(1);
      });
    });

    test('survives being wiped while it answers', async () => {
      await withQueue(async (queue) => {
        let answers = 0;
        await queue.answer(async () => {
          answers += 1;
        }, 1);
        await backend.wipe();
        await until(async () => {
          await queue.ring([{ id: `again-${answers}` }]);
          return answers > 0;
        });
        expect(answers).toBeGreaterThan(0);
      });
    });
  });
}

describe('jobs on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let bench: JobBench;
  beforeAll(async () => {
    redis = await startRedis();
    bench = await createJobBench(() => createRedisQueue({ redisUrl: redis.url, log: quietLog }));
  });
  afterAll(async () => {
    await bench.close();
    await redis.stop();
  });

  test('live the same life, also when Redis is emptied between', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const ids = await Promise.all(Array.from({ length: 4 }, () => bench.submit(web, user)));
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    const room = bench.makeRoom();
    await room.start();
    for (const id of ids) await until(async () => (await bench.row(id)).state === 'completed');
    expect(await bench.credits.summary(user)).toMatchObject({ balance: 80, held: 0 });
  });
});
