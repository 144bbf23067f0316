import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startStudio } from '../e2e/support/studio-process.ts';
import { copyProject, type ProjectCopy } from './new-app/testing/project-copy.ts';

const TEST_MS = 180_000;
const Cards = z.object({
  data: z.array(
    z.object({ id: z.string(), name: z.object({ en: z.string() }), routePrefix: z.string() }),
  ),
});
let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject(join(import.meta.dirname, '..'));
}, TEST_MS);
afterAll(() => copy.remove());

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const child = Bun.spawn([process.execPath, ...args], {
    cwd: copy.root,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, text: out + err };
}
const newApp = (...args: string[]) => run('tools/new-app.ts', ...args);

describe('an app made by new:app', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await copy.sources();
    expect(await newApp('price-tags')).toMatchObject({ code: 0 });
  }, TEST_MS);

  test('is one folder and one line in each of two lists', async () => {
    const after = await copy.sources();
    const changed = [...after].filter(([path, digest]) => before.get(path) !== digest);
    const outside = changed
      .map(([path]) => path)
      .filter((path) => !/^apps\/price-tags\//.test(path));
    expect(outside).toEqual(['apps/screens.ts', 'apps/servers.ts']);
    for (const list of outside) {
      const text = await Bun.file(join(copy.root, list)).text();
      expect(text.split('\n').filter((line) => line.includes('price-tags'))).toHaveLength(1);
    }
  });

  test(
    'passes its own tests',
    async () => {
      const { code, text } = await run('test', './apps/price-tags');
      expect(text).toContain('3 pass');
      expect(code).toBe(0);
    },
    TEST_MS,
  );

  test(
    'has its tile and answers its route in a studio started anew',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'lumiku-new-app-'));
      const entry = join(copy.root, 'server/src/main.ts');
      const studio = await startStudio({ dataDir, entry });
      try {
        const signUp = await fetch(`${studio.url}/api/auth/sign-up/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            ...{ name: 'Ayu', email: 'ayu@example.com' },
            password: 'plain long words',
          }),
        });
        const { token } = z.object({ token: z.string() }).parse(await signUp.json());
        const ask = (path: string) =>
          fetch(`${studio.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
        const { data } = Cards.parse(await (await ask('/api/apps')).json());
        const card = data.find(({ id }) => id === 'price-tags');
        expect(card?.name.en).toBe('Price Tags');
        const notes = await ask(`${card?.routePrefix}/notes`);
        expect(await notes.json()).toEqual({ data: [] });
      } finally {
        await studio.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    TEST_MS,
  );

  test(
    'is nothing verify complains of',
    async () => {
      // Lint and types of everything else are what CI looked at a moment ago.
      const { text } = await run('tools/verify.ts', 'boundaries', 'documents', 'names');
      expect(text).toContain('boundaries');
      expect(text.split('\n').filter((line) => line.includes('price-tags'))).toEqual([]);
      const lint = await run('node_modules/.bin/biome', 'check', 'apps');
      expect(lint).toMatchObject({ code: 0 });
      const include = ['apps/price-tags', 'apps/screens.ts', 'apps/servers.ts'];
      const only = join(copy.root, 'tsconfig.new-app.json');
      await writeFile(only, JSON.stringify({ extends: './tsconfig.json', include }));
      const types = await run('node_modules/.bin/tsc', '-p', only).finally(() => rm(only));
      expect(types).toEqual({ code: 0, text: '' });
    },
    TEST_MS,
  );

  test('is refused a second time, in one sentence', async () => {
    const { code, text } = await newApp('price-tags');
    expect(code).toBe(1);
    expect(text.trim()).toBe(
      '"price-tags" is taken by an app or a screen there is already: take another id.',
    );
  });

  test('goes without a trace', async () => {
    expect(await newApp('price-tags', '--remove')).toMatchObject({ code: 0 });
    expect(await copy.sources()).toEqual(before);
  });
});

test.each([
  ['Price Tags', /small letters/],
  ['9lives', /a letter first/],
  ['credits', /taken/],
  ['history', /taken/],
  ['uploads', /studio itself/],
  ['utils', /says nothing/],
  ['a-name-that-goes-on-and-on-and-on', /too long/],
])('the id "%s" is refused with the reason', async (id, reason) => {
  const before = await copy.sources();
  const { code, text } = await newApp(id);
  expect(code).toBe(1);
  expect(text).toMatch(reason);
  expect(await copy.sources()).toEqual(before);
});
