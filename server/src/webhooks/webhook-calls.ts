import { createRoute } from '@hono/zod-openapi';
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  inBoth,
  PageMeta,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from '@lumiku/contract';
import { z } from 'zod';

const tags = ['Webhooks'];
const data = <S extends z.ZodType>(schema: S, description = 'Done') => ({
  description,
  content: { 'application/json': { schema: z.object({ data: schema }) } },
});
const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const ById = z.object({
  id: z.uuid(inBoth({ en: 'This is not the id of anything.', id: 'Ini bukan id apa pun.' })),
});
const WithSecret = WebhookEndpoint.extend({
  /** Shown here and never again. */
  secret: z.string(),
});

export const listCall = createRoute({
  method: 'get',
  path: '/api/webhooks',
  tags,
  summary: 'My webhooks',
  responses: { 200: data(z.array(WebhookEndpoint)) },
});
export const createCall = createRoute({
  method: 'post',
  path: '/api/webhooks',
  tags,
  summary: 'Add a webhook; the answer holds its signing secret, which is not shown again',
  request: { body: body(CreateWebhookInput) },
  responses: { 201: data(WithSecret) },
});
export const readCall = createRoute({
  method: 'get',
  path: '/api/webhooks/{id}',
  tags,
  summary: 'One webhook',
  request: { params: ById },
  responses: { 200: data(WebhookEndpoint) },
});
export const changeCall = createRoute({
  method: 'patch',
  path: '/api/webhooks/{id}',
  tags,
  summary: 'Change its address, events or description, or switch it off and on',
  request: { params: ById, body: body(ChangeWebhookInput) },
  responses: { 200: data(WebhookEndpoint) },
});
export const deleteCall = createRoute({
  method: 'delete',
  path: '/api/webhooks/{id}',
  tags,
  summary: 'Delete a webhook with its delivery log',
  request: { params: ById },
  responses: {
    200: {
      description: 'Deleted',
      content: { 'application/json': { schema: z.object({ message: z.string() }) } },
    },
  },
});
export const rotateCall = createRoute({
  method: 'post',
  path: '/api/webhooks/{id}/rotate-secret',
  tags,
  summary: 'A new signing secret; the one before signs beside it for 24 hours',
  request: { params: ById },
  responses: { 200: data(WithSecret) },
});
export const testCall = createRoute({
  method: 'post',
  path: '/api/webhooks/{id}/test',
  tags,
  summary: 'Send a test event',
  request: { params: ById },
  responses: { 202: data(WebhookDeliveryDetail) },
});
export const deliveriesCall = createRoute({
  method: 'get',
  path: '/api/webhooks/{id}/deliveries',
  tags,
  summary: 'Its delivery log, newest first',
  request: {
    params: ById,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: {
      description: 'Done',
      content: {
        'application/json': {
          schema: z.object({ data: z.array(WebhookDelivery), meta: PageMeta }),
        },
      },
    },
  },
});
export const deliveryCall = createRoute({
  method: 'get',
  path: '/api/webhook-deliveries/{id}',
  tags,
  summary: 'One delivery: what was sent, and every attempt',
  request: { params: ById },
  responses: { 200: data(WebhookDeliveryDetail) },
});
export const replayCall = createRoute({
  method: 'post',
  path: '/api/webhook-deliveries/{id}/replay',
  tags,
  summary: 'Send it again: the same id and body',
  request: { params: ById },
  responses: { 202: data(WebhookDeliveryDetail) },
});
