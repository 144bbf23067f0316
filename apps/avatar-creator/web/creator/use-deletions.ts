import { createPageDeletions, creditKeys, type PageDeletions } from '@lumiku/app-kit/web';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { AVATAR_CREATOR_PREFIX } from '../../contract.ts';
import { faultWords } from './fault-words.ts';
import { creatorKeys } from './query-keys.ts';

/** What can be deleted here, named as in its path. */
export type Deletable = `projects/${string}` | `avatars/${string}`;

const byClient = new WeakMap<QueryClient, PageDeletions>();

function deletionsOf(client: QueryClient): PageDeletions {
  const known = byClient.get(client);
  if (known !== undefined) return known;
  const page = createPageDeletions({
    pathOf: (thing) => `${AVATAR_CREATOR_PREFIX}/${thing}`,
    onRemoved(things) {
      for (const thing of things) {
        const [kind, id = ''] = thing.split('/');
        const key = kind === 'projects' ? creatorKeys.project(id) : creatorKeys.avatar(id);
        client.removeQueries({ queryKey: key });
      }
      void client.invalidateQueries({ queryKey: creatorKeys.all });
      void client.invalidateQueries({ queryKey: creditKeys.all });
    },
  });
  byClient.set(client, page);
  return page;
}

/** Deletes albums and avatars after the time to undo; `isHidden` are those to leave out meanwhile. */
export function useDeletions(): {
  isHidden: (thing: Deletable) => boolean;
  /** @param words what the message says: "Album deleted". */
  deleteLater: (thing: Deletable, words: string) => void;
} {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t } = useWords();
  const page = deletionsOf(client);
  const { deletions } = page;
  const hidden = useSyncExternalStore(deletions.subscribe, deletions.hidden);

  const deleteLater = useCallback(
    (thing: Deletable, words: string) => {
      page.onFailed = (cause) => {
        const said = faultWords(cause, t);
        toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
      };
      const deletion = deletions.begin([thing]);
      toasts.undoable({ words, commit: deletion.commit, restore: deletion.undo });
    },
    [deletions, page, toasts, t],
  );
  return { isHidden: (thing) => hidden.has(thing), deleteLater };
}
