import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { accountsSchema } from '../../accounts/index.ts';
import { users } from '../../accounts/tables.ts';
import { createEvents } from '../../events/create-events.ts';
import { createPostgresListener } from '../../events/postgres-listener.ts';
import { createPostgresSignals } from '../../events/postgres-signals.ts';
import { eventsSchema } from '../../events/schema-owner.ts';
import { quietLog } from '../../jobs/testing/quiet-log.ts';
import { createTestDatabase } from '../../testing/index.ts';
import { createWebhooks } from '../create-webhooks.ts';
import { webhooksSchema } from '../schema-owner.ts';

type Options = Partial<Parameters<typeof createWebhooks>[0]>;

/** Webhooks over a real database, with a clock that can be put forward and receivers on this machine. */
export async function createWebhookBench() {
  const database = await createTestDatabase([accountsSchema, eventsSchema, webhooksSchema]);
  const { db } = database;
  const listener = createPostgresListener({
    connect: () => new Client({ connectionString: database.url }),
    log: quietLog,
  });
  await listener.start();
  let skewMs = 0;
  const clock = { now: () => new Date(Date.now() + skewMs) };
  const rooms: ReturnType<typeof createWebhooks>[] = [];
  const makeRoom = (options: Options = {}) => {
    const room = createWebhooks(
      { db, clock, log: quietLog, listener, isPrivateAllowed: true, ...options },
      { timeoutMs: 400, lookEveryMs: 20, drainMs: 100 },
    );
    rooms.push(room);
    return room;
  };
  const webhooks = makeRoom();
  const signals = createPostgresSignals({ pool: database.pool, listener, log: quietLog });
  const events = createEvents({
    ...{ db, listener, signals, clock, log: quietLog, onPublish: webhooks.enqueue },
  });
  return {
    db,
    webhooks,
    makeRoom,
    clock,
    /** Puts the clock forward. */
    pass: (hours: number) => {
      skewMs += hours * 3_600_000;
    },
    async makeUser(): Promise<string> {
      const id = randomUUID();
      await db.insert(users).values({ id, name: 'Somebody', email: `${id}@example.com` });
      return id;
    },
    async publish(userId: string, type: string, data: Record<string, unknown> = {}) {
      const subject = randomUUID();
      await db.transaction((tx) => events.publish(tx, { type, userId, subject, data }));
    },
    async close() {
      for (const room of rooms) await room.stop();
      await signals.close();
      await listener.close();
      await database.drop();
    },
  };
}
