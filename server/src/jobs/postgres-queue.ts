import type { Log } from '@lumiku/app-kit';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { createBullmqQueue, QUEUE_NAME } from './bullmq-queue.ts';
import type { WakeQueue } from './wake-queue.ts';

/** Bells in PostgreSQL. BullMQ keeps its tables in a schema of its own and migrates them itself. */
export function createPostgresQueue(deps: { databaseUrl: string; log: Log }): WakeQueue {
  const connection = {
    connectionString: deps.databaseUrl,
    schema: 'bullmq',
    migrate: true,
    // Per backend, of which there are two, plus a connection that listens.
    max: 3,
    keepAlive: true,
    application_name: 'lumiku-queue',
  };
  return createBullmqQueue(
    () => ({
      queue: new Queue(QUEUE_NAME, { connection }, createPostgresBackend),
      makeWorker: (answer, options) =>
        new Worker(QUEUE_NAME, answer, { ...options, connection }, createPostgresBackend),
    }),
    deps.log,
  );
}
