import { useSyncExternalStore } from 'react';

type State = 'here' | 'lost';

let state: State = 'here';
const listeners = new Set<() => void>();
const signedOutListeners = new Set<() => void>();

/** Whether the server can be reached, as the last request found it, and who to tell that the session is over. */
export const connection = {
  report(next: State): void {
    if (next === state) return;
    state = next;
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
};

/** `const isOffline = useIsOffline()` */
export function useIsOffline(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.current) === 'lost';
}
