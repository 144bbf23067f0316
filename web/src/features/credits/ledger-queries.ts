import { api, creditKeys } from '@lumiku/app-kit/web';
import { CreditHold, LedgerEntry, PageMeta } from '@lumiku/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

const PAGE_SIZE = 50;
const Holds = z.object({ data: z.array(CreditHold) });
const LedgerPage = z.object({ data: z.array(LedgerEntry), meta: PageMeta });

export type LedgerShow = 'all' | 'spent' | 'received' | 'returned';

/** Which lines: what kind, and of which month (`2026-11`; null = all time). */
export interface LedgerFilter {
  show: LedgerShow;
  month: string | null;
}

const KINDS: Record<LedgerShow, readonly LedgerEntry['kind'][]> = {
  all: [],
  spent: ['capture'],
  received: ['welcome', 'grant', 'purchase'],
  returned: ['refund'],
};

/** The filter as the API takes it; months begin and end at midnight where the person is. */
export function ledgerQuery(filter: LedgerFilter): Record<string, string | undefined> {
  const kinds = KINDS[filter.show];
  const [year = 0, month = 1] = (filter.month ?? '').split('-').map(Number);
  return {
    kind: kinds.length === 0 ? undefined : kinds.join(','),
    from: filter.month === null ? undefined : new Date(year, month - 1, 1).toISOString(),
    to: filter.month === null ? undefined : new Date(year, month, 1).toISOString(),
  };
}

export const holdsQuery = queryOptions({
  queryKey: [...creditKeys.all, 'holds'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/credits/holds', { schema: Holds, signal })).data,
});

export const ledgerPages = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: [...creditKeys.all, 'ledger', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/credits/ledger', {
        schema: LedgerPage,
        signal,
        query: { ...ledgerQuery(filter), limit: PAGE_SIZE, offset: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.offset + meta.limit : undefined),
  });

/** The newest months first, from `now` back to the month of `since`; at most two years of them. */
export function monthsBack(since: Date, now: Date): string[] {
  const months: string[] = [];
  let at = new Date(now.getFullYear(), now.getMonth(), 1);
  while (at >= new Date(since.getFullYear(), since.getMonth(), 1) && months.length < 24) {
    months.push(`${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`);
    at = new Date(at.getFullYear(), at.getMonth() - 1, 1);
  }
  return months;
}
