import { createPageDeletions, creditKeys, type PageDeletions } from '@lumiku/app-kit/web';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { AVATAR_CREATOR_PREFIX, type Avatar, type Project } from '../../contract.ts';
import { type LeavingAvatar, withoutDeleted } from '../albums/without-deleted.ts';
import { faultWords } from './fault-words.ts';
import { forgetAlbums, forgetAvatars } from './forget-deleted.ts';
import { creatorKeys } from './query-keys.ts';

/** What can be deleted here, named as in its path. */
export type Deletable = `projects/${string}` | `avatars/${string}`;

interface Deletions extends PageDeletions {
  /** What is known of each avatar that was ever deleted on this page; those on their way out are hidden as well. */
  avatars: Map<string, LeavingAvatar>;
}

const byClient = new WeakMap<QueryClient, Deletions>();

function deletionsOf(client: QueryClient): Deletions {
  const known = byClient.get(client);
  if (known !== undefined) return known;
  const avatars: Deletions['avatars'] = new Map();
  const page = createPageDeletions({
    pathOf: (thing) => `${AVATAR_CREATOR_PREFIX}/${thing}`,
    onRemoved(things) {
      forgetAvatars(client, things.map((thing) => avatars.get(thing)).filter(isKnown));
      forgetAlbums(
        client,
        things
          .filter((thing) => !avatars.has(thing))
          .map((thing) => thing.replace('projects/', '')),
      );
      void client.invalidateQueries({ queryKey: creatorKeys.all });
      void client.invalidateQueries({ queryKey: creditKeys.all });
    },
  });
  const made = Object.assign(page, { avatars });
  byClient.set(client, made);
  return made;
}

const isKnown = (avatar: LeavingAvatar | undefined): avatar is LeavingAvatar =>
  avatar !== undefined;

/** Deletes albums and avatars after the time to undo; meanwhile they are left out. */
export function useDeletions(): {
  isHidden: (thing: Deletable) => boolean;
  /** The album without its avatars that are on their way out. */
  asShown: (project: Project) => Project;
  /** @param words what the message says: "Album deleted". */
  deleteAlbumLater: (project: Project, words: string) => void;
  deleteAvatarLater: (avatar: Avatar, words: string) => void;
} {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t } = useWords();
  const page = deletionsOf(client);
  const { deletions, avatars } = page;
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
  return {
    isHidden: (thing) => hidden.has(thing),
    asShown: (project) =>
      withoutDeleted(project, [...hidden].map((thing) => avatars.get(thing)).filter(isKnown)),
    deleteAlbumLater: ({ id }, words) => deleteLater(`projects/${id}`, words),
    deleteAvatarLater(avatar, words) {
      avatars.set(`avatars/${avatar.id}`, avatar);
      deleteLater(`avatars/${avatar.id}`, words);
    },
  };
}
