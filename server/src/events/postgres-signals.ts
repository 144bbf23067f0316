import type { Log } from '@lumiku/app-kit';
import type { Pool } from 'pg';
import type { PostgresListener } from './postgres-listener.ts';
import { readSignal, writeSignal } from './signal-message.ts';
import type { SignalEvent, Signals } from './signals.ts';

const CHANNEL = 'lumiku_signals';

/** Signals by PostgreSQL NOTIFY; heard by every process on the same database. */
export function createPostgresSignals(deps: {
  pool: Pool;
  listener: PostgresListener;
  log: Log;
}): Signals {
  const listeners = new Set<(event: SignalEvent) => void>();
  const off = deps.listener.on(CHANNEL, (payload) => {
    const event = readSignal(payload);
    if (event) for (const hear of listeners) hear(event);
  });
  return {
    send(event) {
      const text = writeSignal(event);
      if (text === null) {
        deps.log.warn({ type: event.type }, 'Dropped a live signal that is too large.');
        return;
      }
      deps.pool.query('SELECT pg_notify($1, $2)', [CHANNEL, text]).catch(() => undefined);
    },
    on(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    async start() {},
    async close() {
      off();
      listeners.clear();
    },
  };
}
