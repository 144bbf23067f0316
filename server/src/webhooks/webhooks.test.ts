import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import { sql } from 'drizzle-orm';
import { until } from '../testing/until.ts';
import { startReceiver } from './testing/receiver.ts';
import { createWebhookBench } from './testing/webhook-bench.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;
const DONE = 'generation.completed';

let bench: Awaited<ReturnType<typeof createWebhookBench>>;
let receiver: ReturnType<typeof startReceiver>;
const receivers: ReturnType<typeof startReceiver>[] = [];
beforeAll(async () => {
  bench = await createWebhookBench();
  bench.webhooks.start();
}, STARTS_MS);
afterAll(() => bench.close());
afterEach(async () => {
  for (const one of receivers.splice(0)) await one.stop();
});

/** A person with one endpoint at a receiver of its own. */
async function subscribe(events: string[] = [DONE]) {
  receiver = startReceiver();
  receivers.push(receiver);
  const userId = await bench.makeUser();
  const { endpoint, secret } = await bench.webhooks.create(userId, {
    ...{ url: receiver.url, description: '', events },
  });
  receiver.verifyWith(secret);
  return { userId, endpoint, secret, receiver };
}

async function log(userId: string, endpointId: string) {
  return (await bench.webhooks.deliveries(userId, { endpointId, limit: 100 })).data;
}

const untilAll = (userId: string, endpointId: string, state: string, count = 1) =>
  until(async () => {
    const found = await log(userId, endpointId);
    return found.filter((delivery) => delivery.state === state).length === count;
  });

/** Puts the clock to the next try, unless an attempt is on the line: its lease would end under it. */
async function passToNextTry(userId: string, id: string): Promise<void> {
  const { attempts, attemptsMade, nextAttemptAt } = await bench.webhooks.delivery(userId, id);
  if (attempts === 0 || attempts !== attemptsMade.length || nextAttemptAt === null) return;
  const waitMs = Date.parse(nextAttemptAt) - bench.clock.now().getTime();
  if (waitMs > 0) bench.pass(waitMs / 3_600_000);
}

describe('deliveries', () => {
  test('an event reaches the endpoint that wants it, signed, with the event in it', async () => {
    const { userId, endpoint } = await subscribe();
    await bench.publish(userId, DONE, { generation: { id: 'g1' } });
    await bench.publish(userId, 'avatar.saved');
    await untilAll(userId, endpoint.id, 'delivered');
    expect(receiver.received).toHaveLength(1);
    const [receipt] = receiver.received;
    expect(receipt?.isVerified).toBe(true);
    expect(JSON.parse(receipt?.body ?? '')).toMatchObject({
      type: DONE,
      timestamp: expect.any(String),
      data: { generation: { id: 'g1' } },
    });
    expect(await bench.webhooks.read(userId, endpoint.id)).toMatchObject({
      lastAttempt: { isDelivered: true, status: 200 },
    });
  });

  test('an event that was rolled back is never told', async () => {
    const { userId, endpoint } = await subscribe();
    const rolledBack = bench.db.transaction(async (tx) => {
      await bench.webhooks.enqueue(tx, { type: DONE, userId, subject: 's', data: {} });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'delivered');
    expect(receiver.received).toHaveLength(1);
  });

  test('a hundred deliveries to a receiver that fails, hangs and redirects inside all arrive, verified, and so do their replays', async () => {
    const inside = startReceiver();
    receivers.push(inside);
    const { userId, endpoint } = await subscribe();
    const tries = new Map<string, number>();
    receiver.play((_, { id }) => {
      const nth = (tries.get(id) ?? 0) + 1;
      tries.set(id, nth);
      const mood = (tries.size + nth) % 5;
      if (nth > 2 || mood === 0) return new Response('ok');
      if (mood === 1) return new Response('broken', { status: 500 });
      if (mood === 2)
        return new Response('later', { status: 429, headers: { 'retry-after': '7' } });
      if (mood === 3) return Response.redirect(inside.url, 307);
      return new Promise<Response>(() => undefined);
    });
    for (let event = 0; event < 100; event++) await bench.publish(userId, DONE, { event });
    await until(async () => {
      // Whatever waits for its next try is let through by the clock.
      bench.pass(0.1);
      const found = await log(userId, endpoint.id);
      return found.length === 100 && found.every(({ state }) => state === 'delivered');
    });
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    const told = new Set(receiver.received.map(({ body }) => JSON.parse(body).data.event));
    expect(told.size).toBe(100);
    // Each attempt that was made is in the log, and none that was not; one that hangs is noted when it is given up.
    await until(async () => {
      const { rows } = await bench.db.execute<{ attempts: number }>(sql`
        SELECT count(*)::int AS attempts FROM webhook_attempts JOIN webhook_deliveries
          ON webhook_deliveries.id = delivery_id WHERE endpoint_id = ${endpoint.id}`);
      return rows[0]?.attempts === receiver.received.length;
    });
    expect(inside.received).toHaveLength(0);

    const bodies = new Map(receiver.received.map(({ id, body }) => [id, body]));
    receiver.received.length = 0;
    receiver.play(() => new Response('ok'));
    for (const { id } of await log(userId, endpoint.id)) await bench.webhooks.replay(userId, id);
    await until(() => receiver.received.length >= 100);
    await untilAll(userId, endpoint.id, 'delivered', 100);
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    expect(new Map(receiver.received.map(({ id, body }) => [id, body]))).toEqual(bodies);
    expect(receiver.received).toHaveLength(100);
  }, 60_000);

  test('what fails for a day is given up, and can be sent again with the same id', async () => {
    const { userId, endpoint } = await subscribe();
    receiver.play(() => new Response('no', { status: 503 }));
    const began = bench.clock.now().getTime();
    await bench.publish(userId, DONE);
    await until(async () => {
      const [delivery] = await log(userId, endpoint.id);
      if (!delivery || delivery.state === 'failed') return delivery !== undefined;
      await passToNextTry(userId, delivery.id);
      return false;
    });
    const hours = (bench.clock.now().getTime() - began) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(32);
    const [given] = await log(userId, endpoint.id);
    expect(given).toMatchObject({ attempts: 9, lastStatus: 503, nextAttemptAt: null });

    receiver.play(() => new Response('ok'));
    await bench.webhooks.replay(userId, given?.id ?? '');
    await untilAll(userId, endpoint.id, 'delivered');
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([given?.id ?? '']));
    const detail = await bench.webhooks.delivery(userId, given?.id ?? '');
    expect(detail.attemptsMade).toHaveLength(10);
    expect(detail.attemptsMade[0]).toMatchObject({ status: 200, error: null, answer: 'ok' });
  }, 60_000);

  test('what waits for its next try can be sent now, but not what is on the line this moment', async () => {
    const { userId, endpoint } = await subscribe();
    receiver.play(() => new Response('no', { status: 500 }));
    await bench.publish(userId, DONE);
    await until(async () => (await log(userId, endpoint.id))[0]?.lastStatus === 500);
    const id = (await log(userId, endpoint.id))[0]?.id ?? '';
    const line = Promise.withResolvers<Response>();
    receiver.play(() => line.promise);
    await bench.webhooks.replay(userId, id);
    await until(() => receiver.received.length === 2);
    await expect(bench.webhooks.replay(userId, id)).rejects.toMatchObject({
      code: 'WEBHOOK_UNDER_WAY',
    });
    line.resolve(new Response('ok'));
    await untilAll(userId, endpoint.id, 'delivered');
    expect(receiver.received).toHaveLength(2);
  });

  test('a redirect is not followed, wherever it leads', async () => {
    const inside = startReceiver();
    receivers.push(inside);
    const { userId, endpoint } = await subscribe();
    receiver.play(() => Response.redirect(inside.url, 307));
    await bench.publish(userId, DONE);
    await until(async () => (await log(userId, endpoint.id))[0]?.lastStatus === 307);
    expect(inside.received).toHaveLength(0);
    expect((await log(userId, endpoint.id))[0]?.lastError).toContain('redirects are not followed');
  });

  test('410 means never again: the endpoint is switched off', async () => {
    const { userId, endpoint } = await subscribe();
    receiver.play(() => new Response('gone', { status: 410 }));
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'failed');
    expect((await bench.webhooks.read(userId, endpoint.id)).isEnabled).toBe(false);
    await expect(bench.webhooks.test(userId, endpoint.id)).rejects.toMatchObject({
      code: 'WEBHOOK_OFF',
    });
  });

  test('two workers send each delivery once', async () => {
    const second = bench.makeRoom();
    second.start();
    const { userId, endpoint } = await subscribe();
    for (let event = 0; event < 40; event++) await bench.publish(userId, DONE, { event });
    await untilAll(userId, endpoint.id, 'delivered', 40);
    expect(receiver.received).toHaveLength(40);
    await second.stop();
  });

  test('what a killed worker had is sent by another when its lease is over', async () => {
    const { userId, endpoint } = await subscribe();
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'delivered');
    // As a claim leaves it whose process died: under way, with a lease that ends.
    await bench.db.execute(sql`UPDATE webhook_deliveries SET state = 'pending', claims = claims + 1,
      next_attempt_at = ${new Date(bench.clock.now().getTime() + 45_000).toISOString()}
      WHERE endpoint_id = ${endpoint.id}`);
    bench.pass(0.02);
    await untilAll(userId, endpoint.id, 'delivered');
    expect(receiver.received).toHaveLength(2);
  });
});

describe('secrets', () => {
  test('after a rotation both secrets verify for a day, then only the new one', async () => {
    const { userId, endpoint, secret } = await subscribe();
    const rotated = await bench.webhooks.rotate(userId, endpoint.id);
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.endpoint.previousSecretUntil).not.toBeNull();
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'delivered', 1);
    receiver.verifyWith(rotated.secret);
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'delivered', 2);
    bench.pass(25);
    await bench.webhooks.sweep();
    receiver.verifyWith(secret);
    await bench.publish(userId, DONE);
    await untilAll(userId, endpoint.id, 'delivered', 3);
    expect(receiver.received.map(({ isVerified }) => isVerified)).toEqual([true, true, false]);
  });

  test('an export of a person’s rows can never hold one', async () => {
    const { rows } = await bench.db.execute<{ table: string }>(sql`
      SELECT table_name AS table FROM information_schema.columns
      WHERE column_name = 'secret' AND table_name LIKE 'webhook%'`);
    expect(rows).toEqual([{ table: 'webhook_secrets' }]);
    const { rows: people } = await bench.db.execute(sql`SELECT 1 FROM information_schema.columns
      WHERE table_name = 'webhook_secrets' AND column_name = 'user_id'`);
    expect(people).toHaveLength(0);
  });
});

describe('addresses inside the network', () => {
  test('are refused when the endpoint is made', async () => {
    const strict = bench.makeRoom({ isPrivateAllowed: false });
    const userId = await bench.makeUser();
    for (const url of [
      'https://127.0.0.1/x',
      'https://localhost/x',
      'https://10.1.2.3/x',
      'https://192.168.1.1/x',
      'https://169.254.169.254/latest',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://[fd00::1]/x',
      'https://2130706433/x',
      'https://0x7f.1/x',
      'https://0.0.0.0/x',
      'http://example.com/x',
      'https://user:pass@example.com/x',
    ]) {
      await expect(
        strict.create(userId, { url, description: '', events: [DONE] }),
      ).rejects.toMatchObject({ code: 'WEBHOOK_URL_REFUSED', status: 422 });
    }
    expect(await strict.list(userId)).toHaveLength(0);
  });

  test('are refused when a name leads there at the moment of connecting, whatever it said before', async () => {
    const { userId, endpoint } = await subscribe();
    const { port } = receiver;
    // Another studio on the same tables, that reaches public addresses only; its names are answered here.
    const answers = [['93.184.216.34'], ['127.0.0.1'], ['93.184.216.34', '10.0.0.1']];
    let asked = 0;
    const { sendDelivery } = await import('./send-delivery.ts');
    const { isPublicAddress } = await import('./public-addresses.ts');
    const send = (hostname: string) =>
      sendDelivery(
        { id: endpoint.id, url: `http://${hostname}:${port}/hook`, body: '{}', secrets: [] },
        {
          resolve: async () => answers[Math.min(++asked, 2)] ?? [],
          mayReach: isPublicAddress,
          timeoutMs: 1_000,
          now: () => new Date(),
          signal: new AbortController().signal,
        },
      );
    for (const attempt of [await send('rebinding.test'), await send('half.test')]) {
      expect(attempt.status).toBeNull();
      expect(attempt.error).toContain('private or loopback');
    }
    expect((await send('127.0.0.1')).error).toContain('private or loopback');
    expect(receiver.received).toHaveLength(0);
    expect(await log(userId, endpoint.id)).toHaveLength(0);
  });
});
