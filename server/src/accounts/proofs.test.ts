import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { createPool } from '../db/index.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { createAccounts } from './create-accounts.ts';

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
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

describe('other proofs', () => {
  test('a JWT of a session opens the API; a forged one does not', async () => {
    const { token } = await signUp('jwt@example.com');
    const answer = await studio.get('/api/auth/token', bearer(token));
    const jwt = z.object({ token: z.string() }).parse(await answer.json()).token;
    expect((await studio.get('/api/me', bearer(jwt))).status).toBe(200);
    const [head, body] = jwt.split('.');
    expect((await studio.get('/api/me', bearer(`${head}.${body}.AAAA`))).status).toBe(401);
  });

  test('an API key is shown once, opens the API by either header, and dies when deleted', async () => {
    const { token } = await signUp('key@example.com');
    const made = await studio.post('/api/auth/api-key/create', { name: 'ci' }, bearer(token));
    expect(made.status).toBe(200);
    const { key, id } = z.object({ key: z.string(), id: z.string() }).parse(await made.json());
    expect(key.startsWith('lumiku_')).toBe(true);
    const listed = await (await studio.get('/api/auth/api-key/list', bearer(token))).text();
    expect(listed).toContain('"ci"');
    expect(listed).not.toContain(key);
    expect((await studio.get('/api/me', bearer(key))).status).toBe(200);
    expect((await studio.get('/api/me', { 'x-api-key': key })).status).toBe(200);
    const gone = await studio.post('/api/auth/api-key/delete', { keyId: id }, bearer(token));
    expect(gone.status).toBe(200);
    expect((await studio.get('/api/me', bearer(key))).status).toBe(401);
  });

  test("somebody else's API key cannot be deleted", async () => {
    const mine = await signUp('key-owner@example.com');
    const made = await studio.post('/api/auth/api-key/create', { name: 'a' }, bearer(mine.token));
    const { key, id } = z.object({ key: z.string(), id: z.string() }).parse(await made.json());
    const other = await signUp('key-thief@example.com');
    const tried = await studio.post('/api/auth/api-key/delete', { keyId: id }, bearer(other.token));
    expect(tried.status).toBe(404);
    expect((await studio.get('/api/me', bearer(key))).status).toBe(200);
  });

  test('a wrong token is not made good by a right cookie', async () => {
    const { response } = await signUp('both@example.com');
    const cookie = cookieOf(response);
    expect((await studio.get('/api/me', { cookie, ...bearer('wrong') })).status).toBe(401);
    expect((await studio.get('/api/me', { cookie, authorization: 'Basic abc' })).status).toBe(401);
    expect((await studio.get('/api/me', { cookie, 'x-api-key': 'lumiku_wrong' })).status).toBe(401);
  });

  test('nobody is nobody', async () => {
    const response = await studio.get('/api/me');
    expect([response.status, await codeOf(response)]).toEqual([401, 'NOT_SIGNED_IN']);
  });
});

describe('when the database is away', () => {
  test('nobody is told they are signed out; the accounts say they cannot be reached', async () => {
    const pool = createPool('postgres://127.0.0.1:1/nowhere');
    const { resolvePrincipal } = createAccounts({
      db: drizzle(pool),
      log: { info() {}, warn() {}, error() {} },
      secret: 'for tests only, and long enough for that',
    });
    const proofs = ['a-session-token', 'lumiku_an-api-key', 'a.j.wt'].map(bearer);
    for (const proof of proofs) {
      const error: unknown = await resolvePrincipal(new Headers(proof)).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: 'ACCOUNTS_UNAVAILABLE', status: 503 });
    }
    await pool.end();
  });
});
