// A worker that has one picture made and dies, without a word, at the step it was told; what its job's row would keep
// lies in a file. Run again, it goes on with what it finds there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RunningJob } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { contractRequest } from '@lumiku/engines/testing/contract-requests';
import type { EngineHarness } from '@lumiku/engines/testing/engine-harness';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { createPool } from '../../db/open-database.ts';
import { quietLog } from '../../jobs/testing/quiet-log.ts';
import { createAttempts } from '../attempts.ts';
import { createEngines } from '../create-engines.ts';
import { createPreviews } from '../previews.ts';

const { MORTAL_HARNESS, MORTAL_URL, MORTAL_DATABASE, MORTAL_ROW, MORTAL_DIES_AT } = z
  .object({
    ...{ MORTAL_HARNESS: z.string(), MORTAL_URL: z.string(), MORTAL_DATABASE: z.string() },
    ...{ MORTAL_ROW: z.string(), MORTAL_DIES_AT: z.string() },
  })
  .parse(process.env);
const Row = z.object({ engineId: z.string(), ticket: z.record(z.string(), z.unknown()) });

const { harness }: { harness: EngineHarness } = await import(MORTAL_HARNESS);
const pool = createPool(MORTAL_DATABASE);
const db = drizzle(pool);
const engines = createEngines([harness.engineAt(MORTAL_URL)], {
  ...{ log: quietLog, attempts: createAttempts(db) },
  previews: createPreviews({ db, log: quietLog }),
});
const job: RunningJob<unknown> = {
  ...{ id: crypto.randomUUID(), userId: 'nobody', payload: {}, attempt: 1, priceCredits: 5 },
  signal: new AbortController().signal,
  progress: () => undefined,
  step: (name) => {
    if (name === MORTAL_DIES_AT) process.kill(process.pid, 'SIGKILL');
  },
  ticket: {
    load: async () =>
      existsSync(MORTAL_ROW) ? Row.parse(JSON.parse(readFileSync(MORTAL_ROW, 'utf8'))) : null,
    store: async (engineId, ticket) =>
      writeFileSync(MORTAL_ROW, JSON.stringify({ engineId, ticket })),
    clear: async () => writeFileSync(MORTAL_ROW, 'null'),
  },
};
const request = await contractRequest('text-to-image');
const ended = await engines.make(job, request).then(
  ({ mediaType }) => mediaType,
  (error: unknown) => (error instanceof Fault ? error.code : String(error)),
);
process.stdout.write(`ended: ${ended}\n`);
await engines.close();
await pool.end();
process.exit(0);
