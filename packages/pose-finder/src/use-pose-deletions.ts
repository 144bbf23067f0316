import { asApiFault, createPageDeletions, type PageDeletions } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { type PosesPage, posePath } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';

const byClient = new WeakMap<QueryClient, PageDeletions>();

/** Takes deleted poses out of every list that is kept, then asks for the lists again. */
function forgetPoses(client: QueryClient, ids: readonly string[]): void {
  client.setQueriesData<PosesPage>({ queryKey: poseKeys.pages }, (page) => {
    if (page === undefined) return page;
    const data = page.data.filter(({ id }) => !ids.includes(id));
    const total = page.meta.total - (page.data.length - data.length);
    return { ...page, data, meta: { ...page.meta, total } };
  });
  for (const id of ids) client.removeQueries({ queryKey: poseKeys.one(id) });
  for (const queryKey of [poseKeys.pages, poseKeys.favourites, poseKeys.collections]) {
    void client.invalidateQueries({ queryKey });
  }
}

function deletionsOf(client: QueryClient): PageDeletions {
  const known = byClient.get(client);
  if (known !== undefined) return known;
  const page = createPageDeletions({
    pathOf: posePath,
    onRemoved: (ids) => forgetPoses(client, ids),
  });
  byClient.set(client, page);
  return page;
}

/** Poses that are to be left out of every list: being deleted, or about to be. */
export function useHiddenPoses(): ReadonlySet<string> {
  const { deletions } = deletionsOf(useQueryClient());
  return useSyncExternalStore(deletions.subscribe, deletions.hidden);
}

/** Deletes a pose of one's own after the time to undo. */
export function usePoseDeletion(): (pose: PoseTemplate) => void {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t, language } = useWords();
  return useCallback(
    (pose) => {
      const page = deletionsOf(client);
      page.onFailed = (cause) => {
        const { message, fix } = asApiFault(cause);
        toasts.say({ words: message, detail: fix, tone: 'bad' });
      };
      const deletion = page.deletions.begin([pose.id]);
      const name = pose.names[language];
      toasts.undoable({
        words: t({ en: `“${name}” deleted`, id: `“${name}” dihapus` }),
        commit: deletion.commit,
        restore: deletion.undo,
      });
    },
    [client, toasts, t, language],
  );
}
