import type { PoseFacets, PoseTemplate } from '@lumiku/contract';
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { poseApi, type Skeleton } from './pose-api.ts';
import { filterQuery, type PoseFilter, type PoseShelfName } from './pose-filter.ts';
import { poseKeys } from './pose-keys.ts';
import type { PoseSide } from './pose-side.ts';
import { pagesFor, pastGaps } from './tile-grid.ts';
import { useHiddenPoses } from './use-pose-deletions.ts';

/** Poses asked for at once. */
export const POSE_PAGE_SIZE = 60;
const SIMILAR_MAX = 48;
const SEARCH_MAX = 24;
const FRESH_MS = 5 * 60_000;

/** What the grid shows: known poses by place, and places whose pose is still on its way. */
export interface PoseShelf {
  total: number;
  facets: PoseFacets;
  poseAt(index: number): PoseTemplate | undefined;
  isLoading: boolean;
  fault: Error | null;
  retry(): void;
}

/** Poses that look like something, each from the side it does. */
export interface LikeShelf extends PoseShelf {
  sideAt(index: number): PoseSide;
}

/** Poses under a filter, page by page as places come into sight: 10,000 poses cost no more than 60. */
export function usePoseShelf(
  filter: PoseFilter,
  sight: { from: number; to: number },
  isEnabled: boolean,
  shelf?: PoseShelfName,
): PoseShelf {
  const query = filterQuery(filter, shelf).toString();
  const hidden = useHiddenPoses();
  const pages = pagesFor(sight.from, sight.to + hidden.size, POSE_PAGE_SIZE);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: poseKeys.page(query, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const search = new URLSearchParams(query);
        search.set('limit', String(POSE_PAGE_SIZE));
        search.set('offset', String(page * POSE_PAGE_SIZE));
        return poseApi.list(search, signal);
      },
      enabled: isEnabled,
      staleTime: FRESH_MS,
      // While a new filter loads, the old poses stay in place rather than flash to grey.
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  });
  const byPage = new Map(pages.map((page, index) => [page, results[index]]));
  const first = byPage.get(0);
  const poseAt = (place: number) =>
    byPage.get(Math.floor(place / POSE_PAGE_SIZE))?.data?.data[place % POSE_PAGE_SIZE];
  // Places of poses that are being deleted: the others move up.
  const gaps = [...byPage].flatMap(([page, result]) =>
    (result?.data?.data ?? []).flatMap(({ id }, at) =>
      hidden.has(id) ? [page * POSE_PAGE_SIZE + at] : [],
    ),
  );
  return {
    total: Math.max(0, (first?.data?.meta.total ?? 0) - gaps.length),
    facets: first?.data?.facets ?? {},
    poseAt: (index) => poseAt(pastGaps(index, gaps)),
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
        poseApi.one(id, signal),
        poseApi.similar(id, SIMILAR_MAX, signal),
      ]);
      return [pose, ...similar];
    },
    enabled: poseId !== null,
    staleTime: FRESH_MS,
  });
  const poses = result.data ?? [];
  return { ...shelfOf(poses.length, result), poseAt: (index) => poses[index] };
}

/** Poses that look like a skeleton, from the side they do; the last ones stay while it is dragged. */
export function usePosesLike(skeleton: Skeleton | null): LikeShelf {
  const result = useQuery({
    queryKey: poseKeys.search(JSON.stringify(skeleton)),
    queryFn: ({ signal }) => poseApi.search(skeleton ?? [], SEARCH_MAX, signal),
    enabled: skeleton !== null,
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
  const found = result.data ?? [];
  return {
    ...shelfOf(found.length, result),
    poseAt: (index) => found[index]?.pose,
    sideAt: (index) => {
      const like = found[index];
      return { mirror: like?.mirror, yaw: like?.isTurned ? like.yaw : undefined };
    },
  };
}

/** One pose by id. */
export function poseQuery(id: string) {
  return queryOptions({
    queryKey: poseKeys.one(id),
    queryFn: ({ signal }) => poseApi.one(id, signal),
    staleTime: FRESH_MS,
  });
}

function shelfOf(
  total: number,
  result: { isPending: boolean; error: Error | null; refetch: () => unknown },
): Omit<PoseShelf, 'poseAt'> {
  return {
    total,
    facets: {},
    isLoading: result.isPending,
    fault: result.error,
    retry: () => void result.refetch(),
  };
}
