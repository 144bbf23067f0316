import type { Database } from '@lumiku/app-kit';
import type { LiveEvent } from '@lumiku/contract';
import type { EventBell } from './event-bell.ts';
import { latestEventId, parseEventId, readEventsAfter } from './read-events.ts';
import type { Signals } from './signals.ts';

/** Unread signals a slow reader may leave behind before the oldest are dropped: they are progress, the newest counts. */
const SIGNALS_KEPT_MAX = 64;

/**
 * Live events of one person. Subscribes before it reads its first position, so nothing between the two is missed;
 * durable ones are read from the table by position, so each comes exactly once and in order.
 */
export async function* listenEvents(
  deps: { db: Database; bell: EventBell; signals: Signals },
  filter: { userId: string; subject?: string; afterId?: string },
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  const heard: LiveEvent[] = [];
  let hasNews = true;
  let wake: (() => void) | null = null;
  const ring = () => {
    wake?.();
    wake = null;
  };
  const offs = [
    deps.bell.on(filter.userId, () => {
      hasNews = true;
      ring();
    }),
    deps.signals.on((event) => {
      if (event.userId !== filter.userId) return;
      if (filter.subject !== undefined && event.subject !== filter.subject) return;
      heard.push(event);
      if (heard.length > SIGNALS_KEPT_MAX) heard.shift();
      ring();
    }),
  ];
  signal.addEventListener('abort', ring);
  try {
    let position = parseEventId(filter.afterId) ?? (await latestEventId(deps.db, filter.userId));
    while (!signal.aborted) {
      if (hasNews) {
        hasNews = false;
        const events = await readEventsAfter(deps.db, { ...filter, afterId: position });
        for (const event of events) {
          position = BigInt(event.id ?? position);
          yield event;
          if (signal.aborted) return;
        }
        if (events.length > 0) hasNews = true;
        continue;
      }
      const next = heard.shift();
      if (next) {
        yield next;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted || hasNews || heard.length > 0) ring();
      });
    }
  } finally {
    signal.removeEventListener('abort', ring);
    for (const off of offs) off();
  }
}
