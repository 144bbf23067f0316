import { createPageDeletions, type PageDeletions } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { AVATAR_GENERATOR_PREFIX } from '../../contract.ts';
import { faultWords } from '../generations/fault-words.ts';
import { generationKeys } from '../generations/query-keys.ts';
import { forgetGenerations } from '../generations/use-generations.ts';

/** What can be deleted, with time to undo. */
interface Deletable {
  path: string;
  forget(client: QueryClient, ids: readonly string[]): void;
  words(count: string, isOne: boolean): Words;
  byClient: WeakMap<QueryClient, PageDeletions>;
}

const GENERATIONS: Deletable = {
  path: 'generations',
  forget: forgetGenerations,
  words: (count, isOne) =>
    isOne
      ? { en: 'Picture deleted', id: 'Gambar dihapus' }
      : { en: `${count} pictures deleted`, id: `${count} gambar dihapus` },
  byClient: new WeakMap(),
};

const BATCHES: Deletable = {
  path: 'batches',
  forget(client, ids) {
    for (const id of ids) client.removeQueries({ queryKey: generationKeys.batch(id) });
    void client.invalidateQueries({ queryKey: generationKeys.all });
  },
  words: () => ({
    en: 'Batch deleted with its pictures',
    id: 'Batch dihapus bersama gambarnya',
  }),
  byClient: new WeakMap(),
};

function deletionsOf(what: Deletable, client: QueryClient): PageDeletions {
  const known = what.byClient.get(client);
  if (known !== undefined) return known;
  const page = createPageDeletions({
    pathOf: (id) => `${AVATAR_GENERATOR_PREFIX}/${what.path}/${id}`,
    onRemoved: (ids) => what.forget(client, ids),
  });
  what.byClient.set(client, page);
  return page;
}

export interface Deletions {
  /** To be left out of every list: being deleted, or about to be. */
  hidden: ReadonlySet<string>;
  deleteLater: (ids: readonly string[]) => void;
}

/** Deletes generations after the time to undo. */
export const useDeletions = (): Deletions => useDeletionsOf(GENERATIONS);
/** Deletes batches, with all their pictures, after the time to undo. */
export const useBatchDeletions = (): Deletions => useDeletionsOf(BATCHES);

function useDeletionsOf(what: Deletable): Deletions {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t, number } = useWords();
  const page = deletionsOf(what, client);
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
        words: t(what.words(number(ids.length), ids.length === 1)),
        commit: deletion.commit,
        restore: deletion.undo,
      });
    },
    [what, deletions, page, toasts, t, number],
  );
  return { hidden, deleteLater };
}
