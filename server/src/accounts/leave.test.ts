import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import { type SignedUp, startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { users } from './tables.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;
let studio: TestPlatform;
let owner: SignedUp;
beforeAll(async () => {
  studio = await startTestPlatform();
  owner = await studio.signUp('owner@example.com');
}, STARTS_MS);
afterAll(() => studio.stop());

const leave = (person: SignedUp, password = studio.password) =>
  studio.fetch('/api/me', {
    method: 'DELETE',
    body: JSON.stringify({ password }),
    headers: { ...person.bearer, 'content-type': 'application/json' },
  });
const upload = async (userId: string) => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .jpeg()
    .toBuffer();
  return await studio.files.forApp('my-app').accept({ userId, file: new File([bytes], 'me.jpg') });
};
const Count = z.object({ rows: z.array(z.object({ count: z.coerce.number() })) });
const rowsOf = async (userId: string) => {
  const tables = ['sessions', 'sign_in_methods', 'api_keys', 'credit_accounts', 'credit_entries'];
  const more = ['credit_holds', 'idempotency_keys'];
  let rows = 0;
  for (const table of [...tables, ...more]) {
    const counted = await studio.db.execute(
      sql`select count(*) from ${sql.identifier(table)} where user_id = ${userId}`,
    );
    rows += Count.parse(counted).rows[0]?.count ?? 0;
  }
  return rows;
};

describe('deleting my account', () => {
  test('leaves no row and no file of mine, and nobody else loses anything', async () => {
    const leaving = await studio.signUp('leaving@example.com');
    const { id: userId } = leaving.user;
    await studio.post('/api/auth/api-key/create', { name: 'key' }, leaving.bearer);
    await studio.get('/api/credits', leaving.bearer);
    await studio.db.transaction((tx) =>
      studio.credits.placeHold(tx, { userId, amount: 3, reference: 'leaving:hold' }),
    );
    const mine = await upload(userId);
    const theirs = await upload(owner.user.id);
    expect(await rowsOf(userId)).toBeGreaterThan(4);

    const response = await leave(leaving);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await rowsOf(userId)).toBe(0);
    expect(await studio.db.$count(users, eq(users.id, userId))).toBe(0);
    const images = studio.files.forApp('my-app');
    expect(await images.read(mine.url).catch(() => 'gone')).toBe('gone');
    expect((await images.read(theirs.url)).byteLength).toBe(theirs.sizeBytes);
    expect((await studio.get('/api/me', leaving.bearer)).status).toBe(401);
  });

  test('asks for the password, and with a wrong one deletes nothing', async () => {
    const careful = await studio.signUp('careful@example.com');
    const refused = await leave(careful, 'not the password');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: 'PASSWORD_WRONG' } });
    expect((await studio.get('/api/me', careful.bearer)).status).toBe(200);
    expect((await studio.fetch('/api/me', { method: 'DELETE' })).status).toBe(401);
  });

  test(
    'an owner leaves only when another admin takes over, or when they are the last one here',
    async () => {
      const house = await startTestPlatform();
      const first = await house.signUp('first@example.com');
      const second = await house.signUp('second@example.com');
      const go = (person: SignedUp) =>
        house.fetch('/api/me', {
          method: 'DELETE',
          body: JSON.stringify({ password: house.password }),
          headers: { ...person.bearer, 'content-type': 'application/json' },
        });
      const refused = await go(first);
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ error: { code: 'OWNER_LAST_ADMIN' } });
      await house.post(
        '/api/auth/admin/set-role',
        { userId: second.user.id, role: 'admin' },
        first.bearer,
      );
      expect((await go(first)).status).toBe(200);
      const me = await house.get('/api/me', second.bearer);
      expect(await me.json()).toMatchObject({ data: { isOwner: true, role: 'admin' } });
      expect((await go(second)).status).toBe(200);
      const setup = await house.get('/api/setup');
      expect(await setup.json()).toEqual({ data: { hasOwner: false, signUpOpen: true } });
      await house.stop();
    },
    STARTS_MS,
  );
});

describe('my data as one archive', () => {
  test('contains my account, my ledger and my pictures, and no secret', async () => {
    const ayu = await studio.signUp('ayu@example.com');
    const made = await studio.post('/api/auth/api-key/create', { name: 'laptop' }, ayu.bearer);
    const { key } = z.object({ key: z.string() }).parse(await made.json());
    await studio.get('/api/credits', ayu.bearer);
    const { url } = await upload(ayu.user.id);
    await upload(owner.user.id);
    const response = await studio.get('/api/me/export', ayu.bearer);
    expect(response.headers.get('content-type')).toBe('application/zip');

    const folder = await mkdtemp(join(tmpdir(), 'lumiku-export-'));
    await writeFile(join(folder, 'export.zip'), new Uint8Array(await response.arrayBuffer()));
    const unzip = Bun.spawnSync(
      ['python3', '-c', 'import zipfile; zipfile.ZipFile("export.zip").extractall("out")'],
      { cwd: folder },
    );
    expect(unzip.exitCode).toBe(0);
    const names = await readdir(join(folder, 'out'), { recursive: true });
    expect(names).toContain(`files/my-app/${url.split('/').at(-1)}`);
    expect(names.filter((name) => name.startsWith('files/my-app/'))).toHaveLength(1);
    const read = (name: string) => Bun.file(join(folder, 'out', name)).text();
    expect(JSON.parse(await read('account.json'))).toMatchObject({ email: 'ayu@example.com' });
    expect(JSON.parse(await read('credit-entries.json'))).toMatchObject([{ kind: 'welcome' }]);
    expect(JSON.parse(await read('api-keys.json'))).toMatchObject([{ name: 'laptop' }]);
    const json = names.filter((name) => name.endsWith('.json'));
    const all = (await Promise.all(json.map(read))).join('\n');
    expect(all).not.toContain(key);
    expect(all).not.toContain(ayu.token);
    expect(all).not.toContain('password');
    await rm(folder, { recursive: true, force: true });
  });

  test('is given to nobody who is not signed in', async () => {
    expect((await studio.get('/api/me/export')).status).toBe(401);
  });
});
