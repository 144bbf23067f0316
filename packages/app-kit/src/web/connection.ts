import { useSyncExternalStore } from 'react';

type State = 'here' | 'lost';

/** The server asks this person to slow down: why, and until when (this browser's clock, ms). */
export interface SlowDown {
  message: string;
  untilMs: number;
}

let state: State = 'here';
let slowDown: SlowDown | null = null;
const listeners = new Set<() => void>();
const signedOutListeners = new Set<() => void>();

/** How the server meets this page, as the last request found it, and who to tell that the session is over. */
export const connection = {
  report(next: State): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
  /** Called on every answer that says how long the person's own limit lasts; null when it is over. */
  reportSlowDown(next: SlowDown | null): void {
    slowDown = next;
    for (const listener of listeners) listener();
  },
  reportSignedOut(): void {
    for (const listener of signedOutListeners) listener();
  },
  /** Called on every answer 401. Returns how to stop listening. */
  onSignedOut(listener: () => void): () => void {
    signedOutListeners.add(listener);
    return () => signedOutListeners.delete(listener);
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): State => state,
  slowDown: (): SlowDown | null => slowDown,
};

/** The limit the person has run into; null while there is none. */
export function useSlowDown(): SlowDown | null {
  return useSyncExternalStore(connection.subscribe, connection.slowDown);
}

/** `const isOffline = useIsOffline()` */
export function useIsOffline(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.current) === 'lost';
}
