import { expect, test } from 'bun:test';
import { breaks, circles } from './boundaries.ts';
import { BOUNDARY_RULES } from './boundary-rules.ts';
import { readImports } from './read-imports.ts';

function isForbidden(from: string, to: string, isType = false): boolean {
  return BOUNDARY_RULES.some((rule) => breaks(rule, { from, to, isType }));
}

test('an app knows its own folder and the kits, and nothing else', () => {
  const app = 'apps/shoes/server/index.ts';
  expect(isForbidden(app, 'apps/shoes/contract.ts')).toBe(false);
  expect(isForbidden(app, 'packages/app-kit/src/index.ts')).toBe(false);
  expect(isForbidden(app, 'apps/hats/contract.ts')).toBe(true);
  expect(isForbidden(app, 'server/src/db/index.ts', true)).toBe(true);
  expect(isForbidden(app, 'engines/engine.ts')).toBe(true);
});

test('only compose names apps and engines; others may know their types', () => {
  expect(isForbidden('server/src/compose.ts', 'apps/index.ts')).toBe(false);
  expect(isForbidden('server/src/engines/route.ts', 'engines/local/index.ts')).toBe(true);
  expect(isForbidden('server/src/engines/route.ts', 'engines/local/index.ts', true)).toBe(false);
});

test('screens and server know nothing of each other', () => {
  expect(isForbidden('web/src/main.tsx', 'server/src/main.ts', true)).toBe(true);
  expect(isForbidden('apps/shoes/server/index.ts', 'apps/shoes/web/index.ts')).toBe(true);
});

test('a circle of imports is found once, with its way round', () => {
  const arrow = (from: string, to: string) => ({ from, to, isType: false });
  const found = circles([arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a'), arrow('d', 'a')]);
  expect(found).toHaveLength(1);
  expect(found[0]).toStartWith('a → b → c → a');
});

test('every way to import is seen, and types are told from values', () => {
  const code = `import type { A } from './a.ts'; import { b, type C } from './b.ts';
    export * from './d.ts'; export type { E } from './e.ts'; const f = () => import('./f.ts');`;
  expect(readImports('x.ts', code)).toEqual([
    { specifier: './a.ts', isType: true },
    { specifier: './b.ts', isType: false },
    { specifier: './d.ts', isType: false },
    { specifier: './e.ts', isType: true },
    { specifier: './f.ts', isType: false },
  ]);
});
