import { Scene, Shading, Words } from '@lumiku/contract';
import { z } from 'zod';

/** A style preset as its data file tells it; its id is the name of the file. */
export const StyleFile = z.strictObject({
  /** Place in the list. */
  order: z.number().int(),
  names: Words,
  about: Words,
  /** Terms for engines that are told in words. */
  prompt: z.array(z.string().min(1)).min(1),
  /** What should not be in the picture. */
  negativePrompt: z.array(z.string().min(1)),
  /** For engines that take them: how closely the words are followed, and how many steps are gone. */
  engine: z.strictObject({
    guidance: z.number().min(0).max(20).optional(),
    steps: z.number().int().min(1).max(100).optional(),
  }),
  /** How the local studio draws it. */
  shading: Shading,
  /** Light, backdrop and cut where the person chose none. */
  scene: Scene,
});
export type StyleFile = z.infer<typeof StyleFile>;
