import type { Clock, Database, Events, Log, Tx } from '@lumiku/app-kit';
import { createEventBell } from './event-bell.ts';
import { forgetEvents } from './forget-events.ts';
import { listenEvents } from './listen-events.ts';
import type { PostgresListener } from './postgres-listener.ts';
import { publishEvent } from './publish-event.ts';
import { sweepEvents } from './read-events.ts';
import type { Signals } from './signals.ts';

export interface EventsRoom extends Events {
  /** Forgets what is older than a day; call now and then. */
  sweep(): Promise<number>;
}

/** Durable events in the table `events`, transient ones by `signals`; both reach every process. */
export function createEvents(deps: {
  db: Database;
  listener: PostgresListener;
  signals: Signals;
  clock: Clock;
  log: Log;
  /** Told of every durable event in its own transaction, so that what it writes is there exactly when the event is. */
  onPublish?: (tx: Tx, event: Parameters<Events['publish']>[1]) => Promise<void>;
}): EventsRoom {
  const bell = createEventBell(deps.listener);
  return {
    async publish(tx, event) {
      await deps.onPublish?.(tx, event);
      await publishEvent(tx, event);
    },
    forget: forgetEvents,
    signal: (event) => deps.signals.send({ ...event, at: deps.clock.now().toISOString() }),
    listen: (filter, signal) => listenEvents({ ...deps, bell }, filter, signal),
    sweep: () => sweepEvents(deps.db, deps.clock.now()),
  };
}
