import { z } from 'zod';
import { inBoth } from './issue-words.ts';
import { Words } from './words.ts';

/** A link that shows one picture to whoever has it. Times are ISO 8601 UTC. */
export const ShareLink = z.object({
  id: z.uuid(),
  /** Path on this studio, `/s/<token>`; put the studio's own address before it. */
  path: z.string(),
  /** What it shows, e.g. `avatar-generator:generation:<id>`. */
  subject: z.string(),
  /** What it is called, for people. */
  title: Words,
  createdAt: z.iso.datetime(),
  /** Null: it does not end by itself. */
  expiresAt: z.iso.datetime().nullable(),
  /** How often the page was opened. */
  views: z.number().int(),
  lastViewedAt: z.iso.datetime().nullable(),
});
export type ShareLink = z.infer<typeof ShareLink>;

/** Days a link may be made for; null: until it is revoked. */
export const SHARE_DAYS = [1, 7, 30, 365] as const;

export const ShareInput = z.object({
  expiresInDays: z
    .number()
    .int()
    .min(
      1,
      inBoth({ en: 'A link lasts a day at least.', id: 'Tautan berlaku sedikitnya satu hari.' }),
    )
    .max(
      365,
      inBoth({
        en: 'A link lasts a year at most; leave it without an end by null.',
        id: 'Tautan berlaku paling lama satu tahun; tanpa batas dengan null.',
      }),
    )
    .nullable()
    .default(7),
});
export type ShareInput = z.infer<typeof ShareInput>;
