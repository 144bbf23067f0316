import { describe, setDefaultTimeout, test } from 'bun:test';
import type { EngineHarness } from './testing/engine-harness.ts';
import { casesFor, runCase } from './testing/run-case.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

/** Holds an engine to the contract, every case on a service of its own. What does not apply stands in the table of `docs/engines.md` with why. */
export async function engineContract(harness: EngineHarness): Promise<void> {
  const cases = await casesFor(harness);
  describe(`the contract of engines, held by ${harness.id}`, () => {
    for (const { one, reason, engine } of cases) {
      if (reason === null) test(`${one.name}: ${one.holds}`, () => runCase(harness, one, engine));
    }
  });
}
