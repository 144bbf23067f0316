import type { PostgresListener, Unsubscribe } from './postgres-listener.ts';
import { EVENT_CHANNEL } from './publish-event.ts';

/** Rings for a person when one of their durable events was committed anywhere, or when some may have been missed. */
export interface EventBell {
  on(userId: string, ring: () => void): Unsubscribe;
}

export function createEventBell(listener: PostgresListener): EventBell {
  const listeners = new Map<string, Set<() => void>>();
  listener.on(EVENT_CHANNEL, (userId) => {
    for (const ring of listeners.get(userId) ?? []) ring();
  });
  listener.onGap(() => {
    for (const rings of listeners.values()) for (const ring of rings) ring();
  });
  return {
    on(userId, ring) {
      const rings = listeners.get(userId) ?? new Set();
      listeners.set(userId, rings.add(ring));
      return () => {
        rings.delete(ring);
        if (rings.size === 0 && listeners.get(userId) === rings) listeners.delete(userId);
      };
    },
  };
}
