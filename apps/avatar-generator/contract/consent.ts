import { z } from 'zod';

/** Raised whenever what is agreed to changes; an older consent then no longer counts. */
export const CONSENT_VERSION = 1;

/** Whether somebody has agreed to their photos being used, and when. */
export const Consent = z.object({
  isGiven: z.boolean(),
  /** What would be agreed to now. */
  version: z.number().int(),
  givenAt: z.iso.datetime().nullable(),
  /** Days a photo is kept; null = as long as the pictures made from it. */
  photoKeptDays: z.number().int().nullable(),
  /** Everything that was ever agreed to and withdrawn, newest first. */
  records: z.array(
    z.object({
      version: z.number().int(),
      givenAt: z.iso.datetime(),
      withdrawnAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Consent = z.infer<typeof Consent>;

export const ConsentBody = z.object({
  /** The version the person has read. */
  version: z.number().int(),
});
export const ConsentAnswer = z.object({ data: Consent });
export const ConsentWithdrawnAnswer = z.object({
  message: z.string(),
  data: Consent.extend({ photosRemoved: z.number().int() }),
});
