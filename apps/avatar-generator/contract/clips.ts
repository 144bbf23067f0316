import { ConsentInBody, inBoth } from '@lumiku/contract';
import { z } from 'zod';

/** What the person in a clip does. */
export const ClipMove = z.enum(['turn', 'wave', 'walk', 'catwalk', 'talk']);
export type ClipMove = z.infer<typeof ClipMove>;

export const CLIP_SECONDS = { min: 2, max: 10, usual: 4 } as const;

export const ClipWish = z.object({
  move: ClipMove,
  seconds: z.number().min(CLIP_SECONDS.min).max(CLIP_SECONDS.max).default(CLIP_SECONDS.usual),
});
export type ClipWish = z.infer<typeof ClipWish>;

export const ClipBody = ClipWish.extend({
  /** A finished picture of the person's. */
  generationId: z.uuid({
    message: inBoth({
      en: 'Name one of your finished pictures.',
      id: 'Sebutkan salah satu gambarmu yang sudah jadi.',
    }),
  }),
  priority: z.boolean().default(false),
  consent: ConsentInBody,
});
export type ClipBody = z.infer<typeof ClipBody>;
