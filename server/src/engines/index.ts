export { createEngines, type EnginesRoom } from './create-engines.ts';
