import { z } from 'zod';

/** Why waiting work waits: how much will be taken up before it. The sum is its place in line, less one. */
export const QueueAhead = z.object({
  /** The same person's own. */
  own: z.number().int().min(0),
  /** Other people's that goes first because it was paid to, or because it waited long. */
  priority: z.number().int().min(0),
  /** Other people's whose turn comes earlier. */
  others: z.number().int().min(0),
});
export type QueueAhead = z.infer<typeof QueueAhead>;
