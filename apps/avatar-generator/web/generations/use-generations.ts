import { creditKeys, isGone, meKey, useLive } from '@lumiku/app-kit/web';
import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { AVATAR_GENERATOR_PREFIX, type Generation, type GenerationStatus } from '../../contract.ts';
import { noteBatchItem } from './batch-cache.ts';
import { type Making, readChange, watchMaking } from './live-making.ts';
import { generationKeys } from './query-keys.ts';
import { studioApi } from './studio-api.ts';

const PAGE_SIZE = 60;
type GenerationPage = Awaited<ReturnType<typeof studioApi.generations>>;
type GenerationPages = InfiniteData<GenerationPage, string | undefined>;

/** One generation; kept up to date by `useLiveGenerations`, and asked for again should the stream be gone. */
export function useGeneration(id: string | null) {
  return useQuery({
    queryKey: generationKeys.one(id ?? ''),
    queryFn: ({ signal }) => studioApi.generation(id ?? '', signal),
    enabled: id !== null,
    retry: 1,
    refetchInterval: ({ state: { data, error } }) =>
      isInTheMaking(data) || (data === undefined && error !== null && !isGone(error))
        ? 5_000
        : false,
  });
}

/** The person's generations, newest first, page after page. */
export function useGenerationList(status: readonly GenerationStatus[], pageSize = PAGE_SIZE) {
  return useInfiniteQuery({
    queryKey: generationKeys.list(`${status.join(',')} ${pageSize}`),
    queryFn: ({ pageParam, signal }) =>
      studioApi.generations({ status, cursor: pageParam, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.meta.hasMore ? last.meta.nextCursor : undefined),
  });
}

/** How long a picture usually takes, in seconds; null until one was made. */
export function useUsualSeconds(): number | null {
  const stats = useQuery({
    queryKey: generationKeys.stats(),
    queryFn: ({ signal }) => studioApi.stats(signal),
    staleTime: 60_000,
  });
  return stats.data?.averageProcessingTime || null;
}

/** Follows everything this person has in the making; stands once on each screen that shows generations. */
export function useLiveGenerations(): void {
  const client = useQueryClient();
  useLive(`${AVATAR_GENERATOR_PREFIX}/events`, {
    onEvent(event) {
      const change = readChange(event);
      if (change === null) return;
      if (change.kind === 'progress') {
        watchMaking(change.id, { ...change, status: 'processing' });
      } else if (change.kind === 'deleted') {
        forgetGenerations(client, [change.id]);
      } else {
        noteGeneration(client, change.generation);
      }
    },
    onResume: () => void client.invalidateQueries({ queryKey: generationKeys.all }),
  });
}

/** Puts the newest state of a generation wherever it is shown. */
export function noteGeneration(client: QueryClient, generation: Generation): void {
  const before = client.getQueryData<Generation>(generationKeys.one(generation.id));
  client.setQueryData(generationKeys.one(generation.id), generation);
  if (isInTheMaking(generation)) {
    watchMaking(generation.id, { ...generation, fraction: knownFraction(generation) });
  }
  let isListed = false;
  client.setQueriesData<GenerationPages>({ queryKey: generationKeys.lists() }, (pages) =>
    pages === undefined
      ? pages
      : mapPages(pages, (item) => {
          if (item.id !== generation.id) return item;
          isListed = true;
          return generation;
        }),
  );
  const isNews = before?.status !== generation.status;
  if (generation.batchId !== null) noteBatchItem(client, generation.batchId, generation, isNews);
  if (!isListed || isNews) void client.invalidateQueries({ queryKey: generationKeys.lists() });
  if (isNews) {
    void client.invalidateQueries({ queryKey: creditKeys.all });
    void client.invalidateQueries({ queryKey: meKey });
    if (!isInTheMaking(generation)) {
      void client.invalidateQueries({ queryKey: generationKeys.stats() });
    }
  }
}

/** Takes deleted generations out of every list at once. */
export function forgetGenerations(client: QueryClient, ids: readonly string[]): void {
  client.setQueriesData<GenerationPages>({ queryKey: generationKeys.lists() }, (pages) =>
    pages === undefined
      ? pages
      : {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            data: page.data.filter((item) => !ids.includes(item.id)),
            meta: { ...page.meta, total: Math.max(0, page.meta.total - ids.length) },
          })),
        },
  );
  for (const id of ids) client.removeQueries({ queryKey: generationKeys.one(id) });
  void client.invalidateQueries({ queryKey: creditKeys.all });
  void client.invalidateQueries({ queryKey: generationKeys.stats() });
  void client.invalidateQueries({ queryKey: generationKeys.batches() });
}

export function isInTheMaking(generation: Generation | undefined): boolean {
  return generation?.status === 'pending' || generation?.status === 'processing';
}

/** 0 % is what a row says before anybody has measured anything: unknown, not none. */
function knownFraction(generation: Generation): number | null {
  return generation.progress > 0 ? generation.progress / 100 : null;
}

/** How far it is, 0..1; a step that nobody can measure has none, whatever the step before had. */
export function fractionOf(generation: Generation, making: Making | undefined): number | null {
  if (generation.status === 'pending') return 0;
  return making === undefined ? knownFraction(generation) : making.fraction;
}

function mapPages(
  pages: GenerationPages,
  change: (generation: Generation) => Generation,
): GenerationPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, data: page.data.map(change) })),
  };
}
