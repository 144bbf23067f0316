import { z } from 'zod';
import { CreditSummary } from './credits.ts';
import { Language } from './words.ts';

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
  /** What they chose to read in; null: what their browser asks for. */
  language: Language.nullable(),
  credits: CreditSummary,
  createdAt: z.iso.datetime(),
});
export type Me = z.infer<typeof Me>;

export const ChangeMeInput = z.object({ language: Language });
export type ChangeMeInput = z.infer<typeof ChangeMeInput>;

/** A line of `GET /api/admin/users`. */
export const AdminUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  tier: Tier,
  isOwner: z.boolean(),
  isClosed: z.boolean(),
  balance: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type AdminUser = z.infer<typeof AdminUser>;
