import type { Events } from './app-context.ts';

/** Looked at this often even when no event comes: an event between the first look and the first listening is not lost. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Waits until something of a person is over, woken by their live events.
 * @param look what it came to, or null while it goes on.
 * @returns what `look` found, or null when the signal aborted first.
 */
export async function waitForEnd<T>(
  events: Pick<Events, 'listen'>,
  filter: { userId: string; subject?: string },
  look: () => Promise<T | null>,
  signal: AbortSignal,
): Promise<T | null> {
  const stop = new AbortController();
  const live = events.listen(filter, AbortSignal.any([stop.signal, signal]));
  const heard = live[Symbol.asyncIterator]();
  let next = heard.next();
  next.catch(() => undefined);
  try {
    while (!signal.aborted) {
      const found = await look();
      if (found !== null) return found;
      let timer: Timer | undefined;
      const pause = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), LOOK_AGAIN_MS);
      });
      const event = await Promise.race([next, pause]).finally(() => clearTimeout(timer));
      if (event === null) continue;
      if (event.done) break;
      next = heard.next();
      next.catch(() => undefined);
    }
    return null;
  } finally {
    stop.abort();
  }
}
