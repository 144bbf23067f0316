export * from './vision.ts';
