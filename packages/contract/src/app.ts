import { z } from 'zod';
import { Words } from './words.ts';

/** A tile of the dashboard, as `GET /api/apps` lists it. */
export const AppCard = z.object({
  id: z.string(),
  name: Words,
  description: Words,
  /** A lucide icon name in kebab-case. */
  icon: z.string(),
  version: z.string(),
  routePrefix: z.string(),
  /** Whole credits by thing, e.g. `{ base: 5, hd: 2, priority: 3 }`. */
  prices: z.record(z.string(), z.number().int()),
  access: z.object({
    requiresAuthentication: z.boolean(),
    requiresSubscription: z.boolean(),
    roles: z.array(z.enum(['user', 'admin'])),
  }),
  flags: z.object({ enabled: z.boolean(), beta: z.boolean(), comingSoon: z.boolean() }),
  tile: z.object({
    order: z.number().int(),
    colour: z.string(),
    /** Path under the prefix that answers `{ data: Record<string, number> }`. */
    statsPath: z.string().optional(),
  }),
});
export type AppCard = z.infer<typeof AppCard>;
