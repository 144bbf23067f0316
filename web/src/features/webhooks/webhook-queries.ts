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

/** The log, newest first; asks again while something of it is on its way. */
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
      soonest(state.data?.pages.flatMap(({ data }) => data) ?? [], { dueMs: 1_500 }),
  });

/** One delivery with its attempts; followed live while it is on its way. */
export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhookKeys.all, 'delivery', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/webhook-deliveries/${id}`, { schema: Delivery, signal })).data,
    refetchInterval: ({ state }) => soonest(state.data ? [state.data] : [], { dueMs: 500 }),
  });

/** An attempt on the line this moment looks like one that waits for its next try: it is asked about too, seldom. */
const WAITING_MS = 4_000;

/** In how many ms to ask again; false when nothing is going to change. */
function soonest(
  deliveries: readonly WebhookDelivery[],
  { dueMs }: { dueMs: number },
): number | false {
  const pending = deliveries.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return false;
  const isDue = ({ nextAttemptAt }: WebhookDelivery) =>
    nextAttemptAt === null || Date.parse(nextAttemptAt) < Date.now() + 10_000;
  return pending.some(isDue) ? dueMs : WAITING_MS;
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
