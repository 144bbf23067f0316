import type { CaseEngine, ContractCase } from './contract-case.ts';
import { type CaseName, CONTRACT_CASES } from './contract-cases.ts';
import type { EngineHarness } from './engine-harness.ts';

/** What of the contract an engine is held to: every case, and those it is not with why. */
export async function casesFor(
  harness: EngineHarness,
): Promise<{ one: ContractCase<CaseName>; reason: string | null; engine: CaseEngine }[]> {
  const bench = await harness.start();
  const engine = bench.newEngine();
  const can: CaseEngine['can'] = (kind) => engine.capabilities.find((one) => one.kind === kind);
  const known: CaseEngine = {
    style: harness.style,
    canFind: engine.find !== undefined,
    canProbe: engine.probe !== undefined,
    can,
    someKind: (can('text-to-image') ?? engine.capabilities[0])?.kind ?? 'text-to-image',
  };
  await engine.close();
  await bench.close();
  return CONTRACT_CASES.map((one) => ({
    ...{ one, engine: known },
    reason: harness.lacks[one.name] ?? one.notFor?.(known) ?? null,
  }));
}

/** Runs one case on a service of its own. @throws when the engine does not hold to it */
export async function runCase(
  harness: EngineHarness,
  one: ContractCase<CaseName>,
  engine: CaseEngine,
): Promise<void> {
  const bench = await harness.start();
  try {
    await one.run(bench, engine);
  } finally {
    bench.release();
    await bench.close();
  }
}
