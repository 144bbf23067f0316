import * as list from './list.ts';
import type { EngineDefinition } from './port/engine-definition.ts';

export * from './engine.ts';
export { modelSettings, OPEN_MODELS } from './model-settings.ts';
export type * from './port/engine-definition.ts';

/** Every engine there is, in the order they are asked where the operator gave none. */
export const ENGINES: readonly EngineDefinition[] = Object.values<EngineDefinition>(list).toSorted(
  (a, b) => a.preference - b.preference,
);
