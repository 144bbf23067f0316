// The platform at a shell: tiers and what they limit, webhooks, and everything an admin does, asked for with `curl`.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWithItems } from '@lumiku/apps/avatar-generator/contract';
import {
  AdminUser,
  AppSwitch,
  AuditEntry,
  CONSENT_VERSION,
  EngineCheckReport,
  FaultBody,
  QueueReport,
  StorageReport,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from '@lumiku/contract';
import { z } from 'zod';
import { Curl, type CurlAnswer, sent } from '../support/curl.ts';
import { portrait } from '../support/sample-photo.ts';
import { eventually } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(300_000);

const APP = '/api/apps/avatar-generator';
const CREATOR = '/api/apps/avatar-creator';
const ENTERPRISE_REQUESTS = 10;
const of = <T extends z.ZodType>(schema: T) => z.object({ data: schema });
const Id = z.object({ id: z.string() });

const data = temporaryDataDir();
const photo = join(data.path, 'me.jpg');
let studio: StudioProcess;
let owner: Curl;
let ayu: { curl: Curl; id: string; email: string };
let poses: string[];

const batchOf = (count: number) => [
  ...['-F', `image=@${photo}`, '-F', `consent=${CONSENT_VERSION}`],
  ...['-F', `poseTemplateIds=${JSON.stringify(poses.slice(0, count))}`],
];
const setTier = async (tier: string) => {
  const path = `/api/admin/users/${ayu.id}/tier`;
  expect((await owner.call(path, '-X', 'PUT', ...sent({ tier }))).status).toBe(200);
};
const refused = (answer: CurlAnswer) => {
  const { code, message, fix } = FaultBody.parse(answer.json).error;
  return { status: answer.status, code, said: `${message} ${fix}` };
};

beforeAll(async () => {
  writeFileSync(photo, Buffer.from(await (await portrait()).arrayBuffer()));
  studio = await startStudio({
    dataDir: data.path,
    env: {
      LUMIKU_WEBHOOKS_PRIVATE: 'true',
      LUMIKU_WORKER_CONCURRENCY: '1',
      LUMIKU_BATCH_POSES_PRO: '4',
      LUMIKU_JOBS_IN_FLIGHT_PRO: '3',
      LUMIKU_PREVIEWS_PER_HOUR_PRO: '1',
      LUMIKU_REQUESTS_PER_MINUTE_PRO: '100000',
      LUMIKU_REQUESTS_PER_MINUTE_ENTERPRISE: String(ENTERPRISE_REQUESTS),
    },
  });
  const stranger = await Curl.stranger(studio.url);
  // The first account is the admin's.
  owner = (await stranger.signUp('owner')).curl;
  ayu = await stranger.signUp('ayu');
  const listed = await owner.ok(of(z.array(Id)), '/api/poses?limit=5');
  poses = listed.data.map(({ id }) => id);
});
afterAll(async () => {
  await studio?.stop();
  data.remove();
});

describe('a tier', () => {
  test('is seen with what it allows, and set by an admin alone', async () => {
    const { data: limits } = await ayu.curl.ok(
      of(z.object({ tier: z.string(), tiers: z.record(z.string(), z.unknown()) })),
      '/api/limits',
    );
    expect([limits.tier, Object.keys(limits.tiers)]).toEqual([
      'free',
      ['free', 'pro', 'enterprise'],
    ]);
    const path = `/api/admin/users/${ayu.id}/tier`;
    expect((await ayu.curl.call(path, '-X', 'PUT', ...sent({ tier: 'pro' }))).status).toBe(403);
    await setTier('pro');
    const wrong = await owner.call(path, '-X', 'PUT', ...sent({ tier: 'gold' }));
    expect([wrong.status, wrong.text.includes('enterprise')]).toEqual([400, true]);
  });

  test('limits how many poses a batch has, and how much is made at once, and says which and how many', async () => {
    const large = refused(await ayu.curl.call(`${APP}/batches`, ...batchOf(5)));
    expect(large).toMatchObject({
      status: 422,
      said: expect.stringContaining('up to 4 poses; these are 5'),
    });
    const answer = await ayu.curl.call(`${APP}/batches`, ...batchOf(4));
    expect(refused(answer)).toMatchObject({ status: 429, code: 'JOBS_TOO_MANY' });
    expect(refused(answer).said).toContain('Ask for 3 at most');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('limits previews an hour, and says when the next is free', async () => {
    const body = sent({ name: 'Lebaran' });
    const Project = z.object({ project: Id });
    const { project } = await ayu.curl.ok(Project, `${CREATOR}/projects`, ...body);
    const path = `${CREATOR}/projects/${project.id}/avatars/generate-preview`;
    const wanted = [...sent({ prompt: 'Perempuan berhijab hijau' }), '-H', 'prefer: respond-async'];
    expect((await ayu.curl.call(path, ...wanted)).status).toBe(202);
    const second = await ayu.curl.call(path, ...wanted);
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('limits requests a minute', async () => {
    await setTier('enterprise');
    const answers = [];
    for (let asked = 0; asked <= ENTERPRISE_REQUESTS; asked += 1) {
      answers.push(await ayu.curl.call('/api/credits'));
    }
    const last = answers.at(-1);
    expect(last && refused(last)).toMatchObject({
      status: 429,
      code: 'RATE_LIMIT_EXCEEDED',
      said: expect.stringContaining(`"enterprise" may send ${ENTERPRISE_REQUESTS} requests`),
    });
    const seconds = Number(last?.headers.get('retry-after'));
    expect(seconds > 0 && seconds <= 60).toBe(true);
    await setTier('free');
    expect((await ayu.curl.call('/api/credits')).status).toBe(200);
  });
});

describe('a webhook', () => {
  const arrived: { headers: Headers; body: string }[] = [];
  const server = Bun.serve({
    port: 0,
    async fetch(request) {
      arrived.push({ headers: request.headers, body: await request.text() });
      return new Response('thanks');
    },
  });
  afterAll(() => server.stop(true));
  const Endpoint = of(WebhookEndpoint);
  const Secret = of(WebhookEndpoint.extend({ secret: z.string() }));
  const Log = of(z.array(WebhookDelivery));
  let path: string;
  let secret: string;

  const signed = (by: string) => {
    const last = arrived.at(-1);
    const [id, at] = ['webhook-id', 'webhook-timestamp'].map((name) => last?.headers.get(name));
    const key = Buffer.from(by.replace('whsec_', ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${at}.${last?.body}`).digest('base64')}`;
  };
  const signatures = () => arrived.at(-1)?.headers.get('webhook-signature')?.split(' ');
  const received = (count: number) =>
    eventually(
      async () => arrived.length,
      (length) => length >= count,
    );

  test('is made with a secret that is told once, and its test arrives signed with it', async () => {
    const body = { url: server.url.href, events: ['generation.completed', 'generation.cancelled'] };
    const made = (await owner.ok(Secret, '/api/webhooks', ...sent(body))).data;
    ({ secret } = made);
    path = `/api/webhooks/${made.id}`;
    expect((await owner.call(path)).text).not.toContain(secret);
    await owner.ok(of(WebhookDelivery), `${path}/test`, '-X', 'POST');
    await received(1);
    expect(signatures()).toEqual([signed(secret)]);
  });

  test('gets a new secret, and both sign for a day', async () => {
    const rotated = (await owner.ok(Secret, `${path}/rotate-secret`, '-X', 'POST')).data;
    expect(rotated.previousSecretUntil).not.toBeNull();
    await owner.ok(of(WebhookDelivery), `${path}/test`, '-X', 'POST');
    await received(2);
    expect(signatures()).toEqual([signed(rotated.secret), signed(secret)]);
  });

  test('is told of what happened, keeps a log of it, and is told again under the same id', async () => {
    const { id } = (await owner.ok(of(Id), `${APP}/generate`, ...batchOf(0), ...poseOf(0))).data;
    await owner.call(`${APP}/generations/${id}/cancel`, '-X', 'POST');
    await received(3);
    const log = await eventually(
      async () => (await owner.ok(Log, `${path}/deliveries`)).data,
      (all) => all.length === 3 && all.every(({ state }) => state === 'delivered'),
    );
    const newest = log[0]?.id ?? '';
    const detail = (await owner.ok(of(WebhookDeliveryDetail), `/api/webhook-deliveries/${newest}`))
      .data;
    expect(detail.body).toContain(id);
    expect(detail.attemptsMade).toMatchObject([{ status: 200, error: null, answer: 'thanks' }]);
    await owner.call(`/api/webhook-deliveries/${newest}/replay`, '-X', 'POST');
    await received(4);
    expect(arrived.at(-1)?.headers.get('webhook-id')).toBe(newest);
    expect(arrived.at(-1)?.body).toBe(detail.body);
    expect((await ayu.curl.call(path)).status).toBe(404);
  });

  test('is changed, switched off and deleted', async () => {
    const off = sent({ isEnabled: false, description: 'Shop' });
    const changed = (await owner.ok(Endpoint, path, '-X', 'PATCH', ...off)).data;
    expect(changed).toMatchObject({ isEnabled: false, description: 'Shop' });
    expect((await owner.call(path, '-X', 'DELETE')).status).toBe(200);
    expect((await owner.call(path)).status).toBe(404);
  });
});

const poseOf = (index: number) => ['-F', `poseTemplateId=${poses[index]}`];

describe('an admin', () => {
  test('finds people and gives them credits, once for one key', async () => {
    const { data: found } = await owner.ok(of(z.array(AdminUser)), '/api/admin/users?q=ayu');
    expect(found).toMatchObject([{ id: ayu.id, tier: 'free', balance: 100 }]);
    const grant = [
      ...sent({ email: ayu.email, amount: 50, note: 'Refill' }),
      ...['-H', 'idempotency-key: refill'],
    ];
    for (const _time of [1, 2]) {
      expect((await owner.call('/api/admin/credits/grants', ...grant)).status).toBe(201);
    }
    const { data: after } = await owner.ok(of(z.array(AdminUser)), '/api/admin/users?q=ayu');
    expect(after).toMatchObject([{ balance: 150 }]);
    const wrong = await owner.call('/api/admin/credits/grants', ...sent({ amount: 5 }));
    expect(wrong.status).toBe(400);
  });

  test('sees what runs and what waits and why, and ends work of a person, who gets it back', async () => {
    const Batch = of(BatchWithItems);
    const { id } = (await ayu.curl.ok(Batch, `${APP}/batches`, ...batchOf(4))).data;
    const queue = (await owner.ok(of(QueueReport), '/api/admin/queue')).data;
    const waiting = queue.waiting.filter(({ person }) => person.id === ayu.id);
    expect(waiting.length).toBeGreaterThanOrEqual(2);
    expect(waiting.at(-1)).toMatchObject({ reason: 'turn', person: { name: 'ayu', tier: 'free' } });
    const last = waiting.at(-1)?.id;
    expect((await owner.call(`/api/admin/queue/${last}/cancel`, '-X', 'POST')).status).toBe(200);
    const left = (await ayu.curl.ok(Batch, `${APP}/batches/${id}`)).data;
    expect(left).toMatchObject({ counts: { cancelled: 1 }, credits: { released: 5 } });
    await ayu.curl.call(`${APP}/batches/${id}/cancel`, '-X', 'POST');
  });

  test('looks at the engines, and has one make a picture', async () => {
    const Engines = of(z.array(Id));
    const { data: engines } = await owner.ok(Engines, '/api/admin/engines');
    expect(engines.map(({ id }) => id)).toContain('local');
    const Check = of(EngineCheckReport);
    const begun = await owner.ok(Check, '/api/admin/engines/local/check', '-X', 'POST');
    const over = await eventually(
      async () => (await owner.ok(Check, `/api/admin/engines/checks/${begun.data.id}`)).data,
      ({ state }) => state !== 'running',
      90_000,
    );
    expect(over.state).toBe('passed');
    expect((await owner.call(over.pictureUrl ?? '')).headers.get('content-type')).toBe(
      'image/webp',
    );
    expect((await owner.call('/api/admin/engines/attempts')).status).toBe(200);
  });

  test('switches an app off, which is not there then, and on again', async () => {
    const turn = (isOn: boolean) =>
      owner.ok(of(AppSwitch), '/api/admin/apps/avatar-creator', '-X', 'PUT', ...sent({ isOn }));
    await turn(false);
    expect((await ayu.curl.call(`${CREATOR}/projects`)).status).toBe(404);
    await turn(true);
    expect((await ayu.curl.call(`${CREATOR}/projects`)).status).toBe(200);
  });

  test('sees what is stored by whom, and who did what to whom', async () => {
    const { data: storage } = await owner.ok(of(StorageReport), '/api/admin/storage');
    expect(storage.total.files).toBeGreaterThan(0);
    const { data: audit } = await owner.ok(of(z.array(AuditEntry)), '/api/admin/audit');
    expect(new Set(audit.map(({ action }) => action))).toEqual(
      new Set([
        ...(['tier.changed', 'credits.granted', 'job.cancelled'] as const),
        ...(['app.switched-off', 'app.switched-on'] as const),
      ]),
    );
    const csv = await owner.call('/api/admin/audit.csv?action=credits.granted');
    expect(csv.text.trim().split('\n')).toHaveLength(2);
  });

  test('is the only one who may', async () => {
    for (const room of ['users', 'queue', 'engines', 'apps', 'storage', 'audit', 'credits']) {
      const { status } = await ayu.curl.call(`/api/admin/${room}`);
      expect({ room, status }).toEqual({ room, status: 403 });
    }
  });
});
