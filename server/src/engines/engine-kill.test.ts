// A worker killed while an engine works for it: whatever service, exactly one create call reaches it, and the second
// life ends with the picture or says plainly that it cannot know.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES } from '@lumiku/engines';
import type {
  EngineBench,
  EngineHarness,
  KillOutcome,
} from '@lumiku/engines/testing/engine-harness';
import { accountsSchema } from '../accounts/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { enginesSchema } from './schema-owner.ts';

setDefaultTimeout(120_000);
const WORKER = join(import.meta.dir, 'testing/mortal-worker.ts');
const ENGINES_FOLDER = join(import.meta.dir, '../../../engines');

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'lumiku-mortal-'));
beforeAll(async () => {
  database = await createTestDatabase([accountsSchema, enginesSchema]);
});
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const remote = ENGINES.filter(({ id }) => id !== 'local');

describe.each(remote.map(({ id }) => id))('%s', (id) => {
  const path = join(ENGINES_FOLDER, id, 'testing/harness.ts');

  test('killed between accept and answer, it is asked once', async () => {
    const { harness }: { harness: EngineHarness } = await import(path);
    const bench = await harness.start();
    try {
      const life = lives(path, bench);
      if (harness.style === 'held') {
        bench.play('holds');
        const first = life('never');
        await until(() => bench.creates() === 1);
        first.kill('SIGKILL');
        await first.exited;
        bench.release();
      } else {
        // Its answer came, and was lost with the process before anybody had noted it.
        await life('engine.submitted').exited;
      }
      expect(bench.creates()).toBe(1);
      expect(await life('never').ended).toMatch(OUTCOMES[harness.whenKilled.beforeAnswer]);
      expect(bench.creates()).toBe(1);
    } finally {
      await bench.close();
    }
  });

  test('killed between accept and result, it is asked once', async () => {
    const { harness }: { harness: EngineHarness } = await import(path);
    const bench = await harness.start();
    try {
      const life = lives(path, bench);
      if (harness.style === 'jobs') bench.play('holds');
      await life('ticket.stored').exited;
      expect(bench.creates()).toBe(1);
      bench.release();
      expect(await life('never').ended).toMatch(OUTCOMES[harness.whenKilled.beforeResult]);
      expect(bench.creates()).toBe(1);
    } finally {
      await bench.close();
    }
  });
});

const PICTURE = /^image\/(png|jpeg|webp)$/;
const OUTCOMES: Readonly<Record<KillOutcome, RegExp>> = {
  'found again': PICTURE,
  'followed by its ticket': PICTURE,
  'left unclear, nobody pays': /^ENGINE_SUBMIT_UNCLEAR$/,
  'lost with the process, nobody pays': /^ENGINE_RESULT_LOST$/,
};

/** Lives of one worker, one after the other, with one row. */
function lives(path: string, bench: EngineBench) {
  const row = join(folder, `${crypto.randomUUID()}.json`);
  return (diesAt: string) => {
    const child = Bun.spawn([process.execPath, WORKER], {
      env: {
        ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', MORTAL_HARNESS: path },
        ...{ MORTAL_URL: bench.url, MORTAL_DATABASE: database.url, MORTAL_ROW: row },
        MORTAL_DIES_AT: diesAt,
      },
      stdout: 'pipe',
      stderr: 'inherit',
    });
    const ended = new Response(child.stdout)
      .text()
      .then((text) => /ended: (.*)/.exec(text)?.[1] ?? 'nothing');
    return { kill: (signal: 'SIGKILL') => child.kill(signal), exited: child.exited, ended };
  };
}
