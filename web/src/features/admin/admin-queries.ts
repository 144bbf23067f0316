import { api } from '@lumiku/app-kit/web';
import { AdminUser, PageMeta, type Tier } from '@lumiku/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { z } from 'zod';

const PAGE_SIZE = 50;
const Done = z.unknown();
export const peopleKey = ['admin', 'people'] as const;

export const peoplePages = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, search],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/admin/users', {
        schema: z.object({ data: z.array(AdminUser), meta: PageMeta }),
        signal,
        query: { q: search.trim(), limit: PAGE_SIZE, offset: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.offset + meta.limit : undefined),
    placeholderData: (was) => was,
  });

export const admin = {
  /** @param key one for one intent, so that a second click or a retry gives nothing twice */
  grant: (grant: { userId: string; amount: number; note: string; key: string }) =>
    api.post(
      '/api/admin/credits/grants',
      {
        userId: grant.userId,
        amount: grant.amount,
        ...(grant.note.trim() === '' ? {} : { note: grant.note.trim() }),
      },
      { schema: Done, idempotencyKey: grant.key },
    ),
  setTier: (userId: string, tier: Tier) =>
    api.put(`/api/admin/users/${userId}/tier`, { tier }, { schema: Done }),
  setRole: (userId: string, role: 'user' | 'admin') =>
    api.post('/api/auth/admin/set-role', { userId, role }, { schema: Done }),
  close: (userId: string) => api.post('/api/auth/admin/ban-user', { userId }, { schema: Done }),
  reopen: (userId: string) => api.post('/api/auth/admin/unban-user', { userId }, { schema: Done }),
};
