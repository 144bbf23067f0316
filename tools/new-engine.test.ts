import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import { copyProject, type ProjectCopy } from './new-app/testing/project-copy.ts';

setDefaultTimeout(180_000);
let copy: ProjectCopy;
let before: Map<string, string>;
beforeAll(async () => {
  copy = await copyProject(join(import.meta.dirname, '..'));
  before = await copy.sources();
});
afterAll(() => copy?.remove());

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const child = Bun.spawn([process.execPath, ...args], {
    ...{ cwd: copy.root, stdin: 'ignore', stdout: 'pipe', stderr: 'pipe' },
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, text: out + err };
}

test('an engine made by new:engine is one folder and one line, holds to the contract, and goes without a trace', async () => {
  expect(await run('tools/new-engine.ts', 'demo')).toMatchObject({ code: 0 });
  const after = await copy.sources();
  const written = ['.env.example', 'docs/configuration.md'];
  const outside = [...after.keys()].filter(
    (path) =>
      before.get(path) !== after.get(path) &&
      !path.startsWith('engines/demo/') &&
      !written.includes(path),
  );
  expect(outside).toEqual(['engines/list.ts']);
  const list = await Bun.file(join(copy.root, 'engines/list.ts')).text();
  expect(list.split('\n').filter((line) => line.includes('demo'))).toHaveLength(1);

  const { code, text } = await run('test', './engines/demo');
  expect(text).toContain(' 0 fail');
  expect(Number(/(\d+) pass/.exec(text)?.[1])).toBeGreaterThan(20);
  expect(code).toBe(0);

  expect(await run('tools/new-engine.ts', 'demo')).toMatchObject({ code: 1 });
  expect(await run('tools/new-engine.ts', 'demo', '--remove')).toMatchObject({ code: 0 });
  expect(await copy.sources()).toEqual(before);
});

test.each(['Demo', 'wire', 'replicate', 'utils'])('%s is no id for a new engine', async (id) => {
  const { code, text } = await run('tools/new-engine.ts', id);
  expect([code, text.includes('    at ')]).toEqual([1, false]);
  expect(await copy.sources()).toEqual(before);
});
