export * from './pose-api.ts';
export * from './pose-keys.ts';
