import { expect, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuite, slowestFiles } from './run-suite.ts';

async function resultOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'lumiku-suite-'));
  try {
    for (const [name, body] of Object.entries(files)) {
      writeFileSync(join(root, name), `import { expect, test } from 'bun:test';\n${body}`);
    }
    return await runSuite(root, ['.']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('passed and failed tests are counted over all files', async () => {
  const good = "test('a', () => {}); test('b', () => {});";
  const bad = "test('c', () => expect(1).toBe(2));";
  expect(await resultOf({ 'x.test.ts': good, 'y.test.ts': bad })).toEqual({ passed: 2, failed: 1 });
});

test('a skipped or unfinished test counts as failed', async () => {
  const body = "test('a', () => {}); test.skip('b', () => {}); test.todo('c');";
  expect(await resultOf({ 'x.test.ts': body })).toEqual({ passed: 1, failed: 2 });
});

test('a file that cannot be loaded counts as failed', async () => {
  const result = await resultOf({ 'x.test.ts': "import './nowhere.ts'; test('a', () => {});" });
  expect(result.failed).toBeGreaterThan(0);
});

test('the files that took long are named, longest first', () => {
  const suite = (file: string, seconds: string) =>
    `<testsuite name="${file}" file="${file}" tests="1" time="${seconds}" hostname="here">`;
  const xml = [suite('a.test.ts', '0.4'), suite('b.test.ts', '31.6'), suite('c.test.ts', '80')];
  expect(slowestFiles(xml.join('\n'))).toBe('c.test.ts 80 s, b.test.ts 32 s');
});
