import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { sessions, users } from './tables.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

const PASSWORD = 'plain long words';
const SignedIn = z.object({
  token: z.string(),
  user: z.object({ id: z.string(), role: z.string(), tier: z.string(), isOwner: z.boolean() }),
});
const Failed = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

let studio: TestPlatform;
beforeAll(async () => {
  studio = await startTestPlatform();
  await signUp('owner@example.com');
}, STARTS_MS);
afterAll(() => studio.stop());

const signUp = async (email: string, more: Record<string, unknown> = {}) => {
  const response = await studio.post('/api/auth/sign-up/email', {
    name: 'Ayu',
    email,
    password: PASSWORD,
    ...more,
  });
  expect(response.status).toBe(200);
  return { ...SignedIn.parse(await response.clone().json()), response };
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const codeOf = async (response: Response) => Failed.parse(await response.json()).error.code;
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('the first account', () => {
  test('of two first sign-ups at once exactly one is owner and admin', async () => {
    const fresh = await startTestPlatform();
    const both = await Promise.all(
      ['a@example.com', 'b@example.com'].map((email) =>
        fresh.post('/api/auth/sign-up/email', { name: 'First', email, password: PASSWORD }),
      ),
    );
    expect(both.map((response) => response.status)).toEqual([200, 200]);
    const rows = await fresh.db.select({ role: users.role, isOwner: users.isOwner }).from(users);
    expect(rows.map((row) => row.isOwner).sort()).toEqual([false, true]);
    expect(rows.every((row) => (row.role === 'admin') === row.isOwner)).toBe(true);
    await fresh.stop();
  });

  test('can be made even when sign-up is closed, and only that one', async () => {
    const closed = await startTestPlatform({ isSignUpOpen: false });
    const setup = async () => (await closed.get('/api/setup')).json();
    expect(await setup()).toEqual({ data: { hasOwner: false, signUpOpen: true } });
    const person = (email: string) => ({ name: 'P', email, password: PASSWORD });
    expect((await closed.post('/api/auth/sign-up/email', person('o@example.com'))).status).toBe(
      200,
    );
    expect(await setup()).toEqual({ data: { hasOwner: true, signUpOpen: false } });
    const refused = await closed.post('/api/auth/sign-up/email', person('s@example.com'));
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'SIGN_UP_CLOSED']);
    await closed.stop();
  });

  test('signs up as owner and admin; the next one as plain user on the free tier', async () => {
    const [owner] = await studio.db.select().from(users).where(eq(users.isOwner, true));
    expect(owner).toMatchObject({ email: 'owner@example.com', role: 'admin' });
    const next = await signUp('second@example.com');
    expect(next.user).toMatchObject({ role: 'user', tier: 'free', isOwner: false });
  });
});

describe('sign-up and sign-in', () => {
  test('a role, a tier or ownership asked for at sign-up is not given', async () => {
    const wanted = { role: 'admin', tier: 'enterprise', isOwner: true, emailVerified: true };
    const { user } = await signUp('greedy@example.com', wanted);
    expect(user).toMatchObject({ role: 'user', tier: 'free', isOwner: false });
  });

  test('sign-in answers a token that is the bearer token', async () => {
    await signUp('bearer@example.com');
    const response = await studio.post('/api/auth/sign-in/email', {
      email: 'Bearer@Example.com',
      password: PASSWORD,
    });
    const { token } = SignedIn.parse(await response.json());
    const me = await studio.get('/api/me', bearer(token));
    expect(me.status).toBe(200);
    expect(await me.json()).toMatchObject({
      data: { email: 'bearer@example.com', credits: { balance: 100, held: 0, available: 100 } },
    });
  });

  test('wrong password and unknown e-mail are told apart by nobody', async () => {
    await signUp('known@example.com');
    const wrong = (email: string) =>
      studio.post('/api/auth/sign-in/email', { email, password: 'not the password' });
    const answers = await Promise.all([wrong('known@example.com'), wrong('unknown@example.com')]);
    expect(answers.map((response) => response.status)).toEqual([401, 401]);
    const errors = await Promise.all(
      answers.map(async (response) => Failed.parse(await response.json()).error),
    );
    expect(errors[0]).toEqual(errors[1]);
    expect(errors[0]?.code).toBe('SIGN_IN_WRONG');
  });

  test('a taken e-mail, a short password, a missing name and a malformed e-mail each say so', async () => {
    await signUp('taken@example.com');
    const attempt = (fields: Record<string, unknown>) =>
      studio.post('/api/auth/sign-up/email', {
        name: 'Ayu',
        email: 'new@example.com',
        password: PASSWORD,
        ...fields,
      });
    const taken = await attempt({ email: 'TAKEN@example.com' });
    expect([taken.status, await codeOf(taken)]).toEqual([409, 'EMAIL_TAKEN']);
    const short = await attempt({ password: 'short' });
    expect([short.status, await codeOf(short)]).toEqual([400, 'PASSWORD_TOO_SHORT']);
    expect((await attempt({ name: '  ' })).status).toBe(400);
    expect((await attempt({ email: 'not an e-mail' })).status).toBe(400);
    const [nobody] = await studio.db.select().from(users).where(eq(users.email, 'new@example.com'));
    expect(nobody).toBeUndefined();
  });

  test('two sign-ups with one e-mail at once make one account', async () => {
    const person = { name: 'Twin', email: 'twin@example.com', password: PASSWORD };
    const both = await Promise.all([
      studio.post('/api/auth/sign-up/email', person),
      studio.post('/api/auth/sign-up/email', person),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 409]);
  });

  test('a body that is not JSON is refused in plain words', async () => {
    const response = await studio.fetch('/api/auth/sign-in/email', {
      method: 'POST',
      body: 'email=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BODY_NOT_JSON']);
  });

  test('guessing without end is slowed down, with the seconds to wait', async () => {
    const strict = await startTestPlatform({ attemptsPerMinute: 3 });
    const guess = () =>
      strict.post('/api/auth/sign-in/email', { email: 'x@example.com', password: 'guess guess' });
    for (let n = 0; n < 3; n++) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: expect.any(Number) },
    });
    await strict.stop();
  });
});

describe('cookies', () => {
  test('are HttpOnly and SameSite=Lax, and Secure exactly when the browser came by https', async () => {
    const { response } = await signUp('cookie@example.com');
    const plain = response.headers.getSetCookie().join('\n');
    expect(plain).toContain('HttpOnly');
    expect(plain).toContain('SameSite=Lax');
    expect(plain).not.toContain('Secure');
    const behindProxy = await studio.post(
      '/api/auth/sign-in/email',
      { email: 'cookie@example.com', password: PASSWORD },
      {
        'x-forwarded-proto': 'https',
        host: 'studio.example.com',
        origin: 'https://studio.example.com',
      },
    );
    expect(behindProxy.status).toBe(200);
    for (const cookie of behindProxy.headers.getSetCookie()) expect(cookie).toContain('Secure');
  });

  test('sign the browser in, and sign-out ends the session on the server', async () => {
    const { response } = await signUp('browser@example.com');
    const cookie = cookieOf(response);
    expect((await studio.get('/api/me', { cookie })).status).toBe(200);
    const out = await studio.post('/api/auth/sign-out', {}, { cookie, origin: studio.origin });
    expect(out.status).toBe(200);
    expect((await studio.get('/api/me', { cookie })).status).toBe(401);
  });

  test('sent along from another website are refused', async () => {
    const { response } = await signUp('victim@example.com');
    const cookie = cookieOf(response);
    const foreign = await studio.post(
      '/api/auth/revoke-sessions',
      {},
      { cookie, origin: 'https://evil.example.net' },
    );
    expect([foreign.status, await codeOf(foreign)]).toEqual([403, 'CROSS_SITE_REQUEST']);
    expect((await studio.get('/api/me', { cookie })).status).toBe(200);
  });
});

describe('my account', () => {
  test('sign out everywhere ends every session and lists them before', async () => {
    const first = await signUp('many@example.com');
    const again = await studio.post('/api/auth/sign-in/email', {
      email: 'many@example.com',
      password: PASSWORD,
    });
    const second = SignedIn.parse(await again.json());
    const listed = await studio.get('/api/auth/list-sessions', bearer(second.token));
    expect(z.array(z.unknown()).parse(await listed.json())).toHaveLength(2);
    await studio.post('/api/auth/revoke-sessions', {}, bearer(second.token));
    for (const { token } of [first, second]) {
      expect((await studio.get('/api/me', bearer(token))).status).toBe(401);
    }
  });

  test('name and password can be changed; the old password then opens nothing', async () => {
    const { token } = await signUp('change@example.com');
    await studio.post('/api/auth/update-user', { name: 'Bima', tier: 'pro' }, bearer(token));
    const me = await studio.get('/api/me', bearer(token));
    expect(await me.json()).toMatchObject({ data: { name: 'Bima', tier: 'free' } });
    const change = (currentPassword: string) =>
      studio.post(
        '/api/auth/change-password',
        { currentPassword, newPassword: 'other long words' },
        bearer(token),
      );
    const wrong = await change('wrong password');
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'PASSWORD_WRONG']);
    expect((await change(PASSWORD)).status).toBe(200);
    const old = await studio.post('/api/auth/sign-in/email', {
      email: 'change@example.com',
      password: PASSWORD,
    });
    expect(old.status).toBe(401);
  });
});

test('sessions that have run out are forgotten, others are not', async () => {
  const { token } = await signUp('sleeper@example.com');
  const other = await signUp('awake@example.com');
  await studio.db
    .update(sessions)
    .set({ expiresAt: new Date(0) })
    .where(eq(sessions.token, token));
  expect(await studio.accounts.sweep()).toBe(1);
  expect((await studio.get('/api/me', bearer(other.token))).status).toBe(200);
});
