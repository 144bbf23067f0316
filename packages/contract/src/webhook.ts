import { z } from 'zod';
import { inBoth } from './issue-words.ts';
import type { Words } from './words.ts';

/** What an endpoint can be told of, in the words of the screens. `webhook.test` is sent by the test button only. */
export const WEBHOOK_EVENTS = {
  'generation.completed': { en: 'A picture is done', id: 'Gambar selesai' },
  'generation.failed': { en: 'A picture failed', id: 'Gambar gagal' },
  'generation.cancelled': { en: 'A picture was cancelled', id: 'Gambar dibatalkan' },
  'generation.deleted': { en: 'A picture was deleted', id: 'Gambar dihapus' },
  'batch.completed': { en: 'A batch is over', id: 'Sekelompok gambar selesai' },
  'avatar.saved': { en: 'An avatar was saved', id: 'Avatar disimpan' },
  'avatar.deleted': { en: 'An avatar was deleted', id: 'Avatar dihapus' },
} as const satisfies Record<string, Words>;

export const WEBHOOK_TEST = 'webhook.test';

const eventTypes = Object.keys(WEBHOOK_EVENTS);
export const WebhookEventType = z.string().refine((type) => eventTypes.includes(type), {
  error: inBoth({
    en: `Use one of ${eventTypes.join(', ')}.`,
    id: `Pilih salah satu dari ${eventTypes.join(', ')}.`,
  }),
});

const Events = z
  .array(WebhookEventType)
  .min(1, inBoth({ en: 'Choose at least one event.', id: 'Pilih sedikitnya satu peristiwa.' }))
  .transform((types) => [...new Set(types)]);
const Address = z.url({
  protocol: /^https?$/,
  error: inBoth({
    en: 'Give a whole address, such as https://example.com/lumiku.',
    id: 'Berikan alamat lengkap, misalnya https://example.com/lumiku.',
  }),
});

/** An address of a person's that is told when something happened. Times are ISO 8601 UTC. */
export const WebhookEndpoint = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  isEnabled: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When the secret before the present one stops being signed with; null when there is none. */
  previousSecretUntil: z.iso.datetime().nullable(),
  /** Of the newest attempt. */
  lastAttempt: z
    .object({ at: z.iso.datetime(), isDelivered: z.boolean(), status: z.number().int().nullable() })
    .nullable(),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

export const CreateWebhookInput = z.object({
  url: Address.max(2_000),
  description: z.string().trim().max(200).default(''),
  events: Events,
});
export type CreateWebhookInput = z.infer<typeof CreateWebhookInput>;

export const ChangeWebhookInput = z
  .object({
    url: Address.max(2_000),
    description: z.string().trim().max(200),
    events: Events,
    isEnabled: z.boolean(),
  })
  .partial();
export type ChangeWebhookInput = z.infer<typeof ChangeWebhookInput>;

export const WebhookDeliveryState = z.enum(['pending', 'delivered', 'failed']);

/** One event on its way to one endpoint. */
export const WebhookDelivery = z.object({
  /** Also the header `webhook-id`: the same for every attempt and replay. */
  id: z.uuid(),
  endpointId: z.uuid(),
  type: z.string(),
  state: WebhookDeliveryState,
  attempts: z.number().int(),
  createdAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
  /** When it is tried again; null when it is not. */
  nextAttemptAt: z.iso.datetime().nullable(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const WebhookAttempt = z.object({
  at: z.iso.datetime(),
  milliseconds: z.number().int(),
  /** HTTP status; null when no answer came. */
  status: z.number().int().nullable(),
  /** Why it did not count; null when it was delivered. */
  error: z.string().nullable(),
  /** The beginning of what was answered. */
  answer: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

/** With what was sent and every attempt, newest first. */
export const WebhookDeliveryDetail = WebhookDelivery.extend({
  body: z.string(),
  attemptsMade: z.array(WebhookAttempt),
});
export type WebhookDeliveryDetail = z.infer<typeof WebhookDeliveryDetail>;
