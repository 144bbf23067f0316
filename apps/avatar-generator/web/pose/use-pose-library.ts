import type { PoseFacets, PoseTemplate } from '@lumiku/contract';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { poseKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';
import { filterQuery, type PoseFilter } from './pose-filter.ts';
import { pagesFor } from './tile-grid.ts';

/** Poses asked for at once. */
export const POSE_PAGE_SIZE = 60;
const SIMILAR_MAX = 48;

/** What the grid shows: known poses by place, and places whose pose is still on its way. */
export interface PoseShelf {
  total: number;
  facets: PoseFacets;
  poseAt(index: number): PoseTemplate | undefined;
  isLoading: boolean;
  fault: Error | null;
  retry(): void;
}

/** The library under a filter, page by page as places come into sight: 10,000 poses cost no more than 60. */
export function usePoseLibrary(
  filter: PoseFilter,
  sight: { from: number; to: number },
  isEnabled: boolean,
): PoseShelf {
  const query = filterQuery(filter).toString();
  const pages = pagesFor(sight.from, sight.to, POSE_PAGE_SIZE);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: poseKeys.page(query, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const search = new URLSearchParams(query);
        search.set('limit', String(POSE_PAGE_SIZE));
        search.set('offset', String(page * POSE_PAGE_SIZE));
        return studioApi.poses(search, signal);
      },
      enabled: isEnabled,
      staleTime: 5 * 60_000,
      // While a new filter loads, the old poses stay in place rather than flash to grey.
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  });
  const byPage = new Map(pages.map((page, index) => [page, results[index]]));
  const first = byPage.get(0);
  return {
    total: first?.data?.meta.total ?? 0,
    facets: first?.data?.facets ?? {},
    poseAt: (index) =>
      byPage.get(Math.floor(index / POSE_PAGE_SIZE))?.data?.data[index % POSE_PAGE_SIZE],
    isLoading: first?.isPending ?? true,
    fault: results.find((result) => result.error)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}

/** Poses nearest in shape to one, that one first. */
export function useSimilarPoses(poseId: string | null): PoseShelf {
  const result = useQuery({
    queryKey: poseKeys.similar(poseId ?? ''),
    queryFn: async ({ signal }) => {
      const id = poseId ?? '';
      const [pose, similar] = await Promise.all([
        studioApi.pose(id, signal),
        studioApi.similarPoses(id, SIMILAR_MAX, signal),
      ]);
      return [pose, ...similar];
    },
    enabled: poseId !== null,
    staleTime: 5 * 60_000,
  });
  return shelfOf(result.data ?? [], result);
}

/** The poses marked with a heart on this device, the latest first. */
export function useFavouritePoses(ids: readonly string[], isEnabled: boolean): PoseShelf {
  const results = useQueries({
    queries: ids.map((id) => ({ ...poseQuery(id), enabled: isEnabled })),
  });
  const poses = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return shelfOf(poses, {
    isPending: poses.length === 0 && results.some((result) => result.isPending),
    error: null,
    refetch: () => undefined,
  });
}

/** One pose by id. */
export function poseQuery(id: string) {
  return {
    queryKey: poseKeys.one(id),
    queryFn: ({ signal }: { signal: AbortSignal }) => studioApi.pose(id, signal),
    staleTime: 5 * 60_000,
  };
}

function shelfOf(
  poses: readonly PoseTemplate[],
  result: { isPending: boolean; error: Error | null; refetch: () => unknown },
): PoseShelf {
  return {
    total: poses.length,
    facets: {},
    poseAt: (index) => poses[index],
    isLoading: result.isPending,
    fault: result.error,
    retry: () => void result.refetch(),
  };
}
