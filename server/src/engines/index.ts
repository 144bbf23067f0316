export { createAttempts } from './attempts.ts';
export { buildEngines } from './build-engines.ts';
export { type CheckStep, checkEngine } from './check-engine.ts';
export { createEngineRoom } from './create-engine-room.ts';
export { createEngines } from './create-engines.ts';
export { drawnPerson } from './draw-figure.ts';
export { createPreviews } from './previews.ts';
export { commercialModels, kindReport } from './report-engines.ts';
export { enginesSchema } from './schema-owner.ts';
