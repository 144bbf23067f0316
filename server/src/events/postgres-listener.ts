/**
 * One LISTEN connection for the whole process. PostgreSQL delivers a notification when its transaction commits, to
 * every process; one that is sent while nothing listens is lost, so `onGap` tells readers to look again.
 */
import type { Log } from '@lumiku/app-kit';
import type { Client } from 'pg';

export type Unsubscribe = () => void;

export interface PostgresListener {
  /** Channels are fixed words of ours, never input. */
  on(channel: string, hear: (payload: string) => void): Unsubscribe;
  /** Runs when something may have been missed: after a reconnect, and once a channel added later is listened to. */
  onGap(run: () => void): Unsubscribe;
  /** Resolves when the first connection listens. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const RECONNECT_AFTER_MS = { first: 100, most: 3_000 };

/** @param connect makes a new, not yet connected client each time. */
export function createPostgresListener(deps: {
  connect: () => Client;
  log: Log;
}): PostgresListener {
  const channels = new Map<string, Set<(payload: string) => void>>();
  const gapReaders = new Set<() => void>();
  let client: Client | null = null;
  let timer: Timer | undefined;
  let isClosed = false;
  let asking: Promise<unknown> = Promise.resolve();
  let waitMs = RECONNECT_AFTER_MS.first;

  const tellOfGap = () => {
    for (const run of gapReaders) run();
  };

  async function open(): Promise<void> {
    const next = deps.connect();
    let isLost = false;
    const lose = (cause: unknown) => {
      if (isLost) return;
      isLost = true;
      if (client === next) client = null;
      next.end().catch(() => undefined);
      if (!isClosed) retryLater(cause);
    };
    next.on('error', lose);
    next.on('end', () => lose(null));
    next.on('notification', (note) => {
      for (const hear of channels.get(note.channel) ?? []) hear(note.payload ?? '');
    });
    await next.connect();
    for (const channel of channels.keys()) await next.query(`LISTEN "${channel}"`);
    if (isClosed || isLost) {
      await next.end().catch(() => undefined);
      return;
    }
    client = next;
    waitMs = RECONNECT_AFTER_MS.first;
    // A channel that was added while we were connecting.
    for (const channel of channels.keys()) await next.query(`LISTEN "${channel}"`);
  }

  function retryLater(cause: unknown): void {
    if (timer || isClosed) return;
    deps.log.warn({ err: cause }, 'Lost the connection that hears events; connecting again.');
    timer = setTimeout(() => {
      timer = undefined;
      open().then(tellOfGap, retryLater);
    }, waitMs);
    waitMs = Math.min(waitMs * 2, RECONNECT_AFTER_MS.most);
  }

  return {
    on(channel, hear) {
      const listeners = channels.get(channel) ?? new Set();
      listeners.add(hear);
      if (!channels.has(channel)) {
        channels.set(channel, listeners);
        const to = client;
        if (to) {
          // One after the other: the client takes no second query while it has one.
          asking = asking
            .then(() => to.query(`LISTEN "${channel}"`))
            .then(tellOfGap)
            .catch(() => undefined);
        }
      }
      return () => listeners.delete(hear);
    },
    onGap(run) {
      gapReaders.add(run);
      return () => gapReaders.delete(run);
    },
    start: open,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
