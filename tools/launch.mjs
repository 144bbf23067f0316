// The way in: npm start, npm test, npm run dev, build, verify, bench, new:app, new:engine. Plain Node, no dependencies: it brings Bun and the
// packages first, and everything after that runs on Bun.
import { ensurePackages } from './launch/packages.mjs';
import { runToEnd } from './launch/run.mjs';
import { ensureBun } from './launch/toolchain.mjs';
import { ensureWebApp } from './launch/web-app.mjs';

const [task = 'start', ...rest] = process.argv.slice(2);

const tasks = {
  start: async (bun) => {
    await ensureWebApp(bun);
    return ['server/src/main.ts', ...rest];
  },
  /** All that a start prepares, and no start: for an image. */
  build: async (bun) => {
    await ensureWebApp(bun);
    return null;
  },
  dev: async () => ['tools/dev.ts', ...rest],
  test: async (bun) => {
    await ensureWebApp(bun);
    return ['tools/run-tests.ts', ...rest];
  },
  verify: async () => ['tools/verify.ts', ...rest],
  bench: async (bun) => {
    await ensureWebApp(bun);
    return ['bench/run-all.ts', ...rest];
  },
  'new:app': async () => ['tools/new-app.ts', ...rest],
  'new:engine': async () => ['tools/new-engine.ts', ...rest],
};

try {
  const prepare = tasks[task];
  if (prepare === undefined) {
    throw new Error(`There is no "${task}". There is: ${Object.keys(tasks).join(', ')}.`);
  }
  const bun = await ensureBun();
  await ensurePackages(bun);
  const args = await prepare(bun);
  if (args !== null) process.exitCode = await runToEnd(bun, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
