// From `npm start` to ready on a data folder that exists, and what the idle studio weighs; beside a bare Hono server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weighProcessTree } from './support/process-tree.ts';
import { percentile, printFigures } from './support/report.ts';

const STARTS = 5;
/** What a start leaves to be collected is gone by then. */
const SETTLE_MS = 3_000;
const root = join(import.meta.dirname, '..');

interface Start {
  readyMs: number;
  idleMegabytes: number;
}

/** Runs a program until it says it is ready, weighs it, stops it. */
async function start(command: string[], cwd: string, env: Record<string, string>): Promise<Start> {
  const startedAt = performance.now();
  const child = Bun.spawn(command, {
    cwd,
    env: { ...process.env, ...env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'inherit',
  });
  const ready = Promise.withResolvers<void>();
  void (async () => {
    const decoder = new TextDecoder();
    let printed = '';
    // Read to the end: a program whose reader has gone stops on its next line.
    for await (const chunk of child.stdout) {
      printed += decoder.decode(chunk, { stream: true });
      if (/ready: http/.test(printed)) ready.resolve();
    }
    ready.reject(new Error(`It did not get ready:\n${printed}`));
  })();
  await ready.promise;
  const readyMs = performance.now() - startedAt;
  await Bun.sleep(SETTLE_MS);
  const idleMegabytes = weighProcessTree(child.pid) / 1e6;
  child.kill('SIGTERM');
  await child.exited;
  return { readyMs, idleMegabytes };
}

const BARE = `
  import { Hono } from 'hono';
  const app = new Hono().get('/', (c) => c.json({ hello: 'you' }));
  const server = Bun.serve({ port: 0, fetch: app.fetch });
  console.log('ready: ' + server.url);`;

const dataDir = mkdtempSync(join(tmpdir(), 'lumiku-bench-'));
try {
  const studio = () =>
    start(['node', 'tools/launch.mjs', 'start'], root, {
      ...{ LUMIKU_DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', REDIS_URL: '' },
    });
  const bare = () => start([process.execPath, '-e', BARE], import.meta.dirname, {});
  const first = await studio();
  const starts: Start[] = [];
  const bares: Start[] = [];
  for (let at = 0; at < STARTS; at += 1) {
    starts.push(await studio());
    bares.push(await bare());
  }
  const middle = (of: Start[], key: keyof Start) =>
    percentile(
      of.map((one) => one[key]),
      0.5,
    );
  printFigures(`Start-up, ${STARTS} times`, [
    {
      what: 'start to ready, new data folder (once)',
      unit: 'ms',
      measured: first.readyMs,
      baseline: { what: 'bare Hono server', value: middle(bares, 'readyMs') },
      target: 'no figure',
    },
    {
      what: 'start to ready, data folder there',
      unit: 'ms',
      measured: middle(starts, 'readyMs'),
      baseline: { what: 'bare Hono server', value: middle(bares, 'readyMs') },
      target: 'under 2000 ms',
    },
    {
      what: 'idle, all processes with the database',
      unit: 'MB',
      measured: middle(starts, 'idleMegabytes'),
      baseline: { what: 'bare Hono server', value: middle(bares, 'idleMegabytes') },
      target: 'under 300 MB',
    },
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
