import { AppCard, CreditSummary, Me } from '@lumiku/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './api.ts';
import { ApiFault } from './api-fault.ts';

/** Query keys of the platform; invalidate `creditKeys.all` after anything that holds, pays or returns credits. */
export const creditKeys = { all: ['credits'] } as const;
export const meKey = ['me'] as const;

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await api.get('/api/me', { schema: z.object({ data: Me }), signal })).data;
    } catch (thrown) {
      if (thrown instanceof ApiFault && thrown.status === 401) return null;
      throw thrown;
    }
  },
  staleTime: 60_000,
});

/** `balance`, `held`, `available` right now. */
export const creditsQuery = queryOptions({
  queryKey: [...creditKeys.all, 'summary'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/credits', { schema: z.object({ data: CreditSummary }), signal })).data,
});

/** The apps of this studio, in the order of their tiles. */
export const appsQuery = queryOptions({
  queryKey: ['apps'],
  queryFn: async ({ signal }) => {
    const { data } = await api.get('/api/apps', {
      schema: z.object({ data: z.array(AppCard) }),
      signal,
    });
    return data.toSorted((a, b) => a.tile.order - b.tile.order);
  },
  staleTime: 5 * 60_000,
});

/** `const me = useMe()`; null while nobody is signed in or it is not known yet. */
export function useMe(): Me | null {
  return useQuery(meQuery).data ?? null;
}

/** What can be spent now; undefined until it is known. */
export function useCredits(): CreditSummary | undefined {
  return useQuery(creditsQuery).data;
}
