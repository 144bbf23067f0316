export * from './api.ts';
export * from './api-fault.ts';
export type * from './app-screens.ts';
export { connection, useIsOffline } from './connection.ts';
export * from './live.ts';
export * from './platform-queries.ts';
