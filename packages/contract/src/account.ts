import { z } from 'zod';
import { CreditSummary } from './credits.ts';

export const Role = z.enum(['user', 'admin']);
export type Role = z.infer<typeof Role>;
export const Tier = z.enum(['free', 'pro', 'enterprise']);
export type Tier = z.infer<typeof Tier>;

/** `GET /api/me`. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  tier: Tier,
  isOwner: z.boolean(),
  credits: CreditSummary,
  createdAt: z.iso.datetime(),
});
export type Me = z.infer<typeof Me>;
