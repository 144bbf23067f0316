import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Project } from '../../contract.ts';
import { type LeavingAvatar, withoutDeleted } from '../albums/without-deleted.ts';
import type { creatorApi } from './creator-api.ts';
import { creatorKeys } from './query-keys.ts';

type Albums = InfiniteData<Awaited<ReturnType<typeof creatorApi.projects>>>;
type Avatars = InfiniteData<Awaited<ReturnType<typeof creatorApi.avatars>>>;

/** Takes deleted avatars out of everything that was read, so that none comes up again before it is read anew. */
export function forgetAvatars(client: QueryClient, gone: readonly LeavingAvatar[]): void {
  const albums = new Set(gone.map(({ projectId }) => projectId));
  for (const { id } of gone) client.removeQueries({ queryKey: creatorKeys.avatar(id) });
  for (const id of albums) {
    client.setQueryData<Avatars>(creatorKeys.avatars(id), (data) =>
      onEachPage(data, (page) => ({
        ...page,
        avatars: page.avatars.filter((avatar) => gone.every((one) => one.id !== avatar.id)),
      })),
    );
    client.setQueryData<Project>(
      creatorKeys.project(id),
      (album) => album && withoutDeleted(album, gone),
    );
  }
  changeAlbums(client, (shown) => shown.map((album) => withoutDeleted(album, gone)));
}

/** Takes deleted albums out of everything that was read. */
export function forgetAlbums(client: QueryClient, ids: readonly string[]): void {
  for (const id of ids) client.removeQueries({ queryKey: creatorKeys.project(id) });
  changeAlbums(client, (shown) => shown.filter(({ id }) => !ids.includes(id)));
}

function changeAlbums(client: QueryClient, change: (albums: Project[]) => Project[]): void {
  client.setQueryData<Albums>(creatorKeys.projects(), (data) =>
    onEachPage(data, (page) => ({ ...page, projects: change(page.projects) })),
  );
}

function onEachPage<Page>(
  data: InfiniteData<Page> | undefined,
  change: (page: Page) => Page,
): InfiniteData<Page> | undefined {
  return data && { ...data, pages: data.pages.map(change) };
}
