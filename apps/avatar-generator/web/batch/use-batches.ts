import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Batch } from '../../contract.ts';
import { generationKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';

/** One batch with its pictures; kept up to date by `useLiveGenerations`, and asked again should the stream be gone. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: generationKeys.batch(id),
    queryFn: ({ signal }) => studioApi.batch(id, signal),
    retry: 1,
    refetchInterval: ({ state }) => (state.data && isUnfinished(state.data) ? 4_000 : false),
  });
}

/** The person's batches, newest first, page after page. */
export function useBatchList() {
  return useInfiniteQuery({
    queryKey: generationKeys.batches(),
    queryFn: ({ pageParam, signal }) => studioApi.batches(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.meta.hasMore ? last.meta.nextCursor : undefined),
  });
}

export function isUnfinished({ status }: Pick<Batch, 'status'>): boolean {
  return status === 'pending' || status === 'processing';
}
