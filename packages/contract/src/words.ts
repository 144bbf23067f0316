import { z } from 'zod';

/** One text in both languages of the product, side by side. */
export const Words = z.object({ en: z.string(), id: z.string() });
export type Words = z.infer<typeof Words>;
export const Language = z.enum(['en', 'id']);
export type Language = z.infer<typeof Language>;
