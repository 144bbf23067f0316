import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Log } from '@lumiku/app-kit';
import type { LiveEvent } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { users } from '../accounts/tables.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { until } from '../testing/until.ts';
import { createEvents, type EventsRoom } from './create-events.ts';
import { createPostgresListener, type PostgresListener } from './postgres-listener.ts';
import { createPostgresSignals } from './postgres-signals.ts';
import { createRedisSignals } from './redis-signals.ts';
import type { Signals } from './signals.ts';
import { type RedisServer, startRedis } from './testing/redis-server.ts';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };
const OWNERS = ['accounts', 'events'].map((name) => ({
  name,
  migrationsFolder: fileURLToPath(new URL(`../${name}/migrations`, import.meta.url)),
}));

let database: TestDatabase;
let redis: RedisServer;
beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(OWNERS), startRedis()]);
});
afterAll(async () => {
  await database.drop();
  await redis.stop();
});

type MakeSignals = (listener: PostgresListener) => Signals;
const drivers: Record<string, MakeSignals> = {
  PostgreSQL: (listener) => createPostgresSignals({ pool: database.pool, listener, log: quiet }),
  Redis: () => createRedisSignals({ redisUrl: redis.url, log: quiet }),
};

const connectAsProcess = () =>
  new Client({ connectionString: database.url, application_name: 'events-under-test' });

/** One process of the studio, as far as events go. */
async function openProcess(makeSignals: MakeSignals, connect = connectAsProcess) {
  const listener = createPostgresListener({ connect, log: quiet });
  await listener.start();
  const signals = makeSignals(listener);
  await signals.start();
  const events = createEvents({
    db: database.db,
    listener,
    signals,
    clock: { now: () => new Date() },
    log: quiet,
  });
  return {
    events,
    async close() {
      await signals.close();
      await listener.close();
    },
  };
}

async function makeUser(): Promise<string> {
  const id = randomUUID();
  await database.db.insert(users).values({ id, name: 'A', email: `${id}@example.com` });
  return id;
}

const publish = (events: EventsRoom, userId: string, type: string, subject = 'thing') =>
  database.db.transaction((tx) => events.publish(tx, { type, userId, subject, data: {} }));

/** Collects what a stream says until it is stopped. */
function hear(events: EventsRoom, filter: Parameters<EventsRoom['listen']>[0]) {
  const stream = new AbortController();
  const heard: LiveEvent[] = [];
  const done = (async () => {
    for await (const event of events.listen(filter, stream.signal)) heard.push(event);
  })();
  return {
    heard,
    types: () => heard.map((event) => event.type),
    async stop() {
      stream.abort();
      await done;
    },
  };
}

for (const [name, makeSignals] of Object.entries(drivers)) {
  describe(`events with signals on ${name}`, () => {
    let here: Awaited<ReturnType<typeof openProcess>>;
    let there: Awaited<ReturnType<typeof openProcess>>;
    beforeAll(async () => {
      here = await openProcess(makeSignals);
      there = await openProcess(makeSignals);
    });
    afterAll(async () => {
      await here.close();
      await there.close();
    });

    test('a durable event reaches every process after its commit, with a position', async () => {
      const user = await makeUser();
      const ear = hear(there.events, { userId: user, afterId: '0' });
      await publish(here.events, user, 'thing.made');
      await until(() => ear.heard.length === 1);
      expect(ear.heard[0]).toMatchObject({ type: 'thing.made', userId: user, subject: 'thing' });
      expect(ear.heard[0]?.id).toMatch(/^\d+$/);
      await ear.stop();
    });

    test('an event of a transaction that was rolled back is never told', async () => {
      const user = await makeUser();
      const ear = hear(there.events, { userId: user, afterId: '0' });
      const failing = database.db.transaction(async (tx) => {
        await here.events.publish(tx, { type: 'thing.lost', userId: user, subject: 's', data: {} });
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await publish(here.events, user, 'thing.made');
      await until(() => ear.heard.length === 1);
      expect(ear.types()).toEqual(['thing.made']);
      await ear.stop();
    });

    test('a stream goes on where the last one stopped', async () => {
      const user = await makeUser();
      for (const type of ['thing.a', 'thing.b', 'thing.c']) await publish(here.events, user, type);
      const first = hear(there.events, { userId: user, afterId: '0' });
      await until(() => first.heard.length === 3);
      await first.stop();
      const position = first.heard[0]?.id ?? '';
      const second = hear(there.events, { userId: user, afterId: position });
      await until(() => second.heard.length === 2);
      expect(second.types()).toEqual(['thing.b', 'thing.c']);
      await second.stop();
    });

    test('positions of one person are told in order and once, however many write at once', async () => {
      const user = await makeUser();
      const ear = hear(there.events, { userId: user, afterId: '0' });
      await Promise.all(
        Array.from({ length: 30 }, (_, at) => publish(here.events, user, `thing.n${at}`)),
      );
      await until(() => ear.heard.length === 30);
      const ids = ear.heard.map((event) => Number(event.id));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(new Set(ear.types()).size).toBe(30);
      await ear.stop();
    });

    test('signals reach every process and have no position', async () => {
      const user = await makeUser();
      const ear = hear(there.events, { userId: user });
      await until(async () => {
        here.events.signal({ type: 'thing.moved', userId: user, subject: 's', data: { at: 0.5 } });
        return ear.heard.length > 0;
      });
      expect(ear.heard[0]).toMatchObject({ type: 'thing.moved', data: { at: 0.5 } });
      expect(ear.heard[0]?.id).toBeUndefined();
      await ear.stop();
    });

    test('nobody hears what belongs to somebody else, or another subject', async () => {
      const [user, other] = await Promise.all([makeUser(), makeUser()]);
      const ear = hear(there.events, { userId: user, subject: 'mine', afterId: '0' });
      await publish(here.events, other, 'thing.theirs', 'mine');
      await publish(here.events, user, 'thing.elsewhere', 'another');
      here.events.signal({ type: 'thing.signal', userId: other, subject: 'mine', data: {} });
      await publish(here.events, user, 'thing.mine', 'mine');
      await until(() => ear.heard.length > 0);
      expect(ear.types()).toEqual(['thing.mine']);
      await ear.stop();
    });

    test('a signal too large to send is dropped and harms nothing', async () => {
      const user = await makeUser();
      const ear = hear(there.events, { userId: user, afterId: '0' });
      const data = { text: 'x'.repeat(9_000) };
      here.events.signal({ type: 'thing.large', userId: user, subject: 's', data });
      await publish(here.events, user, 'thing.made');
      await until(() => ear.heard.length > 0);
      expect(ear.types()).toEqual(['thing.made']);
      await ear.stop();
    });
  });
}

describe('events over a broken connection', () => {
  test('what happened before the connection listened is told once it does', async () => {
    const makeSignals = drivers.PostgreSQL;
    if (!makeSignals) throw new Error('no driver');
    const mayListen = Promise.withResolvers<void>();
    const process = await openProcess(makeSignals, () => {
      const client = connectAsProcess();
      const query = client.query.bind(client);
      return Object.assign(client, {
        query: async (text: string) => {
          await mayListen.promise;
          return query(text);
        },
      });
    });
    const user = await makeUser();
    await publish(process.events, user, 'thing.before');
    const ear = hear(process.events, { userId: user, afterId: '0' });
    await until(() => ear.heard.length === 1);
    await publish(process.events, user, 'thing.unheard');
    mayListen.resolve();
    await until(() => ear.heard.length === 2);
    expect(ear.types()).toEqual(['thing.before', 'thing.unheard']);
    await ear.stop();
    await process.close();
  });

  test('what happened while the listening connection was down is told after it is back', async () => {
    const makeSignals = drivers.PostgreSQL;
    if (!makeSignals) throw new Error('no driver');
    const process = await openProcess(makeSignals);
    const user = await makeUser();
    const ear = hear(process.events, { userId: user, afterId: '0' });
    await publish(process.events, user, 'thing.before');
    await until(() => ear.heard.length === 1);
    await database.db.execute(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'events-under-test' AND datname = current_database()`,
    );
    await publish(process.events, user, 'thing.meanwhile');
    await until(() => ear.heard.length === 2);
    await publish(process.events, user, 'thing.after');
    await until(() => ear.heard.length === 3);
    expect(ear.types()).toEqual(['thing.before', 'thing.meanwhile', 'thing.after']);
    await ear.stop();
    await process.close();
  });

  test('events are forgotten after a day', async () => {
    const user = await makeUser();
    const makeSignals = drivers.PostgreSQL;
    if (!makeSignals) throw new Error('no driver');
    const process = await openProcess(makeSignals);
    await publish(process.events, user, 'thing.old');
    await database.db.execute(
      sql`UPDATE events SET created_at = now() - interval '25 hours' WHERE user_id = ${user}`,
    );
    await publish(process.events, user, 'thing.new');
    await process.events.sweep();
    const ear = hear(process.events, { userId: user, afterId: '0' });
    await until(() => ear.heard.length > 0);
    expect(ear.types()).toEqual(['thing.new']);
    await ear.stop();
    await process.close();
  });
});
