import { z } from 'zod';

/**
 * What a progress stream carries. `id` is set on durable events only (a browser sends it back as Last-Event-ID);
 * progress and preview frames are not kept: a new connection starts with a snapshot of the subject.
 */
export const LiveEvent = z.object({
  id: z.string().optional(),
  /** Past tense and namespaced: `generation.completed`, `generation.progressed`. */
  type: z.string(),
  userId: z.string(),
  /** Id of the thing it is about. */
  subject: z.string(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
