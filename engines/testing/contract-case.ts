import type { EngineCapability, EngineRequestKind } from '../engine.ts';
import type { EngineBench } from './engine-harness.ts';

/** One thing an engine is held to. Throws when it does not hold. */
export interface ContractCase<Name extends string = string> {
  /** Short: it heads a line of the table. */
  readonly name: Name;
  /** The guarantee as a sentence. */
  readonly holds: string;
  /** Why it has no meaning for this engine, or null. */
  readonly notFor?: (engine: CaseEngine) => string | null;
  run(bench: EngineBench, engine: CaseEngine): Promise<void>;
}

/** What a case may know of the engine before it runs. */
export interface CaseEngine {
  readonly style: 'jobs' | 'held';
  readonly canFind: boolean;
  readonly canProbe: boolean;
  can(kind: EngineRequestKind): EngineCapability | undefined;
  /** The first kind it can do; work of no particular kind is of this one. */
  readonly someKind: EngineRequestKind;
}

export const contractCase = <const Name extends string>(
  definition: ContractCase<Name>,
): ContractCase<Name> => definition;
