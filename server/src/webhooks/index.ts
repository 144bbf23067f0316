export { createWebhooks, type Webhooks } from './create-webhooks.ts';
export { webhooksSchema } from './schema-owner.ts';
export { webhookRoutes } from './webhook-routes.ts';
