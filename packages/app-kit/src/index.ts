export * from './app-context.ts';
export * from './define-app.ts';
export * from './engines.ts';
export * from './event-stream.ts';
export * from './http.ts';
export * from './jobs.ts';
export * from './picture-sources.ts';
export * from './wait-for-end.ts';
