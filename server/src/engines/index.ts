export { buildEngines } from './build-engines.ts';
export { createEngines, type EnginesRoom } from './create-engines.ts';
