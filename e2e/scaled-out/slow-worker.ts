// A worker as an operator runs it, but for an engine that takes its time: long enough to be killed at it.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '@lumiku/engines/engine';
import { createLocalEngine } from '@lumiku/engines/local';
import { createFigurePool } from '@lumiku/figure/pool';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';

const DRAWS_FOR_MS = 2_000;

const config = readConfig(process.env);
const pool = createFigurePool({ workers: 1 });
const local = createLocalEngine({ pool });
const engine: Engine = {
  ...local,
  follow: async (ticket, watch) => {
    watch.onProgress({ fraction: 0.1, stage: 'drawing' });
    await pause(DRAWS_FOR_MS, undefined, { signal: watch.signal });
    return local.follow(ticket, watch);
  },
};
const steps = join(config.database.dataDir, 'steps.txt');
const studio = await createStudio(config, {
  engines: [engine],
  onStep: (step) => appendFileSync(steps, `${step}\n`),
});
process.on('SIGTERM', () => {
  void studio.stop().then(async () => {
    await pool.close();
    process.exit(0);
  });
});
await studio.start();
process.stdout.write(`Lumiku is ready: ${studio.url}\n`);
