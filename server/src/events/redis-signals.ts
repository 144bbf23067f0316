import type { Log } from '@lumiku/app-kit';
import { Redis } from 'ioredis';
import { readSignal, writeSignal } from './signal-message.ts';
import type { SignalEvent, Signals } from './signals.ts';

const CHANNEL = 'lumiku:signals';

/** Signals by Redis publish/subscribe; takes the load of progress off the database when Redis is there. */
export function createRedisSignals(deps: { redisUrl: string; log: Log }): Signals {
  const options = { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false };
  const sender = new Redis(deps.redisUrl, options);
  const receiver = new Redis(deps.redisUrl, { ...options, enableOfflineQueue: true });
  const listeners = new Set<(event: SignalEvent) => void>();
  for (const redis of [sender, receiver]) {
    redis.on('error', (error) => deps.log.warn({ err: error }, 'Redis is not answering.'));
  }
  receiver.on('message', (_channel: string, text: string) => {
    const event = readSignal(text);
    if (event) for (const hear of listeners) hear(event);
  });
  return {
    send(event) {
      const text = writeSignal(event);
      if (text === null) {
        deps.log.warn({ type: event.type }, 'Dropped a live signal that is too large.');
        return;
      }
      sender.publish(CHANNEL, text).catch(() => undefined);
    },
    on(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    async start() {
      await Promise.all([sender.connect(), receiver.connect()]);
      await receiver.subscribe(CHANNEL);
    },
    async close() {
      listeners.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
}
