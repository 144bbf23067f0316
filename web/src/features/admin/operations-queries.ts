import { api } from '@lumiku/app-kit/web';
import {
  AppSwitch,
  type AuditAction,
  AuditEntry,
  PageMeta,
  QueueReport,
  StorageReport,
} from '@lumiku/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

const Done = z.unknown();

/** Looked at again every few seconds while the page is open. */
export const queueQuery = (limit: number) =>
  queryOptions({
    queryKey: ['admin', 'queue', limit],
    queryFn: async ({ signal }) =>
      (
        await api.get('/api/admin/queue', {
          schema: z.object({ data: QueueReport }),
          signal,
          query: { limit },
        })
      ).data,
    refetchInterval: 3_000,
    placeholderData: (was) => was,
  });

export const switchesQuery = queryOptions({
  queryKey: ['admin', 'apps'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/admin/apps', { schema: z.object({ data: z.array(AppSwitch) }), signal }))
      .data,
});

export const storageQuery = queryOptions({
  queryKey: ['admin', 'storage'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/admin/storage', { schema: z.object({ data: StorageReport }), signal }))
      .data,
});

export const auditPages = (action: AuditAction | null) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'audit', action],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/admin/audit', {
        schema: z.object({ data: z.array(AuditEntry), meta: PageMeta }),
        signal,
        query: { action, limit: 50, cursor: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    placeholderData: (was) => was,
  });

export const operations = {
  cancel: (id: string) => api.post(`/api/admin/queue/${id}/cancel`, {}, { schema: Done }),
  switchApp: (id: string, isOn: boolean) =>
    api.put(`/api/admin/apps/${id}`, { isOn }, { schema: z.object({ data: AppSwitch }) }),
};
