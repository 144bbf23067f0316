import { createPageDeletions, type PageDeletions } from '@lumiku/app-kit/web';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { AVATAR_GENERATOR_PREFIX } from '../../contract.ts';
import { faultWords } from '../generations/fault-words.ts';
import { forgetGenerations } from '../generations/use-generations.ts';

const byClient = new WeakMap<QueryClient, PageDeletions>();

function deletionsOf(client: QueryClient): PageDeletions {
  const known = byClient.get(client);
  if (known !== undefined) return known;
  const page = createPageDeletions({
    pathOf: (id) => `${AVATAR_GENERATOR_PREFIX}/generations/${id}`,
    onRemoved: (ids) => forgetGenerations(client, ids),
  });
  byClient.set(client, page);
  return page;
}

/** Deletes generations after the time to undo; `hidden` are those to leave out of every list meanwhile. */
export function useDeletions(): {
  hidden: ReadonlySet<string>;
  deleteLater: (ids: readonly string[]) => void;
} {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t, number } = useWords();
  const page = deletionsOf(client);
  const { deletions } = page;
  const hidden = useSyncExternalStore(deletions.subscribe, deletions.hidden);

  const deleteLater = useCallback(
    (ids: readonly string[]) => {
      page.onFailed = (cause) => {
        const said = faultWords(cause, t);
        toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
      };
      const deletion = deletions.begin(ids);
      toasts.undoable({
        words:
          ids.length === 1
            ? t({ en: 'Picture deleted', id: 'Gambar dihapus' })
            : t({
                en: `${number(ids.length)} pictures deleted`,
                id: `${number(ids.length)} gambar dihapus`,
              }),
        commit: deletion.commit,
        restore: deletion.undo,
      });
    },
    [deletions, page, toasts, t, number],
  );
  return { hidden, deleteLater };
}
