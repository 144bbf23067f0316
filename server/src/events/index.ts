export { createEvents, type EventsRoom } from './create-events.ts';
export { createPostgresListener, type PostgresListener } from './postgres-listener.ts';
export { createPostgresSignals } from './postgres-signals.ts';
export { createRedisSignals } from './redis-signals.ts';
export { eventsSchema } from './schema-owner.ts';
export type { Signals } from './signals.ts';
