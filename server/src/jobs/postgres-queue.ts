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
        new Worker(QUEUE_NAME, answer, { ...options, connection }, createPatientBackend(deps.log)),
    }),
    deps.log,
  );
}

/**
 * BullMQ waits before it asks again only when a connection was refused. A socket that is gone or a server that shuts
 * down look otherwise: it would ask thousands of times a second, and fill the memory, until the database is back.
 */
function createPatientBackend(log: Log): typeof createPostgresBackend {
  return (name, options, more) => {
    const backend = createPostgresBackend(name, options, more);
    const moveToActive = backend.moveToActive.bind(backend);
    backend.moveToActive = async (token, worker) => {
      try {
        return await moveToActive(token, worker);
      } catch (error) {
        log.warn({ err: error }, 'The queue is not answering; asking again in a moment.');
        const refused = new Error('The queue cannot be reached.', { cause: error });
        throw Object.assign(refused, { code: 'ECONNREFUSED' });
      }
    };
    return backend;
  };
}
