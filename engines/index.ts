export * from './engine.ts';
export { createLocalEngine } from './local/create-local-engine.ts';
