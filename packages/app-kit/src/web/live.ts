import { LiveEvent } from '@lumiku/contract';
import { useEffect, useRef } from 'react';
import { connection } from './connection.ts';

/** Waits between attempts to reconnect, in ms; the last one repeats. */
const RETRY_MS = [500, 1000, 2000, 5000, 10_000];

export interface LiveOptions {
  /** Each event as it comes. Durable ones that were missed while away come first after a reconnect. */
  onEvent: (event: LiveEvent) => void;
  /** After every reconnect: ask again for what the stream does not keep. */
  onResume?: () => void;
}

/**
 * Follows a progress stream (server-sent events) until closed. The browser's own EventSource gives up for good on an
 * HTTP error, so a closed one is opened again, with the last durable id as `lastEventId`.
 */
export function openLive(path: string, options: LiveOptions): { close: () => void } {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  let lastEventId = '';
  let hasBeenOpen = false;
  let isClosed = false;

  const open = () => {
    const from = lastEventId === '' ? '' : `?lastEventId=${encodeURIComponent(lastEventId)}`;
    source = new EventSource(`${path}${from}`);
    source.onopen = () => {
      attempts = 0;
      connection.report('here');
      if (hasBeenOpen) options.onResume?.();
      hasBeenOpen = true;
    };
    source.onmessage = (message) => {
      if (message.lastEventId !== '') lastEventId = message.lastEventId;
      const event = readLiveEvent(message.data);
      if (event) options.onEvent(event);
    };
    source.onerror = () => {
      if (isClosed || source?.readyState !== EventSource.CLOSED) return;
      retryLater();
    };
  };
  const retryLater = () => {
    clearTimeout(timer);
    timer = setTimeout(open, RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)]);
    attempts += 1;
  };
  const openNow = () => {
    if (isClosed || source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    open();
  };

  open();
  window.addEventListener('online', openNow);
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      window.removeEventListener('online', openNow);
      source?.close();
    },
  };
}

/** The event in one message of the stream, or null when it is not one we know. */
export function readLiveEvent(text: string): LiveEvent | null {
  try {
    const parsed = LiveEvent.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** `useLive('/api/apps/avatar-generator/events', { onEvent, onResume })`; `null` follows nothing. */
export function useLive(path: string | null, options: LiveOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (path === null) return;
    const live = openLive(path, {
      onEvent: (event) => latest.current.onEvent(event),
      onResume: () => latest.current.onResume?.(),
    });
    return live.close;
  }, [path]);
}
