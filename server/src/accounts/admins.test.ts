import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { users } from './tables.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

let studio: TestPlatform;
beforeAll(async () => {
  studio = await startTestPlatform();
  await studio.signUp('owner@example.com');
}, STARTS_MS);
afterAll(() => studio.stop());

const signUp: TestPlatform['signUp'] = (email, more) => studio.signUp(email, more);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const Failed = z.object({ error: z.object({ code: z.string() }) });
const codeOf = async (response: Response) => Failed.parse(await response.json()).error.code;

describe('admins', () => {
  const ownerToken = async () => (await studio.signIn('owner@example.com')).token;

  test('see everybody, search and page; a plain user may not', async () => {
    const plain = await signUp('plain.search@example.com', { name: 'Sari 100%' });
    const owner = bearer(await ownerToken());
    const found = await studio.get('/api/admin/users?q=sari%20100%25', owner);
    expect(await found.json()).toMatchObject({
      data: [{ email: 'plain.search@example.com', balance: 100, role: 'user' }],
      meta: { total: 1, hasMore: false },
    });
    const page = await studio.get('/api/admin/users?limit=1', owner);
    expect(await page.json()).toMatchObject({ meta: { limit: 1, offset: 0, hasMore: true } });
    expect((await studio.get('/api/admin/users', bearer(plain.token))).status).toBe(403);
    expect((await studio.get('/api/admin/users')).status).toBe(401);
  });

  test('close an account: every proof of it stops working, and sign-in says why', async () => {
    const bad = await signUp('bad@example.com');
    const made = await studio.post('/api/auth/api-key/create', { name: 'k' }, bearer(bad.token));
    const { key } = z.object({ key: z.string() }).parse(await made.json());
    const owner = bearer(await ownerToken());
    const closed = await studio.post('/api/auth/admin/ban-user', { userId: bad.user.id }, owner);
    expect(closed.status).toBe(200);
    expect((await studio.get('/api/me', bearer(bad.token))).status).toBe(401);
    expect((await studio.get('/api/me', bearer(key))).status).toBe(401);
    const again = await studio.post('/api/auth/sign-in/email', {
      email: 'bad@example.com',
      password: studio.password,
    });
    expect([again.status, await codeOf(again)]).toEqual([403, 'ACCOUNT_CLOSED']);
  });

  test('can be made by an admin, but neither make themselves one nor touch the owner', async () => {
    const helper = await signUp('helper@example.com');
    const own = await studio.post(
      '/api/auth/admin/set-role',
      { userId: helper.user.id, role: 'admin' },
      bearer(helper.token),
    );
    expect(own.status).toBe(403);
    const owner = bearer(await ownerToken());
    const given = await studio.post(
      '/api/auth/admin/set-role',
      { userId: helper.user.id, role: 'admin' },
      owner,
    );
    expect(given.status).toBe(200);
    const [row] = await studio.db.select().from(users).where(eq(users.isOwner, true));
    const coup = await studio.post(
      '/api/auth/admin/set-role',
      { userId: row?.id, role: 'user' },
      bearer(helper.token),
    );
    expect([coup.status, await codeOf(coup)]).toEqual([403, 'OWNER_PROTECTED']);
  });
});
