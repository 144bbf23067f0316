import { afterAll, beforeAll, expect, test } from 'bun:test';
import { WebhookDelivery, WebhookEndpoint } from '@lumiku/contract';
import { z } from 'zod';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';
import { until } from '../testing/until.ts';
import { startReceiver } from './testing/receiver.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;
const Made = z.object({ data: WebhookEndpoint.extend({ secret: z.string() }) });
const Log = z.object({ data: z.array(WebhookDelivery), meta: z.object({ total: z.number() }) });

let studio: TestStudio;
let ayu: TestPerson;
let budi: TestPerson;
const receiver = startReceiver();
beforeAll(async () => {
  studio = await createTestStudio({
    environment: { LUMIKU_WEBHOOKS_PRIVATE: 'true', LUMIKU_VISION: 'off' },
  });
  [ayu, budi] = [await studio.signUp(), await studio.signUp()];
}, STARTS_MS);
afterAll(async () => {
  await studio.stop();
  await receiver.stop();
});

const send = (who: TestPerson, method: string, path: string, body?: unknown) =>
  who.fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const make = async (who: TestPerson) =>
  Made.parse(
    await (
      await send(who, 'POST', '/api/webhooks', {
        ...{ url: receiver.url, events: ['generation.completed'] },
      })
    ).json(),
  ).data;

test('a webhook is made, tested, read, changed, replayed and deleted over HTTP', async () => {
  const { id, secret } = await make(ayu);
  receiver.verifyWith(secret);
  expect((await send(ayu, 'POST', `/api/webhooks/${id}/test`)).status).toBe(202);
  const readLog = async () =>
    Log.parse(await (await ayu.fetch(`/api/webhooks/${id}/deliveries`)).json());
  await until(async () => (await readLog()).data[0]?.state === 'delivered');
  expect(receiver.received[0]).toMatchObject({ isVerified: true });
  const [delivery] = (await readLog()).data;
  const replay = await send(ayu, 'POST', `/api/webhook-deliveries/${delivery?.id}/replay`);
  expect(replay.status).toBe(202);
  await until(() => receiver.received.length === 2);
  const changed = await send(ayu, 'PATCH', `/api/webhooks/${id}`, { isEnabled: false });
  expect(await changed.json()).toMatchObject({ data: { isEnabled: false, url: receiver.url } });
  const list = await (await ayu.fetch('/api/webhooks')).text();
  expect(list).not.toContain(secret);
  expect((await send(ayu, 'DELETE', `/api/webhooks/${id}`)).status).toBe(200);
  expect((await ayu.fetch(`/api/webhooks/${id}`)).status).toBe(404);
});

test('what is somebody else’s looks as if it did not exist', async () => {
  const { id } = await make(ayu);
  for (const [method, path, body] of [
    ['GET', `/api/webhooks/${id}`],
    ['PATCH', `/api/webhooks/${id}`, { isEnabled: false }],
    ['DELETE', `/api/webhooks/${id}`],
    ['POST', `/api/webhooks/${id}/rotate-secret`],
    ['POST', `/api/webhooks/${id}/test`],
    ['GET', `/api/webhooks/${id}/deliveries`],
  ] as const) {
    expect((await send(budi, method, path, body)).status).toBe(404);
  }
  expect(await (await budi.fetch('/api/webhooks')).json()).toEqual({ data: [] });
});

test('nobody gets in without signing in', async () => {
  for (const path of ['/api/webhooks', '/api/webhook-deliveries/x']) {
    expect((await fetch(`${studio.url}${path}`)).status).toBe(401);
  }
});

test('wrong input is told field by field and leaves nothing behind', async () => {
  const before = await (await ayu.fetch('/api/webhooks')).text();
  for (const [body, path] of [
    [{ url: 'not an address', events: ['avatar.saved'] }, 'url'],
    [{ url: 'ftp://example.com', events: ['avatar.saved'] }, 'url'],
    [{ url: receiver.url, events: [] }, 'events'],
    [{ url: receiver.url, events: ['sky.fell'] }, 'events.0'],
  ] as const) {
    const response = await send(ayu, 'POST', '/api/webhooks', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { issues: [{ path }] } });
  }
  expect((await ayu.fetch('/api/webhooks/not-an-id')).status).toBe(400);
  expect(await (await ayu.fetch('/api/webhooks')).text()).toBe(before);
});

test('an account has ten at most, also when many are made at once', async () => {
  const tries = await Promise.all(
    Array.from({ length: 14 }, () =>
      send(budi, 'POST', '/api/webhooks', { url: receiver.url, events: ['avatar.saved'] }),
    ),
  );
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(tries.filter(({ status }) => status === 409)).toHaveLength(4);
});
