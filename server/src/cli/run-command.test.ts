import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dir, '..', 'main.ts');
const dataDir = mkdtempSync(join(tmpdir(), 'lumiku-cli-'));
const env = { ...process.env, LUMIKU_DATA_DIR: dataDir, PORT: '0', LUMIKU_LOG_LEVEL: 'warn' };
let studio: Bun.Subprocess<'ignore', 'pipe', 'pipe'>;
let url = '';

beforeAll(async () => {
  studio = Bun.spawn([process.execPath, main], {
    env,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  });
  url = await readyUrl(studio.stdout);
}, 60_000);
afterAll(async () => {
  studio.kill('SIGTERM');
  await studio.exited;
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

async function readyUrl(output: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = output.getReader();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    text += decoder.decode(value);
    const ready = /Lumiku is ready: (\S+)/.exec(text)?.[1];
    if (ready !== undefined) return ready;
    if (done) throw new Error(`The studio did not start: ${text}`);
  }
}

async function lumiku(args: string[], more: Record<string, string> = {}) {
  const child = Bun.spawn([process.execPath, main, ...args], {
    env: { ...env, ...more },
    stdout: 'pipe',
    stderr: 'pipe',
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { out, err, code };
}

test('credits can be given while the studio runs, and the ledger says so', async () => {
  const body = JSON.stringify({
    name: 'Ayu',
    email: 'ayu@example.com',
    password: 'plain long words',
  });
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${url}/api/auth/sign-up/email`, { method: 'POST', headers, body });
  const { token } = await made.json();
  const given = await lumiku([
    'users',
    'grant-credits',
    'ayu@example.com',
    '25',
    '--note',
    'Welcome',
  ]);
  expect(given).toMatchObject({ code: 0, err: '' });
  expect(given.out).toContain('now has 125');
  const credits = await fetch(`${url}/api/credits`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await credits.json()).toEqual({ data: { balance: 125, held: 0, available: 125 } });
  expect((await lumiku(['users', 'list'])).out).toContain('ayu@example.com\tAyu\towner');
}, 60_000);

test('credits for nobody, or no credits at all, are refused in plain words', async () => {
  const nobody = await lumiku(['users', 'grant-credits', 'nobody@example.com', '5']);
  expect(nobody.code).toBe(1);
  expect(nobody.err).not.toContain('    at ');
  const none = await lumiku(['users', 'grant-credits', 'ayu@example.com', 'lots']);
  expect(none.code).toBe(1);
  expect(none.err).not.toContain('    at ');
}, 60_000);

test('a second studio on the same data folder is refused in plain words', async () => {
  const second = await lumiku(['start']);
  expect(second.code).toBe(1);
  expect(second.err).toContain('is in use by another Lumiku');
}, 60_000);

test('a wrong configuration stops the start with all its problems', async () => {
  const wrong = await lumiku(['start'], { PORT: 'x', LUMIKU_SIGN_UP: 'y' });
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('PORT');
  expect(wrong.err).toContain('LUMIKU_SIGN_UP');
}, 60_000);

test('the doctor finds what is wrong and says how to mend it', async () => {
  const port = new URL(url).port;
  const sick = await lumiku(['doctor'], { PORT: port, REDIS_URL: 'redis://127.0.0.1:1' });
  expect(sick.code).toBe(1);
  expect(sick.out).toContain('ok    database');
  expect(sick.out).toContain(`it is ready on port ${port}`);
  expect(sick.out).toContain('WRONG queue: Redis does not answer. Check');
  for (const part of ['storage', 'pose library', 'vision', 'clips', 'tiers', 'webhooks']) {
    expect(sick.out).toMatch(new RegExp(`^ok    ${part}: `, 'm'));
  }
}, 60_000);

test('a command in a folder without a studio says so and makes none', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'lumiku-cli-empty-'));
  try {
    const { err, code } = await lumiku(['users', 'list'], { LUMIKU_DATA_DIR: empty });
    expect(code).toBe(1);
    expect(err).toContain(`There is no studio in the data folder ${empty} yet.`);
    expect(err).not.toContain('    at ');
    expect(readdirSync(empty)).not.toContain('postgres');
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}, 60_000);

test('a misspelled command is named, with the one that was meant, and starts nothing', async () => {
  const { code, out, err } = await lumiku(['docter']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain("unknown command 'docter'");
  expect(err).toContain('Did you mean doctor?');
  expect(err).toContain('--help');
});
