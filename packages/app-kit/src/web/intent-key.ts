/**
 * One Idempotency-Key per intent: pressing twice, or again after a dropped connection, sends the same key for the
 * same wish; changing anything, or a settled answer, starts a new one.
 */
export interface IntentKeys {
  keyFor(wish: string): string;
  /** Call once the server has answered for good (accepted or refused). */
  settle(): void;
}

/** @param newKey makes a fresh unique key. */
export function createIntentKeys(newKey: () => string): IntentKeys {
  let current: { wish: string; key: string } | null = null;
  return {
    keyFor(wish) {
      if (current === null || current.wish !== wish) current = { wish, key: newKey() };
      return current.key;
    },
    settle() {
      current = null;
    },
  };
}
