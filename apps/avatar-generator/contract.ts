/** Shapes of every call of the app, for its server and its screens. */
export * from './contract/batches.ts';
export * from './contract/clips.ts';
export * from './contract/face-swaps.ts';
export * from './contract/generations.ts';
export * from './contract/scene-size.ts';
export * from './contract/scores.ts';
export * from './contract/styles.ts';
export * from './contract/workshop.ts';
