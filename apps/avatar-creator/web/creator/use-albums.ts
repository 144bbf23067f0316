import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { creatorApi } from './creator-api.ts';
import { creatorKeys } from './query-keys.ts';

/** The person's albums, most recently touched first, page after page. */
export function useAlbums() {
  return useInfiniteQuery({
    queryKey: creatorKeys.projects(),
    queryFn: ({ pageParam, signal }) => creatorApi.projects(pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.offset + meta.limit : undefined),
  });
}

export function useAlbum(projectId: string) {
  return useQuery({
    queryKey: creatorKeys.project(projectId),
    queryFn: ({ signal }) => creatorApi.project(projectId, signal),
    retry: 1,
  });
}

/** The avatars of an album, newest first, page after page. */
export function useAvatars(projectId: string) {
  return useInfiniteQuery({
    queryKey: creatorKeys.avatars(projectId),
    queryFn: ({ pageParam, signal }) => creatorApi.avatars(projectId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.nextCursor : undefined),
  });
}

export function useAvatar(id: string) {
  return useQuery({
    queryKey: creatorKeys.avatar(id),
    queryFn: ({ signal }) => creatorApi.avatar(id, signal),
    retry: 1,
  });
}

/** Previews of an album that are on the server, newest first. */
export function useKeptPreviews(projectId: string) {
  return useQuery({
    queryKey: creatorKeys.previews(projectId),
    queryFn: ({ signal }) => creatorApi.previews(projectId, signal),
  });
}
