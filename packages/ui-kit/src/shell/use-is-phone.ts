import { useSyncExternalStore } from 'react';

const PHONE = '(width <= 760px)';

/** Whether the screen is a phone's, by the same line the styles draw. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(PHONE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(PHONE).matches,
  );
}
