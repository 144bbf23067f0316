import { z } from 'zod';

export const PageMeta = z.object({
  total: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
  hasMore: z.boolean(),
  nextCursor: z.string().optional(),
});
export type PageMeta = z.infer<typeof PageMeta>;
