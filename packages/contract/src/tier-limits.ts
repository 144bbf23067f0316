import { z } from 'zod';
import { Tier } from './account.ts';

/** What one tier may do. */
export const TierAllowance = z.object({
  previewsPerHour: z.number().int(),
  requestsPerMinute: z.number().int(),
  jobsInFlight: z.number().int(),
  batchPoses: z.number().int(),
  /** Turns in the line while a person of weight 1 gets one. */
  queueWeight: z.number(),
});
export type TierAllowance = z.infer<typeof TierAllowance>;

/** `GET /api/limits`: my tier, and what each of them may do. */
export const TierReport = z.object({
  tier: Tier,
  tiers: z.record(Tier, TierAllowance),
});
export type TierReport = z.infer<typeof TierReport>;
