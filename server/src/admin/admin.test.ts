import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppSwitch, AuditEntry, QueueReport, StorageReport, TierReport } from '@lumiku/contract';
import { z } from 'zod';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';
import { until } from '../testing/until.ts';

/** A studio starts in seconds and hashes passwords in tenths; on a busy machine in many times that. */
setDefaultTimeout(60_000);
let house: TestStudio;
let owner: TestPerson;
let ayu: TestPerson;
beforeAll(async () => {
  // Nothing is worked on here, so that what waits goes on waiting.
  house = await createTestStudio({ environment: { LUMIKU_ROLE: 'web' } });
  owner = await house.signUp('owner@example.com');
  ayu = await house.signUp('ayu@example.com');
});
afterAll(() => house.stop());

const send = (person: TestPerson, method: string, path: string, body?: unknown) =>
  person.fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
async function read<T>(person: TestPerson, path: string, schema: z.ZodType<T>): Promise<T> {
  const answer: unknown = await (await person.fetch(path)).json();
  return schema.parse(z.object({ data: z.unknown() }).parse(answer).data);
}
const audit = (query = '') => read(owner, `/api/admin/audit${query}`, z.array(AuditEntry));

async function addJob(userId: string, ageSeconds: number, rank = 1): Promise<string> {
  const id = randomUUID();
  await house.pool.query(
    `INSERT INTO jobs (id, kind, user_id, payload, price, rank, turn, attempts_max, created_at)
     VALUES ($1, 'avatar-creator.make-preview', $2, '{}', 0, $3, $4, 1, now() - $5 * interval '1 second')`,
    [id, userId, rank, 1_000 - ageSeconds, ageSeconds],
  );
  return id;
}

describe('what only admins may do', () => {
  const calls: [method: string, path: string, body?: unknown][] = [
    ['GET', '/api/admin/queue'],
    ['POST', `/api/admin/queue/${randomUUID()}/cancel`, {}],
    ['GET', '/api/admin/apps'],
    ['PUT', '/api/admin/apps/avatar-creator', { isOn: true }],
    ['GET', '/api/admin/storage'],
    ['GET', '/api/admin/audit'],
    ['GET', '/api/admin/audit.csv'],
    ['PUT', '/api/admin/users/somebody/tier', { tier: 'pro' }],
  ];
  for (const [method, path, body] of calls) {
    test(`${method} ${path.replace(/[0-9a-f-]{36}/, ':id')} answers strangers 401 and others 403`, async () => {
      const stranger = await fetch(`${house.url}${path}`, { method });
      expect(stranger.status).toBe(401);
      expect((await send(ayu, method, path, body)).status).toBe(403);
    });
  }

  test('what is not there is 404, what is not understood 400', async () => {
    const missing = [
      send(owner, 'POST', `/api/admin/queue/${randomUUID()}/cancel`, {}),
      send(owner, 'PUT', '/api/admin/apps/no-such-app', { isOn: true }),
      send(owner, 'PUT', '/api/admin/users/nobody/tier', { tier: 'pro' }),
    ];
    expect((await Promise.all(missing)).map(({ status }) => status)).toEqual([404, 404, 404]);
    const wrong = [
      send(owner, 'POST', '/api/admin/queue/not-an-id/cancel', {}),
      send(owner, 'PUT', '/api/admin/apps/avatar-creator', { isOn: 'maybe' }),
      send(owner, 'PUT', `/api/admin/users/${ayu.userId}/tier`, { tier: 'gold' }),
      send(owner, 'GET', '/api/admin/audit?action=nothing.happened'),
      send(owner, 'GET', '/api/admin/queue?limit=0'),
    ];
    expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([
      400, 400, 400, 400, 400,
    ]);
  });
});

describe('tiers', () => {
  test('are set by an admin, hold at once and are written down once', async () => {
    const path = `/api/admin/users/${ayu.userId}/tier`;
    expect((await send(owner, 'PUT', path, { tier: 'pro' })).status).toBe(200);
    expect((await send(owner, 'PUT', path, { tier: 'pro' })).status).toBe(200);
    const mine = await read(ayu, '/api/limits', TierReport);
    expect(mine.tier).toBe('pro');
    expect(mine.tiers.pro.requestsPerMinute).toBeGreaterThan(mine.tiers.free.requestsPerMinute);
    expect(await audit('?action=tier.changed')).toMatchObject([
      {
        actor: { id: owner.userId },
        target: { id: ayu.userId },
        details: { from: 'free', to: 'pro' },
      },
    ]);
  });
});

describe('apps', () => {
  test('that are off answer 404 and have no tile, until they are on again', async () => {
    const path = '/api/admin/apps/avatar-creator';
    const isThere = async () => {
      const cards = await read(ayu, '/api/apps', z.array(z.object({ id: z.string() })));
      return {
        hasTile: cards.some(({ id }) => id === 'avatar-creator'),
        status: (await ayu.fetch('/api/apps/avatar-creator/projects')).status,
        other: (await ayu.fetch('/api/avatar-creator/projects')).status,
      };
    };
    expect(await isThere()).toEqual({ hasTile: true, status: 200, other: 200 });
    expect((await send(owner, 'PUT', path, { isOn: false })).status).toBe(200);
    expect(await isThere()).toEqual({ hasTile: false, status: 404, other: 404 });
    expect((await send(owner, 'PUT', path, { isOn: true })).status).toBe(200);
    expect(await isThere()).toEqual({ hasTile: true, status: 200, other: 200 });
    const switches = await read(owner, '/api/admin/apps', z.array(AppSwitch));
    expect(switches.find(({ id }) => id === 'avatar-creator')).toMatchObject({
      isOn: true,
      isOnByDefault: true,
    });
  });

  test('switched by another process are off here as soon as it is heard', async () => {
    await house.pool.query(`
      INSERT INTO app_switches (app_id, is_on, changed_at) VALUES ('avatar-generator', false, now())`);
    await house.pool.query(`SELECT pg_notify('lumiku_app_switches', '')`);
    const status = async () =>
      (await ayu.fetch('/api/apps/avatar-generator/generations')).status === 404;
    await until(status);
    await house.pool.query(`DELETE FROM app_switches WHERE app_id = 'avatar-generator'`);
    await house.pool.query(`SELECT pg_notify('lumiku_app_switches', '')`);
    await until(async () => !(await status()));
  });
});

describe('the queue', () => {
  test('says whose work waits, in which place and why; an admin can end it', async () => {
    const first = await addJob(ayu.userId, 20);
    const second = await addJob(ayu.userId, 10);
    const old = await addJob(owner.userId, 900, 0);
    const paid = await addJob(owner.userId, 5, 0);
    const report = await read(owner, '/api/admin/queue', QueueReport);
    const shown = new Map(report.waiting.map((job) => [job.id, job]));
    expect(shown.get(old)).toMatchObject({ reason: 'aged', position: 1 });
    expect(shown.get(paid)).toMatchObject({ reason: 'priority', position: 2 });
    expect(shown.get(first)).toMatchObject({
      ...{ reason: 'turn', position: 3, person: { id: ayu.userId, tier: 'pro' } },
      ahead: { own: 0, priority: 2, others: 0 },
    });
    expect(shown.get(second)).toMatchObject({ ahead: { own: 1, priority: 2, others: 0 } });
    expect(report.longestWaitSeconds).toBeGreaterThan(890);

    expect((await send(owner, 'POST', `/api/admin/queue/${first}/cancel`, {})).status).toBe(200);
    const again = await send(owner, 'POST', `/api/admin/queue/${first}/cancel`, {});
    expect(again.status).toBe(409);
    expect(await audit('?action=job.cancelled')).toMatchObject([
      { subject: first, target: { id: ayu.userId } },
    ]);
  });
});

describe('storage', () => {
  test('is summed by app and person', async () => {
    const folder = join(house.dataDir, 'uploads', 'avatar-generator', ayu.userId);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '1-a.png'), new Uint8Array(1_000));
    await writeFile(join(folder, '2-b.png'), new Uint8Array(500));
    const report = await read(owner, '/api/admin/storage', StorageReport);
    expect(report.total).toEqual({ files: 2, bytes: 1_500 });
    expect(report.apps).toEqual([{ appId: 'avatar-generator', files: 2, bytes: 1_500 }]);
    expect(report.people).toEqual([{ id: ayu.userId, name: 'Ayu', files: 2, bytes: 1_500 }]);
    expect(report.freeBytes).toBeGreaterThan(0);
  });
});

describe('the audit log', () => {
  test('holds grants, roles, closed accounts and keys; pages, filters and gives CSV', async () => {
    const budi = await house.signUp('budi@example.com');
    const target = { userId: budi.userId };
    const key = 'one-intent';
    for (const _twice of [1, 2]) {
      await owner.fetch('/api/admin/credits/grants', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ ...target, amount: 7, note: '=1+1' }),
      });
    }
    await send(owner, 'POST', '/api/auth/admin/set-role', { ...target, role: 'admin' });
    await send(budi, 'POST', '/api/auth/api-key/create', { name: 'till' });
    await send(owner, 'POST', '/api/auth/admin/ban-user', target);
    await send(owner, 'POST', '/api/auth/admin/unban-user', target);
    const about = await audit(`?userId=${budi.userId}`);
    expect(about.map(({ action }) => action)).toEqual([
      'account.reopened',
      'account.closed',
      'key.made',
      'role.changed',
      'credits.granted',
    ]);
    expect(about.at(-1)?.details).toEqual({ amount: 7, note: '=1+1' });
    const page = await owner.fetch('/api/admin/audit?limit=1');
    const { meta } = z
      .object({ meta: z.object({ nextCursor: z.string(), hasMore: z.literal(true) }) })
      .parse(await page.json());
    const [next] = await audit(`?limit=1&cursor=${meta.nextCursor}`);
    expect(next?.id).toBeLessThan(Number(meta.nextCursor));
    const csv = await (await owner.fetch('/api/admin/audit.csv?action=role.changed')).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
  });

  test('cannot be changed or shortened; a deleted account only leaves its lines without a name', async () => {
    const cici = await house.signUp('cici@example.com');
    await send(cici, 'POST', '/api/auth/api-key/create', { name: 'gone' });
    for (const change of [
      `UPDATE audit_entries SET action = 'key.revoked'`,
      'UPDATE audit_entries SET actor_id = NULL',
      'DELETE FROM audit_entries',
    ]) {
      const refusal = await house.pool.query(change).catch((error: unknown) => String(error));
      expect(refusal).toContain('append-only');
    }
    const left = await send(cici, 'DELETE', '/api/me', { password: 'plain long words' });
    expect(left.status).toBe(200);
    const [line] = await audit('?action=key.made');
    expect(line).toMatchObject({ subject: 'gone', actor: { id: null, name: null } });
  });
});

describe('the language of a person', () => {
  test('is kept with the account, and refused when there is no such language', async () => {
    const Language = z.object({ language: z.string().nullable() });
    expect((await read(ayu, '/api/me', Language)).language).toBeNull();
    expect((await send(ayu, 'PATCH', '/api/me', { language: 'id' })).status).toBe(200);
    expect((await read(ayu, '/api/me', Language)).language).toBe('id');
    expect((await send(ayu, 'PATCH', '/api/me', { language: 'jv' })).status).toBe(400);
  });
});
