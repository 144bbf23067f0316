import { z } from 'zod';
import { api } from './api.ts';
import { createDelayedDeletions, type DelayedDeletions } from './delayed-deletions.ts';

/** What one page keeps for all its screens: a deletion begun on one can be taken back on the next. */
export interface PageDeletions {
  deletions: DelayedDeletions;
  /** Said when something could not be deleted; the screen that shows it last sets it. */
  onFailed: (cause: unknown) => void;
}

/**
 * Deletions by `DELETE <path>`, with time to undo; those still waiting are sent when the page goes away.
 * @param options.pathOf the path of the thing with that id
 */
export function createPageDeletions(options: {
  pathOf: (id: string) => string;
  onRemoved: (ids: readonly string[]) => void;
}): PageDeletions {
  let isLeaving = false;
  const page: PageDeletions = {
    onFailed: () => undefined,
    deletions: createDelayedDeletions({
      remove: async (id) => {
        if (isLeaving) removeOnLeave(options.pathOf(id));
        else await api.delete(options.pathOf(id), { schema: z.unknown() });
      },
      onFailed: (_id, cause) => page.onFailed(cause),
      onRemoved: options.onRemoved,
    }),
  };
  window.addEventListener('pagehide', () => {
    isLeaving = true;
    page.deletions.flush();
  });
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return page;
}

/** Sent while the page goes away: the browser finishes it, nobody waits for the answer. */
function removeOnLeave(path: string): void {
  void fetch(path, { method: 'DELETE', keepalive: true, credentials: 'same-origin' }).catch(
    () => undefined,
  );
}
