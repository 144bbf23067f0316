import { api } from '@lumiku/app-kit/web';
import { EngineAttempt, EngineCheckReport, EngineReport, PageMeta } from '@lumiku/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

export const enginesKey = ['admin', 'engines'] as const;
const PAGE_SIZE = 30;
const REFRESH_MS = 15_000;
const WATCH_MS = 1_200;

export const engineReports = queryOptions({
  queryKey: [...enginesKey, 'reports'],
  queryFn: ({ signal }) =>
    api
      .get('/api/admin/engines', { schema: z.object({ data: z.array(EngineReport) }), signal })
      .then(({ data }) => data),
  refetchInterval: REFRESH_MS,
});

export const attemptPages = (engine: string, outcome: string) =>
  infiniteQueryOptions({
    queryKey: [...enginesKey, 'attempts', engine, outcome],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/admin/engines/attempts', {
        schema: z.object({ data: z.array(EngineAttempt), meta: PageMeta }),
        signal,
        query: {
          ...(engine === 'all' ? {} : { engine }),
          ...(outcome === 'all' ? {} : { outcome }),
          ...{ limit: PAGE_SIZE, offset: pageParam },
        },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.offset + meta.limit : undefined),
    placeholderData: (was) => was,
  });

const Check = z.object({ data: EngineCheckReport });

export const startCheck = (engineId: string) =>
  api.post(`/api/admin/engines/${engineId}/check`, {}, { schema: Check }).then(({ data }) => data);

/** Watches a check while it runs. */
export const watchedCheck = (check: EngineCheckReport) =>
  queryOptions({
    queryKey: [...enginesKey, 'check', check.id],
    queryFn: ({ signal }) =>
      api
        .get(`/api/admin/engines/checks/${check.id}`, { schema: Check, signal })
        .then(({ data }) => data),
    initialData: check,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WATCH_MS : false),
  });
