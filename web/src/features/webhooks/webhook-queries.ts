import { api } from '@lumiku/app-kit/web';
import {
  type ChangeWebhookInput,
  type CreateWebhookInput,
  PageMeta,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from '@lumiku/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

const One = z.object({ data: WebhookEndpoint });
const WithSecret = z.object({ data: WebhookEndpoint.extend({ secret: z.string() }) });
const Delivery = z.object({ data: WebhookDeliveryDetail });
const Done = z.unknown();

export const webhookKeys = {
  all: ['webhooks'] as const,
  deliveries: (id: string) => ['webhooks', 'deliveries', id] as const,
};

export const webhooksQuery = queryOptions({
  queryKey: [...webhookKeys.all, 'list'],
  queryFn: async ({ signal }) =>
    (
      await api.get('/api/webhooks', {
        schema: z.object({ data: z.array(WebhookEndpoint) }),
        signal,
      })
    ).data,
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhookKeys.all, 'one', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/webhooks/${id}`, { schema: One, signal })).data,
  });

const UNDER_WAY_MS = 1_500;

/** The log, newest first; asks again while something of it is due. */
export const deliveryPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: webhookKeys.deliveries(id),
    queryFn: ({ signal, pageParam }) =>
      api.get(`/api/webhooks/${id}/deliveries`, {
        schema: z.object({ data: z.array(WebhookDelivery), meta: PageMeta }),
        signal,
        query: { limit: 20, cursor: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(isDueNow)) ? UNDER_WAY_MS : false,
  });

/** One delivery with its attempts; followed live while it is due. */
export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhookKeys.all, 'delivery', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/webhook-deliveries/${id}`, { schema: Delivery, signal })).data,
    refetchInterval: ({ state }) => (state.data && isDueNow(state.data) ? 500 : false),
  });

/** Whether an attempt is under way or about to be. */
export function isDueNow({ state, nextAttemptAt }: WebhookDelivery): boolean {
  if (state !== 'pending') return false;
  return nextAttemptAt === null || Date.parse(nextAttemptAt) < Date.now() + 10_000;
}

export const webhooks = {
  /** The secret comes this once and never again. */
  create: async (input: CreateWebhookInput) =>
    (await api.post('/api/webhooks', input, { schema: WithSecret })).data,
  change: async (id: string, change: ChangeWebhookInput) =>
    (await api.patch(`/api/webhooks/${id}`, change, { schema: One })).data,
  rotate: async (id: string) =>
    (await api.post(`/api/webhooks/${id}/rotate-secret`, {}, { schema: WithSecret })).data,
  delete: (id: string) => api.delete(`/api/webhooks/${id}`, { schema: Done }),
  test: async (id: string) =>
    (await api.post(`/api/webhooks/${id}/test`, {}, { schema: Delivery })).data,
  replay: async (id: string) =>
    (await api.post(`/api/webhook-deliveries/${id}/replay`, {}, { schema: Delivery })).data,
};
