import type { Log } from '@lumiku/app-kit';
import { Queue, Worker } from 'bullmq';
import { createBullmqQueue, QUEUE_NAME } from './bullmq-queue.ts';
import type { WakeQueue } from './wake-queue.ts';

/** Bells in Redis 7 or Valkey, for many processes. */
export function createRedisQueue(deps: { redisUrl: string; log: Log }): WakeQueue {
  return createBullmqQueue(() => {
    const connection = { url: deps.redisUrl };
    return {
      queue: new Queue(QUEUE_NAME, {
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      }),
      makeWorker: (answer, options) =>
        new Worker(QUEUE_NAME, answer, {
          ...options,
          connection: { ...connection, maxRetriesPerRequest: null },
        }),
    };
  }, deps.log);
}
