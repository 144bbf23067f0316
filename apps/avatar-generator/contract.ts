/** Shapes of every call of the app, for its server and its screens. */
export * from './contract/batches.ts';
export * from './contract/generations.ts';
